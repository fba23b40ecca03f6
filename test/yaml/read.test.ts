import { describe, expect, test } from 'vitest';
import { isYaml11Bool, readValue } from '../../src/engine/yaml/index.ts';

const value = (text: string) => JSON.stringify(readValue(text).value);

/** As `kubectl patch --local -o json` prints them (kubectl 1.32). */
describe('scalars are read as kubectl reads them', () => {
  test.each([
    ['0777', '511'],
    ['012', '10'],
    ['08', '8'],
    ['1_000', '1000'],
    ['0b11', '3'],
    ['0o17', '15'],
    ['0x_1F', '31'],
    ['0x1FFFFFFFFFFFFFFFFF', '"0x1FFFFFFFFFFFFFFFFF"'],
    ['.5', '0.5'],
    ['+5', '5'],
    ['1e3', '1000'],
    ['1e999', '"1e999"'],
    ['1.10', '1.1'],
    ['1.2.3', '"1.2.3"'],
    ['2026-01-01', '"2026-01-01"'],
    ['1:30', '"1:30"'],
    ['_1', '"_1"'],
    ['~', 'null'],
    ['Null', 'null'],
    ['nULL', '"nULL"'],
    ['TRUE', 'true'],
    ['"1"', '"1"'],
    ["'a''b'", '"a\'b"'],
    ['!!str 5', '"5"'],
    ['!!int "5"', '5'],
    ['!foo 5', '"5"'],
    ['!!binary aGVsbG8=', '"hello"'],
    ['yes', '"yes"'],
  ])('%s is %s', (source, expected) => expect(value(`a: ${source}\n`)).toBe(`{"a":${expected}}`));

  test('the words only YAML 1.1 takes for booleans are known', () => {
    expect(['yes', 'No', 'ON', 'off', 'y', 'N'].every(isYaml11Bool)).toBe(true);
    expect(['true', 'yess', 'oN', ''].some(isYaml11Bool)).toBe(false);
  });
});

describe('collections are read as kubectl reads them', () => {
  test.each([
    ['keys are texts', '{0777: a, 1.10: b, true: c}', '{"511":"a","1.1":"b","true":"c"}'],
    ['merged keys yield to later ones', 'x: &b {a: 1}\ny:\n  <<: *b\n  a: 9\n', '{"x":{"a":1},"y":{"a":9}}'],
    ['and replace earlier ones', 'x: &b {a: 1}\ny:\n  a: 9\n  <<: *b\n', '{"x":{"a":1},"y":{"a":1}}'],
    [
      'of merged maps the first wins',
      'x: &b {a: 1}\nz: &c {a: 2, c: 2}\ny:\n  <<: [*b, *c]\n',
      '{"x":{"a":1},"z":{"a":2,"c":2},"y":{"a":1,"c":2}}',
    ],
    ['a quoted << is a key', '"<<": {z: 1}\n', '{"<<":{"z":1}}'],
    ['no inherited names', '{"__proto__": {"a": 1}, "constructor": 2}', '{"__proto__":{"a":1},"constructor":2}'],
    ['tabs as separators', 'a:\tb\t# c\n', '{"a":"b"}'],
    ['folded and literal', 'a: >-\n  x\n  y\n\n  z\nb: |\n  1\n   2\nc: |+\n  k\n\n', '{"a":"x y\\nz","b":"1\\n 2\\n","c":"k\\n\\n"}'],
    ['JSON with tabs', '{\n\t"a": [1, true, null]\n}', '{"a":[1,true,null]}'],
  ])('%s', (_, text, expected) => expect(value(text)).toBe(expected));

  test('maps have nothing but their keys', () => {
    for (const text of ['a: 1', '{"a": 1}', 'a: 1 # &b\n<<: {}']) {
      const map = readValue(text).value as object;
      expect(['toString', '__proto__', 'constructor'].filter((name) => name in map)).toEqual([]);
    }
  });
});

/** `code@line:column` of each problem; a leading `!` marks those that leave no value. */
function problems(text: string): string[] {
  const { value, problems } = readValue(text);
  return problems.map(({ code, start }) => {
    const before = text.slice(0, start).split('\n');
    return `${value === undefined ? '!' : ''}${code}@${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
  });
}

describe('what cannot be read is told with its place', () => {
  test.each([
    ['a key twice: the last wins', 'a: 1\nb: 2\na: 3\n', ['yaml-duplicate-key@3:1']],
    ['a tab as indentation', 'a:\n\tb: 1\n', ['!yaml-tab-indent@2:1']],
    ['a quote that swallows the rest', 'a: 1\nb: "x\nc: 2\n', ['!yaml-unterminated@2:4']],
    ['a quote closed lines below', 'a: "x\nb: "y"\nc: 1\n', ['!yaml-unterminated@1:4']],
    ['a bracket', 'a: [1, 2\nb: 1\n', ['!yaml-unterminated@1:4']],
    ['an inner bracket', 'a: [1, {b: 2]\nc: 1\n', ['!yaml-unterminated@1:8']],
    ['an unknown alias', 'a: *b\n', ['!unknown-alias@1:4']],
    ['a cycle', 'a: &x {self: *x}\n', ['!alias-cycle@1:14']],
    ['dots instead of content', 'spec:\n  ...\n  a: 1\n', ['!excerpt@2:3']],
    ['dots in column 0', 'a: 1\n......\nb: 1\n', ['!excerpt@2:1']],
    ['dots that happen to be a value', 'a:\n- x\n- ...\n', ['excerpt@3:3']],
    ['lines cut out of their place', '    a: 1\n  b: 2\n', ['!excerpt@2:1']],
    ['JSON', '{"a": 1,\n "b" 2}', ['!json-syntax@2:6']],
    ['JSON that stops', '{"a": [1', ['!json-syntax@1:8']],
    ['a map as a key', '? {a: 1}\n: 2\n', ['!yaml-syntax@1:3']],
  ])('%s', (_, text, expected) => expect(problems(text)).toEqual(expected));
});

test('limits are the caller’s to set', () => {
  expect(problems('a: {b: {c: 1}}')).toEqual([]);
  expect(readValue('a: {b: {c: 1}}', { depth: 2 }).problems[0]?.code).toBe('too-deep');
  expect(readValue('{"a": {"b": {"c": 1}}}', { depth: 2 }).problems[0]?.code).toBe('too-deep');
  expect(readValue('a: &a [1, 2]\nb: [*a, *a]\n', { aliases: 5 }).problems[0]?.code).toBe('too-many-aliases');
  expect(readValue('a: 12345', { chars: 5 }).problems[0]?.code).toBe('too-large');
});
