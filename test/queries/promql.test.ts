import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { selectorsOf } from '../../src/engine/queries/index.ts';

/** `up{job="x"}` as `up job="x"`, one selector a line. */
const picture = (text: string): string[] =>
  selectorsOf(text).selectors.map((s) => [s.metric ?? '*', ...s.matchers.map((m) => `${m.label}${m.op}${m.value}`)].join(' '));

test.each<[expr: string, ...selectors: string[]]>([
  ['up', 'up'],
  ['up{job="a", x!=\'b\', y=~`c.+`, z!~"d"}', 'up job=a x!=b y=~c.+ z!~d'],
  ['{__name__="up", job="a"}', 'up job=a'],
  ['{"my.metric", "label one"="a"}', 'my.metric label one=a'],
  ['{__name__=~"node_.+"}', '* __name__=~node_.+'],
  ['sum by (job) (rate(a{x="1"}[5m] offset 1h)) / on () group_left b', 'a x=1', 'b'],
  ['max_over_time(rate(a[1m])[5m:30s] @ end())', 'a'],
  ['a or b unless c and d', 'a', 'b', 'c', 'd'],
  ['vector(1) > bool 0.5'],
  ['up{job="a\\"b\\n\\x41\\u00e9"}', 'up job=a"b\nAé'],
  ['# words\nup # more', 'up'],
])('%s', (expr, ...selectors) => {
  expect(picture(expr)).toEqual(selectors);
  expect(selectorsOf(expr).error).toBeNull();
});

describe('what Prometheus refuses, and where', () => {
  test.each<[expr: string, code: string, offset: number]>([
    ['', 'empty', 0],
    ['up{job="a"}}', 'syntax', 11],
    ['sum(', 'syntax', 4],
    ['rate(x[$__interval])', 'syntax', 7],
    ['up{job="a', 'syntax', 9],
    ['up{job=~"a\\.b"}', 'escape', 10],
    ['up{job="a\\\'b"}', 'escape', 9],
    ['up{job=~"a("}', 'regex', 9],
    ['{job=~".*"}', 'empty-selector', 0],
    ['up{__name__="down"}', 'name-twice', 0],
    ['rate(up)', 'type', 5],
    ['sum(up[5m])', 'type', 4],
    ['up[5m] > 1', 'type', 0],
    ['time() > 5', 'type', 7],
    ['up and 1', 'type', 7],
    ['sum(up) offset 5m', 'type', 0],
    ['a + rate(b[5m]) offset 5m', 'type', 4],
    ['topk(up)', 'type', 0],
    ['histogram_quantile(sum(x), 0.9)', 'type', 19],
    ['(up)[5m]', 'type', 0],
    ['a and on (x) group_left b', 'type', 6],
    ['abs(up, up)', 'type', 0],
  ])('%s', (expr, code, offset) => {
    expect(selectorsOf(expr).error).toMatchObject({ code, offset });
  });

  test.each([
    'a + b offset 5m',
    '-a offset 5m',
    'a > bool 1 and b @ 5',
    'scalar(a) > bool 5',
    'count_values("v", a)',
    'quantile by (x) (0.9, a)',
    'a * on () 5',
    'round(a, 5) or round(a)',
    'label_join(a, "x", ",", "y", "z")',
    'absent_over_time(a{b="c"}[5m])',
    'hour() > 5 or hour(a) < 3',
    'sum(rate(a[5m])) without (x,)',
    'max_over_time(sum(a)[1h:])',
    '2 * pi() + time()',
    'a == 0x1F or a == Inf or a == 1h30m',
  ])('and what it accepts: %s', (expr) => {
    expect(selectorsOf(expr).error).toBeNull();
  });
});

describe('laws', () => {
  const words =
    'up job = =~ != !~ { } ( ) [ ] "a" \'b\' `c` "x( \\ 5m 1 + - * / ^ and or unless by without on offset @ sum rate absent topk bool : , # \n __name__ 0x 😀 constructor'.split(
      ' ',
    );
  const soup = fc.array(fc.constantFrom(...words), { maxLength: 25 }).map((parts) => parts.join(' '));

  it('never throws and finds its offsets in the text', () => {
    fc.assert(
      fc.property(fc.oneof(soup, fc.string({ unit: 'binary', maxLength: 60 })), (text) => {
        const { selectors, error, expr } = selectorsOf(text);
        if (error) expect(error.offset).toBeLessThanOrEqual(Math.max(text.length, 1));
        else expect(expr).not.toBeNull();
        for (const s of selectors) expect(0 <= s.from && s.from <= s.to && s.to <= text.length).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('points at the text of each matcher, wherever it stands', () => {
    const name = fc.stringMatching(/^[a-z_][a-z0-9_]{0,8}$/).filter((n) => n !== '__name__');
    const matcher = fc.record({ name, op: fc.constantFrom('=', '!=', '=~', '!~'), value: fc.stringMatching(/^[a-z0-9./-]{1,8}$/) });
    fc.assert(
      fc.property(fc.array(matcher, { minLength: 1, maxLength: 4 }), fc.constantFrom('', ' ', '\n  '), (matchers, gap) => {
        const texts = matchers.map((m) => `${m.name}${gap}${m.op}${gap}"${m.value}"`);
        const expr = `sum(rate(metric{${texts.join(`,${gap}`)}}[5m])) > 0`;
        const [selector] = selectorsOf(expr).selectors;
        expect(selector?.matchers.map((m) => expr.slice(m.from, m.to))).toEqual(texts);
        expect(selector?.matchers.map((m) => m.value)).toEqual(matchers.map((m) => m.value));
      }),
    );
  });

  it('does not follow what is nested beyond sense', () => {
    expect(selectorsOf(`${'('.repeat(3000)}up${')'.repeat(3000)}`).error?.code).toBe('too-deep');
    expect(selectorsOf(`${'up + '.repeat(2000)}up`).error?.code).toBe('too-deep');
    expect(selectorsOf(`${'up + '.repeat(200)}up`).error).toBeNull();
    expect(selectorsOf('a'.repeat(30_000)).error?.code).toBe('too-long');
  });
});
