import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Json, printYaml, readValue } from '../../src/engine/yaml/index.ts';

/** As plain objects, so that maps of our own compare equal to those of the test. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const odd = fc.constantFrom(
  'yes',
  'no',
  'on',
  '0777',
  '1_000',
  '~',
  'null',
  '- a',
  'a: b',
  '# x',
  '(.+);',
  '$(SHARD);|.+;.+',
  '{}',
  '  ',
  '\n',
  'a\n b\n',
  '<<',
  '=',
);
const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), odd);
const { json } = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'small' },
    text,
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => (Object.is(n, -0) ? 0 : n)),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('json'), { maxLength: 4 }),
    fc.dictionary(text, tie('json'), { maxKeys: 4 }),
  ),
}));

test('what is printed is read back as the same value', () => {
  fc.assert(
    fc.property(json, (value) => {
      const read = readValue(printYaml(value));
      expect(read.problems).toEqual([]);
      expect(plain(read.value)).toEqual(plain(value));
    }),
    { numRuns: 500 },
  );
});

test('looks like the configuration the operator writes', () => {
  const rule = { source_labels: ['job'], regex: '(.*);true', replacement: '', modulus: 1 };
  expect(
    printYaml({ scrape_configs: [{ job_name: 'a/b/0', relabel_configs: [rule], static_configs: [], labels: {} }] }),
  ).toBe(`scrape_configs:
- job_name: a/b/0
  relabel_configs:
  - source_labels:
    - job
    regex: (.*);true
    replacement: ""
    modulus: 1
  static_configs: []
  labels: {}
`);
});

test('a long text stays on its line', () => {
  const value = { query: 'word '.repeat(100).trim() };
  expect(printYaml(value).split('\n')).toHaveLength(2);
});
