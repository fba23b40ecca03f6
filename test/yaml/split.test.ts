import { describe, expect, test } from 'vitest';
import { splitDocuments } from '../../src/engine/yaml/index.ts';

const texts = (file: string) => splitDocuments(file).map((s) => s.text);
const lines = (file: string) => splitDocuments(file).map((s) => s.line);

describe('splitDocuments cuts at lines of three dashes', () => {
  test.each<[string, string, string[]]>([
    ['one document', 'a: 1\n', ['a: 1\n']],
    ['two', 'a: 1\n---\nb: 2\n', ['a: 1\n', 'b: 2\n']],
    ['with CRLF', 'a: 1\r\n---\r\nb: 2\r\n', ['a: 1\r\n', 'b: 2\r\n']],
    ['with blanks and a comment behind', '--- \na: 1\n--- # second\nb: 2', ['a: 1\n', 'b: 2']],
    ['not at longer dashes or text', 'a: |\n  x\n----\n---x: 1\n', ['a: |\n  x\n----\n---x: 1\n']],
    ['not inside a block scalar', 'a: |\n  ---\n  x\n', ['a: |\n  ---\n  x\n']],
    ['content on the line of the dashes', '--- {a: 1}\n--- "b"\n', ['{a: 1}\n', '"b"\n']],
    ['comments and blanks are no document', '# top\n---\n\n---\n  # only this\n---\na: 1\n', ['a: 1\n']],
    ['comments stay with their document', '# about a\na: 1\n', ['# about a\na: 1\n']],
    ['nothing', ' \n\n', []],
    ['a lone separator', '---', []],
  ])('%s', (_, file, expected) => expect(texts(file)).toEqual(expected));
});

describe('splitDocuments knows what else surrounds documents', () => {
  test.each<[string, string, string[]]>([
    ['a BOM at the start', '\uFEFFa: 1\n', ['a: 1\n']],
    ['a BOM at each document', '\uFEFF---\na: 1\n---\n\uFEFFb: 2\n', ['a: 1\n', 'b: 2\n']],
    ['a BOM before dashes', 'a: 1\n\uFEFF---\nb: 2\n', ['a: 1\n', 'b: 2\n']],
    ['a BOM where files were joined', 'a: 1\n\uFEFFb: 2\n', ['a: 1\n', 'b: 2\n']],
    ['NULs around', '\0\0a: 1\n\0\0\0', ['a: 1\n']],
    ['an end marker', 'a: 1\n...\n---\nb: 2\n...\n', ['a: 1\n', 'b: 2\n']],
    ['an end marker before a bare document', 'kind: A\n...\napiVersion: v1\n', ['kind: A\n', 'apiVersion: v1\n']],
    ['dots in the middle are an excerpt, not an end', 'a: 1\n...\nb: 2\n', ['a: 1\n...\nb: 2\n']],
    ['directives', '%TAG !k! tag:k,1:\n---\na: 1\n---\nb: 2\n', ['%TAG !k! tag:k,1:\n---\na: 1\n', 'b: 2\n']],
    ['directives after an end marker', 'a: 1\n...\n%YAML 1.2\n---\nb: 2\n', ['a: 1\n', '%YAML 1.2\n---\nb: 2\n']],
  ])('%s', (_, file, expected) => expect(texts(file)).toEqual(expected));
});

describe('splitDocuments cuts between JSON values', () => {
  test.each<[string, string, string[]]>([
    ['one', ' {"a": 1}\n', [' {"a": 1}\n']],
    ['two, one after another', '{"a": "}{"}\n{"b": [1]}\n', ['{"a": "}{"}', '{"b": [1]}']],
    ['on one line', '{"a": "\\""}[2]{}', ['{"a": "\\""}', '[2]', '{}']],
    ['not when something else follows', '{a: 1}\nb: 2\n', ['{a: 1}\nb: 2\n']],
    ['not when a bracket is missing', '{"a": {}\n{"b": 1}', ['{"a": {}\n{"b": 1}']],
  ])('%s', (_, file, expected) => expect(texts(file)).toEqual(expected));
});

test('lines are those of the file', () => {
  expect(lines('# c\na: 1\n---\n---\n\nb: 2\n--- x\n')).toEqual([1, 5, 7]);
});
