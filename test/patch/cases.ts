import { type Analysis, analyze } from '../../src/engine/analyze.ts';
import { createReadCache, type SourceFile } from '../../src/engine/ingest/index.ts';
import type { Goal } from '../../src/engine/patch/index.ts';
import { fixture } from '../fixtures/load.ts';

export const CASES: readonly string[] = [
  'node-exporter/shared-port',
  'node-exporter/split-port',
  'two-proxies',
  'kept-port',
  'plain',
  'pod-monitor',
  'undeclared',
];

const guards = fixture('guards');
const cache = createReadCache();

/** A fixture with the Prometheus that scrapes it. */
export const withPrometheus = (name: string): SourceFile[] => [...fixture(name), ...guards];
export const run = (files: readonly SourceFile[]): Analysis => analyze(files, { defaultNamespace: 'default' }, cache);

export const goalOf = (chain: string, goal: Goal['goal'], more: Partial<Goal> = {}): Goal => ({
  chain,
  goal,
  names: 'keep',
  removeUnusedRbac: false,
  ...more,
});
export const other = (goal: Goal['goal']): Goal['goal'] => (goal === 'http' ? 'https' : 'http');
