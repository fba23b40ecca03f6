import { describe, expect, it, test } from 'vitest';
import { analyze } from '../../src/engine/analyze.ts';
import { allFindings } from '../../src/engine/lint/index.ts';
import { CASES, NOT_IN_MANIFESTS } from './cases.ts';
import { chainOf } from './said.ts';

const ROWS = [...Array.from({ length: 65 }, (_, i) => String(i + 1)), '–', '?'];

describe.each(CASES)('$row $from', ({ files, chain, by, operator = null }) => {
  const analysis = analyze(files, { defaultNamespace: 'default', operatorVersion: operator });
  const found = allFindings(analysis).filter((f) => f.chain === chain || f.object === chain.replace(/#.*$/, ''));
  const errors = found.filter((f) => f.severity === 'error').map((f) => `error ${f.code}`);

  it('is read', () => {
    expect(analysis.ingested.problems).toEqual([]);
    expect(chainOf(analysis, chain).id).toBe(chain);
  });
  it('is caught', () => {
    expect([...errors, ...found.map((f) => f.code)]).toEqual(expect.arrayContaining(by));
  });
  it('is no chain that works, where an error says so', () => {
    if (by.some((s) => s.startsWith('error'))) expect(chainOf(analysis, chain).status).toBe('broken');
    else expect(errors.filter((s) => !by.some((code) => s === `error ${code}`))).toEqual([]);
  });
});

test('every row is caught or says why no manifest shows it, at most ten of those', () => {
  const seen = new Set([...CASES.map((c) => c.row), ...Object.keys(NOT_IN_MANIFESTS)]);
  expect(ROWS.filter((row) => !seen.has(row))).toEqual([]);
  expect(Object.keys(NOT_IN_MANIFESTS).length).toBeLessThanOrEqual(10);
  expect(Object.keys(NOT_IN_MANIFESTS).filter((row) => CASES.some((c) => c.row === row))).toEqual([]);
});
