import { expect, it } from 'vitest';
import { noiseOf } from '../../src/engine/ingest/index.ts';
import type { Path } from '../../src/engine/yaml/index.ts';

/** The text with `~` before every line of noise. */
const drawn = (text: string, paths: Path[] = [[]]): string => {
  const ranges = noiseOf(text, paths);
  return text
    .split('\n')
    .map((line, i) => (ranges.some(({ from, to }) => from <= i + 1 && i + 1 <= to) ? `~${line}` : line))
    .join('\n');
};

it.each<[what: string, marked: string, paths?: Path[]]>([
  ['nothing of what people write', 'kind: Pod\nmetadata:\n  name: status\n  labels: {uid: x}\nspec:\n  status: on\n'],
  [
    'what a dump adds',
    [
      'metadata:',
      '  annotations:',
      '    own: yes',
      '~    kubectl.kubernetes.io/last-applied-configuration: |',
      '~      {"apiVersion":"v1"}',
      '~  creationTimestamp: "2026-01-01T00:00:00Z"',
      '~  generation: 3',
      '~  managedFields:',
      '~  - apiVersion: v1',
      '~    manager: kubectl',
      '  name: a',
      '~  resourceVersion: "1"',
      '~  uid: 1-2',
      'spec: {}',
      '~status:',
      '~  phase: Running',
      '~  podIP: 10.0.0.1',
      '',
    ].join('\n'),
  ],
  ['an empty one', 'spec: {}\n~status: {}\n'],
  ['one without a value', 'metadata:\n~  creationTimestamp: null\n  name: a\n~status:\n'],
  ['with a comment', 'spec: {}\n~status: {} # now\n'],
  ['not what shares its line', 'metadata: {uid: a, name: b}\nspec: {}\n'],
  ['of JSON', '{\n  "metadata": {\n~    "uid": "a",\n    "name": "b"\n  },\n~  "status": {\n~    "phase": "x"\n~  }\n}\n'],
  [
    'of the objects of a List',
    'items:\n- metadata:\n    name: a\n~    uid: x\n~  status: {}\n- metadata:\n~    uid: y\n    name: b\n',
    [
      ['items', 0],
      ['items', 1],
    ],
  ],
  ['of what is not there', 'a: 1\n', [['items', 7]]],
  ['of text that is broken', 'kind: "x\n'],
])('%s', (_what, marked, paths) => expect(drawn(marked.replace(/^~/gm, ''), paths)).toBe(marked));
