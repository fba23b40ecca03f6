import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { compiles, matchRegex } from '../../src/engine/scrape/regex/index.ts';
import { compileRe2 } from '../../src/engine/scrape/regex/re2.ts';
import { isSimple } from '../../src/engine/scrape/regex/simple.ts';

test.each([
  ['(.*)', true],
  ['(https?)', true],
  ['([^:]+)(?::\\d+)?;(\\d+)', false],
  ['[a-z]+_(total|sum)', true],
  ['a|b|c', true],
  ['node-exporter', true],
  ['(?i)web', false],
  ['(?P<x>a)', false],
  ['(a+)+', false],
  ['(a|a)*', false],
  ['.*.*.*.*x', false],
  ['\\pL', false],
  ['\\s', false],
  ['[[:alpha:]]', false],
  ['a{2000}', false],
  ['(', false],
  ['a)', false],
  ['*', false],
  ['', true],
])('%j simple: %j', (pattern, expected) => {
  expect(isSimple(pattern)).toBe(expected);
});

const piece = fc.constantFrom(
  'a',
  'b',
  '-',
  '.',
  '.*',
  '.+',
  'a?',
  '(a)',
  '(a|b)',
  '(?:b+)',
  '[ab]',
  '[^a]*',
  '[a-c]',
  '\\d',
  '\\.',
  '\\w+',
  '|',
  '^',
  '$',
  'b{1,2}',
  '(',
  ')',
  '+',
  '[',
  '\\s',
  '_',
);
const pattern = fc.array(piece, { maxLength: 8 }).map((parts) => parts.join(''));
const value = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '.', '-', '1', '_', '\n', ' '), maxLength: 8 });

test('a simple pattern means the same to JavaScript as to RE2, groups included', () => {
  fc.assert(
    fc.property(pattern, value, (p, v) => {
      fc.pre(isSimple(p));
      const js = new RegExp(`^(?:${p})$`, 's').exec(v);
      expect(js && Array.from(js, (g) => g ?? '')).toEqual(compileRe2(`^(?s:${p})$`)?.match(v) ?? null);
    }),
    { numRuns: 5000 },
  );
});

test('any pattern on any text gives an answer, soon', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.string(),
      (p, v) => [null, 'invalid'].includes(matchRegex(p, v) as null) || Array.isArray(matchRegex(p, v)),
    ),
  );
  const started = performance.now();
  expect(matchRegex('(x+x+)+y', 'x'.repeat(5000))).toBe(null);
  expect(matchRegex('.*a.*b.*c', 'ab'.repeat(5000))).toBe(null);
  expect(performance.now() - started).toBeLessThan(2000);
});

test('RE2 is loaded when a pattern first needs it', async () => {
  vi.resetModules();
  const fresh = await import('../../src/engine/scrape/regex/index.ts');
  expect(fresh.matchRegex('a.c', 'abc')).toEqual(['abc']);
  const { withParts } = await import('../../src/engine/lazy/index.ts');
  expect(() => fresh.matchRegex('(?i)abc', 'ABC')).toThrow('not loaded');
  expect(await withParts(() => fresh.matchRegex('(?i)abc', 'ABC'))).toEqual(['ABC']);
  expect(fresh.matchRegex('(?i)abd', 'ABC')).toBe(null);
});

test.each([
  ['', true],
  ['a.c|d', true],
  ['(?i)a', true],
  ['a)', false],
  ['(?=a)', false],
  ['a**', false],
  // Prometheus puts its own parentheses around the pattern.
  ['a)(b', true],
] as const)('relabelling takes the regex %j: %j', (pattern, expected) => {
  expect(compiles(pattern)).toBe(expected);
});
