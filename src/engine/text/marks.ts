import type { Analysis } from '../analyze.ts';
import type { End, Fact, Link, Side } from '../chain/index.ts';
import { type Place, placesOf } from '../export/index.ts';
import { allFindings } from '../lint/index.ts';
import { FIXABLE } from '../patch/index.ts';
import type { At } from '../yaml/index.ts';
import { isPortName, nameIn } from './ports.ts';
import type { FindingMark, Mark, TextMarks, TieMark } from './types.ts';

/** Everything that is to be said of the text of one file, each at its place: findings, and what is tied to what. */
export function textMarks(analysis: Analysis, path: string): TextMarks {
  const { ingested, chains } = analysis;
  const places = placesOf(ingested);
  const here = (at: At | null | undefined): at is At => at !== null && at !== undefined && ingested.docs.get(at.doc)?.file === path;
  const findings = allFindings(analysis).flatMap((finding): FindingMark[] => {
    // The most telling place; the others are shown with it.
    const at = finding.evidence.find(here);
    const place = at ? places.at(at) : null;
    if (!place) return [];
    const { code, params, severity, chain } = finding;
    return [{ ...markOf(place), code, params, severity, chain, fixable: chain !== null && FIXABLE.has(code) }];
  });
  const ties = new Map<string, TieMark>();
  for (const chain of chains) {
    for (const link of chain.links) {
      for (const fact of link.facts) {
        for (const [own, other, end] of sides(link, fact)) {
          if (!own || !here(own.at)) continue;
          const at = nameIn(analysis, own.at);
          const place = places.at(at);
          if (!place) continue;
          const there = other?.at ? places.at(other.at) : null;
          const tie: TieMark = {
            ...markOf(place),
            chain: chain.id,
            link: link.kind,
            state: fact.holds === null ? 'unknown' : fact.holds ? 'ok' : 'broken',
            name: fact.name,
            value: own.value,
            other: there && other ? { object: end.object, value: other.value, file: there.file, line: there.line } : null,
            port: isPortName(analysis, at),
          };
          ties.set(JSON.stringify([tie.line, tie.column, tie.name, tie.link, tie.other]), tie);
        }
      }
    }
  }
  return { findings, ties: [...ties.values()] };
}

/** Both ways to read a comparison: the own side, the other one, and where the other stands. */
const sides = (link: Link, { left, right }: Fact): (readonly [own: Side | null, other: Side | null, End])[] => [
  [left, right, link.to],
  [right, left, link.from],
];

function markOf({ line, column, start, end, text }: Place): Mark {
  const firstLine = text.split(/\r?\n/, 1)[0] ?? '';
  return { line, column, length: Math.max(1, Math.min(end - start, firstLine.length)) };
}
