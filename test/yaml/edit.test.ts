import { describe, expect, test } from 'vitest';
import { applyEdits, type EditOp, editDocument, type Json, type Path, type ScalarInput } from '../../src/engine/yaml/index.ts';

const edit = (text: string, ...ops: EditOp[]): string => {
  const result = editDocument(text, ops);
  return result.ok ? applyEdits(text, result.edits) : `refused: ${result.reason} ${result.path.join('.')}`;
};
const set = (path: Path, value: ScalarInput): EditOp => ({ op: 'set', path, value });
const remove = (path: Path, emptyParent?: 'keep' | 'remove'): EditOp => ({ op: 'remove', path, ...(emptyParent ? { emptyParent } : {}) });
const insert = (path: Path, key: string, value: Json): EditOp => ({ op: 'insert', path, key, value });
const item = (path: Path, index: number, value: Json): EditOp => ({ op: 'insert-item', path, index, value });

describe('a scalar is set', () => {
  test.each<[string, string, ScalarInput, string]>([
    ['plain, the comment stays', 'a: http # c\n', 'https', 'a: https # c\n'],
    ['in its quotes', "a: 'http'\n", 'https', "a: 'https'\n"],
    ['in its quotes', 'a: "http"\n', 'say "x"', 'a: "say \\"x\\""\n'],
    ['quoted where it would be a number', 'a: x\n', '0777', 'a: "0777"\n'],
    ['quoted where kubectl reads true', 'a: x\n', 'on', 'a: "on"\n'],
    ['with the quotes the document likes', "b: 'y'\na: x\n", '1_000', "b: 'y'\na: '1_000'\n"],
    ['quoted before a comment sign', 'a: x\n', 'y #z', 'a: "y #z"\n'],
    ['plain where it is harmless', 'a: "x"\nb: x\n', ':9100', 'a: ":9100"\nb: x\n'],
    ['unquoted when it becomes a number', 'a: "9100"\n', 9101, 'a: 9101\n'],
    ['quoted when it becomes a text', 'a: 9100\n', '9100', 'a: "9100"\n'],
    ['where nothing was', 'a: # c\nb: 1\n', true, 'a: true # c\nb: 1\n'],
    ['in flow style', '{a: x, b: y}\n', 'p, q', '{a: "p, q", b: y}\n'],
    ['in JSON', '{"a": 1}', 'x', '{"a": "x"}'],
    ['literal stays literal', 'a: |\n  x\nb: 1\n', 'y\nz\n', 'a: |\n  y\n  z\nb: 1\n'],
    ['literal, stripped', 'a: |\n  x\nb: 1\n', 'y\nz', 'a: |-\n  y\n  z\nb: 1\n'],
    ['literal, text that begins with blanks', 'a: |\n    x\n', '  y\nz\n', 'a: |4\n      y\n    z\n'],
    ['folded stays folded', 'a: >-\n  x\n  y\n', 'z', 'a: >-\n  z\n'],
    ['CRLF', 'a: |\r\n  x\r\nb: 1\r\n', 'y\nz\n', 'a: |\r\n  y\r\n  z\r\nb: 1\r\n'],
  ])('%s', (_, text, value, expected) => expect(edit(text, set(['a'], value))).toBe(expected));
});

describe('a key is renamed', () => {
  test('in place', () => expect(edit('a: 1 # c\n', { op: 'rename', path: ['a'], key: 'b' })).toBe('b: 1 # c\n'));
  test('quoted where needed', () => expect(edit('a: 1\n', { op: 'rename', path: ['a'], key: 'y' })).toBe('"y": 1\n'));
  test('not to a name taken', () => expect(edit('a: 1\nb: 2\n', { op: 'rename', path: ['a'], key: 'b' })).toBe('refused: key-exists a'));
});

const pod = `spec:
  containers:
  - name: app
    # where it listens
    args:
    - --listen=127.0.0.1
    - --v=2 # loud
    ports: []
  # the proxy
  - name: proxy
    image: p
  hostNetwork: true
`;

describe('an entry is removed with its lines and its comment', () => {
  test.each<[string, string, EditOp[], string]>([
    ['an item', pod, [remove(['spec', 'containers', 1])], pod.replace('  # the proxy\n  - name: proxy\n    image: p\n', '')],
    ['an entry', pod, [remove(['spec', 'containers', 0, 'args'])], pod.replace(/ {4}# where[\s\S]*?loud\n/, '')],
    ['the first of an item', pod, [remove(['spec', 'containers', 1, 'name'])], pod.replace('name: proxy\n    image', 'image')],
    [
      'the first of an item, a comment moves up',
      pod,
      [remove(['spec', 'containers', 0, 'name'])],
      pod.replace('name: app\n    # where', '# where'),
    ],
    ['all items', 'a:\n- 1\n- 2\nb: 1\n', [remove(['a', 0]), remove(['a', 1])], 'a: []\nb: 1\n'],
    ['all entries', 'a: # c\n  x: 1\nb: 1\n', [remove(['a', 'x'])], 'a: {} # c\nb: 1\n'],
    ['and the parent, if asked', 'a:\n  b:\n    x: 1\nc: 1\n', [remove(['a', 'b', 'x'], 'remove')], 'c: 1\n'],
    ['from flow style', '{a: 1, b: 2, c: 3}', [remove(['b'])], '{a: 1, c: 3}'],
    ['the last of flow style', '{a: 1, b: 2}', [remove(['b'])], '{a: 1}'],
    ['from JSON', '{\n  "a": 1,\n  "b": 2\n}', [remove(['b'])], '{\n  "a": 1\n}'],
    ['at the end of the text', 'a: 1\nb: 2', [remove(['b'])], 'a: 1\n'],
    [
      'a child of what goes too',
      pod,
      [remove(['spec', 'containers', 1]), remove(['spec', 'containers', 1, 'name'])],
      pod.replace('  # the proxy\n  - name: proxy\n    image: p\n', ''),
    ],
  ])('%s', (_, text, ops, expected) => expect(edit(text, ...ops)).toBe(expected));
});

describe('an entry is inserted as the document is written', () => {
  test.each<[string, string, EditOp, string]>([
    ['at the end', 'a:\n    b: 1\nc: 2\n', insert(['a'], 'd', { e: ['x'] }), 'a:\n    b: 1\n    d:\n        e:\n        - x\nc: 2\n'],
    ['with its list style', 'a:\n  b:\n    - 1\n', insert(['a'], 'c', [1]), 'a:\n  b:\n    - 1\n  c:\n    - 1\n'],
    [
      'before a key',
      'a: 1\n# of b\nb: 2\n',
      { op: 'insert', path: [], key: 'x', value: 'v', where: { before: 'b' } },
      'a: 1\nx: v\n# of b\nb: 2\n',
    ],
    ['after a key', 'a: 1\nb: 2\n', { op: 'insert', path: [], key: 'x', value: null, where: { after: 'a' } }, 'a: 1\nx: null\nb: 2\n'],
    [
      'before the first of an item',
      '- a: 1\n',
      { op: 'insert', path: [0], key: 'x', value: 1, where: { before: 'a' } },
      '- x: 1\n  a: 1\n',
    ],
    ['an item', pod, item(['spec', 'containers', 0, 'args'], 1, '--x=:1'), pod.replace('127.0.0.1\n', '127.0.0.1\n    - --x=:1\n')],
    ['a map as an item', 'a:\n- b: 1\n', item(['a'], 1, { b: 2, c: { d: 'on' } }), 'a:\n- b: 1\n- b: 2\n  c:\n    d: "on"\n'],
    [
      'into an empty list',
      pod,
      item(['spec', 'containers', 0, 'ports'], 0, { port: 1 }),
      pod.replace('ports: []', 'ports:\n    - port: 1'),
    ],
    ['into an empty map', 'a: {} # c\nb: 1\n', insert(['a'], 'x', 1), 'a: # c\n  x: 1\nb: 1\n'],
    ['into nothing', 'a:\nb: 1\n', insert(['a'], 'x', 1), 'a:\n  x: 1\nb: 1\n'],
    ['into flow style', 'a: {b: 1}\n', insert(['a'], 'c', ['x']), 'a: {b: 1, c: [x]}\n'],
    ['a text of several lines', 'a: 1\n', insert([], 'b', 'x\ny\n'), 'a: 1\nb: |\n  x\n  y\n'],
    ['without a last line break', 'a: 1', insert([], 'b', 2), 'a: 1\nb: 2'],
    ['with CRLF', 'a:\r\n- 1\r\n', item(['a'], 1, 2), 'a:\r\n- 1\r\n- 2\r\n'],
    ['into JSON', '{\n  "a": [\n    1\n  ]\n}', item(['a'], 1, { b: 1 }), '{\n  "a": [\n    1,\n    {\n      "b": 1\n    }\n  ]\n}'],
    ['into tight JSON', '{"a":{"b":1}}', insert(['a'], 'c', 'x'), '{"a":{"b":1,"c":"x"}}'],
  ])('%s', (_, text, op, expected) => expect(edit(text, op)).toBe(expected));
});

describe('an edit is refused', () => {
  test.each<[string, string, EditOp[], string]>([
    ['of what is not there', 'a: 1\n', [set(['b'], 1)], 'not-found b'],
    ['of a collection as a scalar', 'a: [1]\n', [set(['a'], 1)], 'not-a-scalar a'],
    ['behind an alias', 'a: &x {b: 1}\nc: *x\n', [set(['c', 'b'], 1)], 'shared c.b'],
    ['of what an alias reads', 'a: &x {b: 1}\nc: *x\n', [set(['a', 'b'], 1)], 'shared a.b'],
    ['of a tagged scalar', 'a: !!str 1\n', [set(['a'], 2)], 'tagged a'],
    ['of a broken document', 'a: [1\n', [set(['a'], 2)], 'unreadable '],
    ['of a key that exists', 'a: {b: 1}\n', [insert(['a'], 'b', 1)], 'key-exists a'],
    ['of the same text twice', 'a: 1\n', [set(['a'], 2), set(['a'], 3)], 'overlap a'],
    ['with a number JSON has not', 'a: 1\n', [set(['a'], Number.NaN)], 'bad-value a'],
  ])('%s', (_, text, ops, reason) => expect(edit(text, ...ops)).toBe(`refused: ${reason}`));
});

test('a batch is meant for the text as it is: paths do not shift', () => {
  const text = 'a:\n- 1\n- 2\n- 3\nb: x\n';
  expect(edit(text, remove(['a', 0]), set(['a', 2], 4), item(['a'], 3, 5), { op: 'rename', path: ['b'], key: 'c' })).toBe(
    'a:\n- 2\n- 4\n- 5\nc: x\n',
  );
});

test('edits that overlap are a mistake', () => {
  expect(() =>
    applyEdits('abc', [
      { start: 1, end: 3, text: '' },
      { start: 2, end: 3, text: '' },
    ]),
  ).toThrow(RangeError);
});
