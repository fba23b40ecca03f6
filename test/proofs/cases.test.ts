import { describe, expect, it, test } from 'vitest';
import { analyze } from '../../src/engine/analyze.ts';
import { CASES, NOT_IN_MANIFESTS } from './cases.ts';
import { CODES, chainOf } from './said.ts';

const ROWS = [...Array.from({ length: 65 }, (_, i) => String(i + 1)), '–', '?'];

describe.each(CASES)('$row $from', ({ files, chain, by, operator = null }) => {
  const analysis = analyze(files, { defaultNamespace: 'default', operatorVersion: operator });
  const found = analysis.findings.filter((f) => f.chain === chain).map((f) => (f.severity === 'error' ? `error ${f.code}` : f.code));

  it('is read', () => {
    expect(analysis.ingested.problems).toEqual([]);
    expect(chainOf(analysis, chain).id).toBe(chain);
  });
  it('is caught', () => expect(found).toEqual(expect.arrayContaining(by)));
  it('is no chain that works, where an error says so', () => {
    const errors = by.some((s) => s.startsWith('error'));
    if (errors) expect(chainOf(analysis, chain).status).toBe('broken');
    else expect(found.filter((s) => s.startsWith('error'))).toEqual([]);
  });
});

test('every row is caught or says why no manifest shows it, at most ten of those', () => {
  const seen = new Set([...CASES.map((c) => c.row), ...Object.keys(NOT_IN_MANIFESTS)]);
  expect(ROWS.filter((row) => !seen.has(row))).toEqual([]);
  expect(Object.keys(NOT_IN_MANIFESTS).length).toBeLessThanOrEqual(10);
  expect(Object.keys(NOT_IN_MANIFESTS).filter((row) => CASES.some((c) => c.row === row))).toEqual([]);
});

test('checks that are to come are not there: once they are, their rows want them', () => {
  expect(CASES.flatMap((c) => (c.later ?? []).filter((code) => CODES.has(code)).map((code) => `${c.row}: ${code}`))).toEqual([]);
});
