import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Analysed, analysePath } from './analysed.ts';
import { compareChain } from './chain.ts';
import { same } from './compare.ts';
import { chainOnly, compareExpectation, type Expectation } from './expectations.ts';
import { compareGolden, type Golden } from './golden.ts';
import { compareNetpol } from './netpol.ts';
import { compareScale } from './scale.ts';
import { compareScrapeConfig } from './scrapeConfig.ts';
import { compareSelection } from './selection.ts';
import type { Case, Difference, Suite } from './types.ts';

/** The longest a hostile file may take. */
const NASTY_MILLISECONDS = 2000;

const json = <T>(...path: string[]): T => JSON.parse(readFileSync(join(...path), 'utf8')) as T;

/** Runs one comparison; a crash is a difference like any other, and the worst. */
async function compared(suite: Suite, name: string, run: () => Promise<{ chains: number; differences: Difference[] }>): Promise<Case> {
  const started = performance.now();
  const outcome = await run().catch((error: unknown) => ({
    chains: 1,
    differences: [{ chain: '-', field: 'crash', expected: 'an answer', got: error instanceof Error ? error.message : String(error) }],
  }));
  return { suite, name, ...outcome, milliseconds: performance.now() - started };
}

/** `corpus/golden`: the expected chains of whole sets. `NAME@NS.json` is the set NAME with default namespace NS. */
async function* goldenCases(corpus: string): AsyncGenerator<Case> {
  const files = readdirSync(join(corpus, 'golden')).filter((file) => file.endsWith('.json'));
  for (const file of files.sort()) {
    const name = file.replace(/\.json$/, '');
    const [set = '', namespace] = name.split('@');
    yield await compared('golden', name, async () => {
      const golden = json<Golden>(corpus, 'golden', file);
      return { chains: golden.chains.length, differences: compareGolden(golden, await analysePath(join(corpus, 'sets', set), namespace)) };
    });
  }
}

/** `corpus/derived` (folders) and `corpus/semantics` (files): what single chains must come to. */
async function* expectedCases(corpus: string, suite: 'derived' | 'semantics', suffix: string): AsyncGenerator<Case> {
  const all = json<Record<string, { expect: Record<string, Expectation> }>>(corpus, suite, 'expected.json');
  for (const [name, { expect }] of Object.entries(all))
    yield await compared(suite, name, async () => {
      const { report, nearMisses } = await analysePath(join(corpus, suite, `${name}${suffix}`));
      const wanted = Object.entries(expect);
      const chain = (id: string) => report.chains.find((c) => c.id === id);
      return {
        chains: wanted.length,
        differences: wanted.flatMap(([id, expected]) => compareExpectation(id, expected, chain(id), nearMisses.get(id))),
      };
    });
}

interface NastyEntry {
  same_chain?: boolean;
  /** Documents that cannot be used. */
  bad?: number;
  /** Readers may differ on what is bad here. */
  lenient?: boolean;
  chain?: Expectation & { id: string };
}

/** `corpus/nasty`: hostile and odd files; none may crash or be slow, and `same_chain` ones read exactly like the base. */
async function* nastyCases(corpus: string): AsyncGenerator<Case> {
  const dir = join(corpus, 'nasty');
  const base = (await analysePath(join(dir, 'base.yaml'))).report.chains.map(chainOnly);
  for (const [file, entry] of Object.entries(json<Record<string, NastyEntry>>(dir, 'expect.json')))
    yield await compared('nasty', file, async () => {
      const analysed = await analysePath(join(dir, file));
      const chains = analysed.report.chains;
      const differences = nastyManners(entry, analysed);
      if (entry.same_chain && !same(chains.map(chainOnly), base))
        differences.push({ chain: base[0]?.id ?? '-', field: 'same_chain', expected: base, got: chains.map(chainOnly) });
      const wanted = entry.chain;
      const got = chains.find((c) => c.id === wanted?.id);
      if (wanted) differences.push(...compareExpectation(wanted.id, wanted, got));
      return { chains: entry.same_chain || wanted ? 1 : 0, differences };
    });
}

/** Answered in time, and what could not be read is said. */
function nastyManners({ bad = 0, lenient = false }: NastyEntry, { complaints, milliseconds }: Analysed): Difference[] {
  const found: Difference[] = [];
  if (milliseconds > NASTY_MILLISECONDS)
    found.push({ chain: '-', field: 'time', expected: `at most ${NASTY_MILLISECONDS} ms`, got: `${milliseconds.toFixed(0)} ms` });
  if (bad > 0 && !lenient && complaints === 0)
    found.push({ chain: '-', field: 'problems', expected: `${bad} unusable, said so`, got: 'silence' });
  return found;
}

/** `corpus/scale.py`: the size a large installation has. */
async function* scaleCases(corpus: string): AsyncGenerator<Case> {
  if (existsSync(join(corpus, 'scale.py'))) yield await compared('scale', '1000 apps', () => compareScale(corpus, 1000));
}

/** `conformance/NAME`: one folder a case. */
async function* folderCases(dir: string, suite: Suite, compare: (folder: string) => Difference[]): AsyncGenerator<Case> {
  const folders = readdirSync(join(dir, suite), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const name of folders.map((entry) => entry.name).sort())
    yield await compared(suite, name, async () => ({ chains: 0, differences: compare(join(dir, suite, name)) }));
}

/** Every suite and the part of the root folder it reads; what is not there has no cases. */
const ALL: readonly (readonly [suite: Suite, part: 'corpus' | 'conformance', cases: (dir: string) => AsyncGenerator<Case>])[] = [
  ['golden', 'corpus', goldenCases],
  ['derived', 'corpus', (dir) => expectedCases(dir, 'derived', '')],
  ['nasty', 'corpus', nastyCases],
  ['semantics', 'corpus', (dir) => expectedCases(dir, 'semantics', '.yaml')],
  ['scale', 'corpus', scaleCases],
  ['scrape-config', 'conformance', (dir) => folderCases(dir, 'scrape-config', compareScrapeConfig)],
  ['selection', 'conformance', (dir) => folderCases(dir, 'selection', compareSelection)],
  ['chain', 'conformance', (dir) => folderCases(dir, 'chain', compareChain)],
  ['netpol', 'conformance', (dir) => folderCases(dir, 'netpol', compareNetpol)],
];

/** All cases of all suites, or of one, one after the other: timings are only worth something alone. */
export async function* allCases(root: string, only: Suite | null = null): AsyncGenerator<Case> {
  for (const [suite, part, cases] of ALL) {
    const dir = join(root, part);
    const there = existsSync(part === 'corpus' ? dir : join(dir, suite));
    if (there && (only === null || only === suite)) yield* cases(dir);
  }
}
