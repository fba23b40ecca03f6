import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLIENT_KINDS, PLAIN } from '../../src/engine/chain/index.ts';
import type { RawObject } from '../../src/engine/ingest/index.ts';
import { KINDS, readObject } from '../../src/engine/objects/index.ts';
import { DRAWN_AS } from '../../src/engine/scene/index.ts';
import type { Json } from '../../src/engine/yaml/index.ts';
import { LANGS, loadWords } from '../../src/words/index.ts';

const readers = KINDS.flatMap((reader) => reader.kinds.map((kind) => ({ kind, group: reader.group })));

const raw = (group: string, kind: string, body: Record<string, Json>): RawObject => ({
  id: `${kind}/ns/name`,
  apiVersion: group === '' ? 'v1' : `${group}/v1`,
  group,
  kind,
  namespace: 'ns',
  name: 'name',
  doc: 'all.yaml#0',
  file: 'all.yaml',
  path: [],
  body: () => body,
});

/** Field names that readers look for, so that arbitrary values land where they hurt. */
const FIELDS =
  'metadata spec labels annotations selector matchLabels matchExpressions key operator values template containers initContainers name image args command env value valueFrom ports containerPort hostPort port targetPort protocol endpoints podMetricsEndpoints scheme path relabelings regex tlsConfig subsets addresses rules subjects roleRef verbs podSelector ingress egress from to ipBlock namespaceSelector items data web volumes __proto__ constructor'.split(
    ' ',
  );
const json = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 6, withCrossShrink: true },
    fc.constant(null),
    fc.boolean(),
    fc.double({ noNaN: true }),
    fc.constantFrom('', 'http', '9100', '[', '::1', 'In', '$(IP)', '10.0.0.0/99'),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...FIELDS), tie('value'), { maxKeys: 6 }),
  ),
})).value;

it('reads every kind of a group in one place', () => {
  const names = readers.map(({ group, kind }) => `${group}/${kind}`);
  expect(new Set(names).size).toBe(names.length);
});

it('knows kinds by group and kind, never by kind alone', () => {
  for (const { kind } of readers) expect(readObject(raw('example.org', kind, {}))).toBeNull();
});

describe.each(readers)('$group/$kind', ({ group, kind }) => {
  it('keeps its identity and never throws, whatever stands in it', () => {
    const bodies = fc.dictionary(fc.constantFrom('metadata', 'spec', 'data', 'rules', 'subjects', 'subsets', 'endpoints'), json);
    fc.assert(
      fc.property(bodies, (body) => {
        const object = readObject(raw(group, kind, body));
        // What is read on demand must not throw either.
        for (const later of Object.values(object ?? {})) if (typeof later === 'function' && later.length === 0) later();
        return object !== null && object.id === `${kind}/ns/name` && object.namespace === 'ns' && object.name === 'name';
      }),
      { numRuns: 200 },
    );
  });
});

it.each(LANGS)('has a word for what an object of any kind is for, and a place in the picture (%s)', async (lang) => {
  const words = await loadWords(lang);
  for (const { group, kind } of readers) {
    // Kinds that are read alike share one name here.
    const read = readObject(raw(group, kind, {}))?.kind ?? '';
    const code = Object.hasOwn(PLAIN, read) ? PLAIN[read as keyof typeof PLAIN] : '';
    expect([kind, words.code('roles', code)]).not.toEqual([kind, code]);
    expect([kind, Object.hasOwn(DRAWN_AS, read)]).toEqual([kind, true]);
  }
});

it.each(LANGS)('has a sentence for everyone who may use a port (%s)', async (lang) => {
  const words = await loadWords(lang);
  const params = { object: 'Pod a', container: 'c', by: 'b', port: '1' };
  for (const kind of CLIENT_KINDS) expect(words.code('chain', `client.${kind}`, params)).not.toMatch(/^client\.|\{\w+\}/);
});
