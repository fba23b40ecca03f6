import { describe, expect, test } from 'vitest';
import { readHead } from '../../src/engine/yaml/index.ts';

const short = (text: string) => {
  const { apiVersion, kind, name, namespace, items } = readHead(text);
  return [apiVersion, kind, name, namespace, items].map((v) => v ?? '-').join(' ');
};

describe('readHead sees', () => {
  test.each([
    ['the usual order', 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\n  namespace: shop\nspec: {}\n', 'v1 Service web shop -'],
    ['any order', 'metadata:\n    namespace: shop\n    name: web\nkind: Service\napiVersion: v1', 'v1 Service web shop -'],
    ['quotes and comments', 'apiVersion: "v1" # x\nkind: \'Service\'\nmetadata: # y\n  # z\n  name: "web"\n', 'v1 Service web - -'],
    ['CRLF', 'apiVersion: v1\r\nkind: Service\r\nmetadata:\r\n  name: web\r\n', 'v1 Service web - -'],
    ['nothing of deeper keys', 'kind: A\nmetadata:\n  labels:\n    name: no\n  name: yes1\nspec:\n  name: no\n', '- A yes1 - -'],
    ['names that look like numbers only in quotes', 'kind: A\nmetadata:\n  name: 1e3\n  namespace: "007"\n', '- A - 007 -'],
    ['no block scalar', 'kind: |\n  A\nmetadata:\n  name: >-\n    x\n', '- - - - -'],
    ['no text that goes on below', 'kind: A\n  B\n', '- - - - -'],
    ['no anchors', 'kind: &k A\nmetadata: {name: x}\n', '- - - - -'],
    ['no kind written twice', 'kind: A\nspec: 1\nkind: B\n', '- - - - -'],
  ])('%s', (_, text, expected) => expect(short(text)).toBe(expected));
});

describe('readHead counts the items of a list', () => {
  test.each([
    ['dashes in column 0', 'kind: ServiceList\nitems:\n- a: 1\n  b:\n  - x\n- a: 2\nmetadata: {}\n', '2'],
    ['indented dashes', 'items:\n  - a: |\n      - x\n  # - no\n\n  - b: 1\nkind: List\n', '2'],
    ['an empty list', 'kind: List\nitems: []\n', '0'],
    ['not in flow style', 'kind: List\nitems: [{a: 1}]\n', '-'],
    ['not for other kinds', 'kind: Service\nitems:\n- a\n', '-'],
  ])('%s', (_, text, expected) => expect(short(text).split(' ').at(-1)).toBe(expected));
});

test('JSON is told by its first character and not looked into', () => {
  expect(readHead(' \n{"kind": "A"}')).toEqual({ apiVersion: null, kind: null, name: null, namespace: null, items: null, json: true });
  expect(readHead('kind: A').json).toBe(false);
});
