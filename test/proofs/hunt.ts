import type { Analysis } from '../../src/engine/analyze.ts';
import type { RawObject, SourceFile } from '../../src/engine/ingest/index.ts';
import type { Locator } from '../../src/engine/yaml/index.ts';
import { fitting, KINDS } from './fitting.ts';
import { type Mutant, mutantsOf, mutated } from './mutate.ts';
import { nameKept, newIn, resolutionOf, saidOf } from './resolution.ts';

export interface Hunt {
  /** Mutants that were made, and those of them that change what a chain comes to. */
  made: number;
  changed: number;
  /** Of which nothing fitting is said: `Kind path [how] -> what is said`. */
  survivors: string[];
}

/** Objects with a part in the chains that work. */
function objectsOf({ chains, cluster, ingested }: Analysis): RawObject[] {
  const healthy = chains.filter((c) => c.status === 'ok');
  const ids = new Set(healthy.flatMap((c) => [c.monitor, ...c.selectedBy, ...c.links.flatMap((l) => [l.from.object, l.to.object])]));
  const accounts = new Set([...cluster.prometheuses, ...cluster.workloads.map((w) => w.pod)].map((o) => o.serviceAccountName));
  const bound = cluster.bindings.filter((b) => b.subjects.some((s) => accounts.has(s.name))).map((b) => b.id);
  return ingested.objects.filter((o) => KINDS.has(o.kind) && (ids.has(o.id) || bound.includes(o.id)));
}

/** What may go unnoticed, and why. An entry that nothing needs any more has to go. */
export interface Accepted {
  what: RegExp;
  why: string;
}

export const isAccepted = (accepted: readonly Accepted[], survivor: string): boolean => accepted.some(({ what }) => what.test(survivor));

/** Of the mutants that change something, the share that is noticed. */
export function killRate(hunts: readonly Hunt[]): number {
  const changed = hunts.reduce((sum, h) => sum + h.changed, 0);
  const survivors = hunts.flatMap((h) => h.survivors);
  return (changed - survivors.length) / changed;
}

/** Entries that nothing needs. */
export const stale = (hunts: readonly Hunt[], accepted: readonly Accepted[]): string[] =>
  accepted.filter(({ what }) => !hunts.some((h) => h.survivors.some((s) => what.test(s)))).map(({ why }) => why);

export const everyMutant = (analysis: Analysis): Mutant[] => objectsOf(analysis).flatMap(mutantsOf);

/** Makes each mutant, sees whether it changes what a chain comes to, and whether something fitting is then said. */
export function hunt(analysis: Analysis, mutants: readonly Mutant[], run: (files: readonly SourceFile[]) => Analysis): Hunt {
  const found: Hunt = { made: 0, changed: 0, survivors: [] };
  const locators = new Map<string, Locator>();
  const pictureOf = (a: Analysis, mutant: Mutant): string => a.chains.map((c) => resolutionOf(a, c, mutant)).join('\n');
  const before = new Map<RawObject, string>();
  const said = saidOf(analysis);
  for (const mutant of mutants) {
    const files = mutated(analysis, mutant, locators);
    if (!files) continue;
    found.made++;
    const after = run(files);
    const was = before.get(mutant.object) ?? pictureOf(analysis, mutant);
    before.set(mutant.object, was);
    if (nameKept(pictureOf(after, mutant), mutant) === was) continue;
    found.changed++;
    const codes = newIn(said, saidOf(after));
    const fit = fitting(mutant.object.kind, mutant.path);
    if (!codes.some((code) => fit.has(code)))
      found.survivors.push(`${mutant.object.kind} ${mutant.path.join('.')} [${mutant.how}] -> ${codes.join(', ') || 'nothing'}`);
  }
  return found;
}
