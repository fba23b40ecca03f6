import type { Analysis } from '../analyze.ts';
import type { Finding } from '../checks/index.ts';
import { placesOf } from '../export/index.ts';
import { isSettings, type Problem, type ProblemCode, type SourceFile } from '../ingest/index.ts';
import { createLocator, type Json, readValue } from '../yaml/index.ts';
import { isCode } from './codes.ts';

/** Somebody's word that a finding is known, and why it is left as it is. */
interface Silence {
  code: string;
  reason: string;
  file: string;
  line: number;
  used: boolean;
  covers(finding: Finding, places: Lines): boolean;
}
/** Where the evidence of a finding stands. */
type Lines = { file: string; line: number }[];

export interface Silences {
  /** The finding with who silences it, if anybody does. */
  silence(finding: Finding): Finding;
  /** What is wrong with the silences themselves; those that nothing uses are known once all findings were asked about. */
  problems(): Problem[];
}

const known = new WeakMap<Analysis, Silences>();

/** Entries of every `.linkchain.yaml`, and comments in manifests: `# linkchain: silence CODE: reason`. */
export function silencesOf(analysis: Analysis): Silences {
  let silences = known.get(analysis);
  if (!silences) {
    silences = collect(analysis);
    known.set(analysis, silences);
  }
  return silences;
}

/** What is to be said of silences after all findings have been looked at. */
export const silenceProblems = (analysis: Analysis): Problem[] => silencesOf(analysis).problems();

function collect(analysis: Analysis): Silences {
  const wrong: Problem[] = [];
  const report = (code: ProblemCode, file: string, line: number, params: Problem['params'], severity: Problem['severity'] = 'warning') => {
    wrong.push({ code, params, severity, file, line, column: 1 });
  };
  const all = analysis.files.flatMap((file) => {
    if (isSettings(file.path)) return fromSettings(file, report);
    return file.text.includes(MARK) ? fromComments(file, analysis, report) : [];
  });
  if (all.length === 0) return { silence: (finding) => finding, problems: () => wrong };
  const places = placesOf(analysis.ingested);
  return {
    silence(finding) {
      const lines = finding.evidence.flatMap((at) => places.at(at) ?? []);
      const by = all.find((s) => s.code === finding.code && s.covers(finding, lines));
      if (!by) return finding;
      by.used = true;
      return { ...finding, silenced: { reason: by.reason, file: by.file, line: by.line } };
    },
    problems: () => [
      ...wrong,
      ...all
        .filter((s) => !s.used)
        .map(({ code, file, line }): Problem => ({ code: 'silence-unused', params: { code }, severity: 'info', file, line, column: 1 })),
    ],
  };
}

type Report = (code: ProblemCode, file: string, line: number, params: Problem['params']) => void;

/** A settings file counts for its folder and all below it. */
function fromSettings({ path, text }: SourceFile, report: Report): Silence[] {
  const { value, problems } = readValue(text);
  const locator = createLocator(text);
  const line = (at: (string | number)[]) => locator.lineCol(locator.nearest(at).start).line;
  const [broken] = problems.filter((p) => p.severity === 'error');
  const list = isMap(value) ? value['silence'] : undefined;
  if (broken || !Array.isArray(list)) {
    report('silence-unreadable', path, broken ? locator.lineCol(broken.start).line : 1, {});
    return [];
  }
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  return list.flatMap((entry, i): Silence[] => {
    const textOf = (key: string): string => (isMap(entry) && typeof entry[key] === 'string' ? entry[key] : '');
    const code = textOf('code');
    const reason = textOf('reason').trim();
    if (!accepted(code, reason, path, line(['silence', i]), report)) return [];
    const object = patternOf(textOf('object'));
    const chain = patternOf(textOf('chain'));
    const covers = (f: Finding, lines: Lines): boolean =>
      lines.some((l) => l.file.startsWith(folder)) &&
      (object === null || [f.object, f.chain?.replace(/#[^#]*$/, '')].some((id) => id && object.test(id))) &&
      (chain === null || (f.chain !== null && chain.test(f.chain)));
    return [{ code, reason, file: path, line: line(['silence', i]), used: false, covers }];
  });
}

const MARK = 'linkchain: silence';
const COMMENT = /#[ \t]*linkchain: silence[ \t]+([a-z0-9-]+)(.*)$/;

/** A comment counts for its own line and the next; before the first line of a document that says something, for all of it. */
function fromComments({ path, text }: SourceFile, { ingested }: Analysis, report: Report): Silence[] {
  const lines = text.split('\n');
  const documents = [...ingested.docs.values()].filter((d) => d.file === path);
  return lines.flatMap((content, i): Silence[] => {
    const found = content.includes(MARK) ? COMMENT.exec(content) : null;
    if (!found) return [];
    const [, code = '', rest = ''] = found;
    const reason = rest.replace(/^[\s:—–-]+/, '').trim();
    const line = i + 1;
    if (!accepted(code, reason, path, line, report)) return [];
    const doc = documents.findLast((d) => d.line <= line);
    const end = documents.find((d) => d.line > line)?.line ?? lines.length + 1;
    const ahead =
      doc !== undefined && lines.slice(doc.line - 1, i).every((l) => /^\s*(?:#.*|---.*)?$/.test(l)) && content.trimStart().startsWith('#');
    const next = lines.findIndex((l, n) => n > i && !/^\s*(?:#.*)?$/.test(l)) + 1;
    const covers = (_: Finding, at: Lines): boolean =>
      at.some((l) => l.file === path && (ahead ? l.line >= (doc?.line ?? 0) && l.line < end : l.line === line || l.line === next));
    return [{ code, reason, file: path, line, used: false, covers }];
  });
}

function accepted(code: string, reason: string, file: string, line: number, report: Report): boolean {
  if (!isCode(code)) report('silence-unknown-code', file, line, { code });
  else if (reason === '') report('silence-no-reason', file, line, { code });
  else return true;
  return false;
}

/** `*` stands for any text. */
function patternOf(text: string): RegExp | null {
  if (text === '') return null;
  const parts = text
    .slice(0, 500)
    .split('*')
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`);
}

const isMap = (value: Json | undefined): value is Record<string, Json> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
