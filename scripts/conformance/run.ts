import { loadParts } from '../../src/engine/scrape/index.ts';
import { isKnown, outdated, readKnown } from './known.ts';
import { allCases } from './suites.ts';
import type { Case, Difference, Known, Suite } from './types.ts';

export interface RunOptions {
  /** Folder that holds `corpus/`, and `conformance/` where there is one. */
  root: string;
  knownFile: string;
  /** Runs this suite alone. */
  only?: Suite | null;
  print: (line: string) => void;
}

/** Compares everything and prints every difference. A case fails when it differs in anything that is not on the known list. */
export async function runConformance({ root, knownFile, only = null, print }: RunOptions): Promise<{ passed: number; failed: number }> {
  await loadParts();
  const known = readKnown(knownFile);
  const cases: Case[] = [];
  for await (const one of allCases(root, only)) {
    if (one.suite !== cases.at(-1)?.suite) print(`\n${one.suite}`);
    cases.push(one);
    for (const line of caseLines(one, known)) print(line);
  }
  // An entry about a suite that was not run is not outdated.
  const stale = only === null ? outdated(known, cases) : [];
  for (const { set, chain, field } of stale) print(`\n${knownFile}: ${set} ${chain} ${field} agrees now; remove the entry.`);

  print('');
  for (const suite of new Set(cases.map((c) => c.suite))) print(suiteLine(suite, cases));
  const failing = cases.filter((c) => surprises(c, known).length > 0).length;
  return { passed: cases.length - failing, failed: failing + stale.length };
}

const surprises = (one: Case, known: readonly Known[]): Difference[] => one.differences.filter((d) => !isKnown(known, one, d));

/** Chains in which a case differs; `-` stands for the file as a whole. */
const differingChains = ({ differences }: Case): number => new Set(differences.filter((d) => d.chain !== '-').map((d) => d.chain)).size;

function suiteLine(suite: string, cases: readonly Case[]): string {
  const own = cases.filter((c) => c.suite === suite);
  const chains = own.reduce((sum, c) => sum + c.chains, 0);
  const differing = own.reduce((sum, c) => sum + differingChains(c), 0);
  const whole = own.filter((c) => c.differences.length === 0).length;
  const ofChains = chains > 0 ? `, ${Math.max(0, chains - differing)} of ${chains} chains` : '';
  return `${suite}: ${whole} of ${own.length} agree fully${ofChains}`;
}

function caseLines(one: Case, known: readonly Known[]): string[] {
  const { differences, chains, name, milliseconds } = one;
  const differing = differingChains(one);
  const agreement = differences.length === 0 ? 'as expected' : 'differs';
  const counts = chains > 0 ? `${Math.max(0, chains - differing)}/${chains} chains agree` : agreement;
  const mark = differences.length === 0 ? 'ok  ' : surprises(one, known).length > 0 ? 'FAIL' : 'diff';
  return [
    `  ${mark} ${name.padEnd(36)} ${counts}, ${milliseconds.toFixed(0)} ms`,
    ...differences.map((d) => {
      const why = isKnown(known, one, d) ? '  (known)' : '';
      return `         ${d.chain} ${d.field}: expected ${JSON.stringify(d.expected)}, got ${JSON.stringify(d.got)}${why}`;
    }),
  ];
}
