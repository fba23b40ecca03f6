import { describe, expect, test } from 'vitest';
import { createLocator, type Path } from '../../src/engine/yaml/index.ts';

/** The text at a place, or null. */
const at = (text: string, path: Path, part: 'key' | 'value' = 'value') => {
  const span = createLocator(text).span(path, part);
  return span && text.slice(span.start, span.end);
};

const manifest = `# head
kind: Service   # what
metadata:
  name: "web"
  labels: {app: web, 'tier': front}
spec:
  ports:
  - name: http
    port: 80 # note
  -   name: https
  script: |
    one
    two

  empty:
  last: plain text
    goes on
`;

describe('a locator finds the exact source', () => {
  test.each<[string, Path, string | null]>([
    ['a plain scalar, not its comment', ['kind'], 'Service'],
    ['quotes included', ['metadata', 'name'], '"web"'],
    ['in flow style', ['metadata', 'labels', 'tier'], 'front'],
    ['a flow collection', ['metadata', 'labels'], "{app: web, 'tier': front}"],
    ['a list item', ['spec', 'ports', 1], 'name: https'],
    ['in a list', ['spec', 'ports', 0, 'port'], '80'],
    ['a list, without what follows', ['spec', 'ports'], '- name: http\n    port: 80 # note\n  -   name: https'],
    ['a block scalar with its header', ['spec', 'script'], '|\n    one\n    two'],
    ['nothing, right behind the colon', ['spec', 'empty'], ''],
    ['several lines', ['spec', 'last'], 'plain text\n    goes on'],
    ['not what is absent', ['spec', 'ports', 2], null],
    ['not below a scalar', ['kind', 'x'], null],
  ])('%s', (_, path, expected) => expect(at(manifest, path)).toBe(expected));

  test('keys too', () => {
    expect(at(manifest, ['metadata', 'labels', 'tier'], 'key')).toBe("'tier'");
    expect(at(manifest, ['spec', 'empty'], 'key')).toBe('empty');
  });

  test('in JSON, tabs and all', () => {
    const json = '{\n\t"a": [1, {"b": "x"}]\n}';
    expect(at(json, ['a', 1, 'b'])).toBe('"x"');
    expect(at(json, ['a', 1, 'b'], 'key')).toBe('"b"');
  });

  test('in CRLF and behind a BOM', () => {
    expect(at('\uFEFFa:\r\n  b: c\r\n', ['a', 'b'])).toBe('c');
  });
});

describe('aliases and merges', () => {
  const text = 'base: &b {x: 1, y: 2}\nsame: *b\nmerged:\n  <<: *b\n  y: 3\nodd: &n 0x10\n0x10: k\n';
  test.each<[string, Path, string | null]>([
    ['an alias itself', ['same'], '*b'],
    ['below an alias: its source', ['same', 'x'], '1'],
    ['a merged key: its source', ['merged', 'x'], '1'],
    ['a key of its own', ['merged', 'y'], '3'],
    ['the anchor is no part of the value', ['base'], '{x: 1, y: 2}'],
    ['keys go by their value', ['16'], 'k'],
  ])('%s', (_, path, expected) => expect(at(text, path)).toBe(expected));

  test('equal keys: the last', () => expect(at('a: 1\na: 2\n', ['a'])).toBe('2'));
});

test('the nearest place is the longest part of the path that exists', () => {
  const locator = createLocator(manifest);
  const nearest = (path: Path) => {
    const { start, end } = locator.nearest(path);
    return manifest.slice(start, end);
  };
  expect(nearest(['spec', 'ports', 0, 'port'])).toBe('80');
  expect(nearest(['metadata', 'namespace'])).toBe('metadata');
  expect(nearest(['spec', 'ports', 1, 'port', 'deep'])).toBe('name: https');
  expect(createLocator('').nearest(['a'])).toEqual({ start: 0, end: 0 });
});

test('lines and columns count from one', () => {
  const { lineCol } = createLocator('ab\r\nc\n');
  expect([0, 1, 4, 5, 6].map((o) => Object.values(lineCol(o)).join(':'))).toEqual(['1:1', '1:2', '2:1', '2:2', '3:1']);
});

test('a broken document is located as far as it was understood', () => {
  const text = 'a: 1\nb: [1, 2\nc: 3\n';
  expect(at(text, ['a'])).toBe('1');
  expect(createLocator(text).nearest(['zzz']).start).toBe(0);
});
