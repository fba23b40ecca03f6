import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ingest, isClusterScoped, type RawObject } from '../../src/engine/ingest/index.ts';
import { type Binding, type ConfigMap, isEager, KINDS, type Role, readObject } from '../../src/engine/objects/index.ts';
import type { Json } from '../../src/engine/yaml/index.ts';
import { manifest, read } from './read.ts';

const raw = (group: string, kind: string, body: Record<string, Json>): RawObject => ({
  id: `${kind}/default/x`,
  apiVersion: group === '' ? 'v1' : `${group}/v1`,
  group,
  kind,
  namespace: 'default',
  name: 'x',
  doc: 'a.yaml#0',
  file: 'a.yaml',
  path: [],
  body: () => body,
});

describe('the kinds', () => {
  it('are each read in one place', () => {
    const names = KINDS.flatMap((reader) => reader.kinds.map((kind) => `${reader.group}/${kind}`));
    expect(new Set(names).size).toBe(names.length);
  });

  it('agree with ingest on what lives outside namespaces', () => {
    for (const { group, kinds, clusterScoped } of KINDS)
      for (const kind of kinds) expect([kind, isClusterScoped(group, kind)]).toEqual([kind, clusterScoped ?? false]);
  });

  it('of another API group are not ours', () => {
    expect(readObject(raw('azmonitoring.coreos.com', 'ServiceMonitor', {}))).toBeNull();
    expect(readObject(raw('serving.knative.dev', 'Service', {}))).toBeNull();
    expect(readObject(raw('', 'NetworkPolicy', {}))).toBeNull();
  });

  it.each([
    ['', 'Service', true],
    ['monitoring.coreos.com', 'ServiceMonitor', true],
    ['', 'ConfigMap', false],
    ['', 'Secret', false],
    ['monitoring.coreos.com', 'PrometheusRule', false],
    ['apiextensions.k8s.io', 'CustomResourceDefinition', false],
    ['', 'toString', false],
  ])('%s/%s is needed for chains: %s', (group, kind, expected) => expect(isEager(group, kind)).toBe(expected));

  it.each(KINDS.flatMap((r) => r.kinds.map((kind) => [kind, r.group] as const)))('%s never throws', (kind, group) => {
    const keys = fc.constantFrom(
      'spec',
      'metadata',
      'labels',
      'template',
      'containers',
      'ports',
      'endpoints',
      'selector',
      'matchLabels',
      'rules',
      'x',
    );
    const value = fc.letrec<{ v: Json }>((tie) => ({
      v: fc.oneof(
        { maxDepth: 5 },
        fc.constantFrom<Json>(null, true, 0, 1.5, -1, '', 'x'),
        fc.array(tie('v'), { maxLength: 3 }),
        fc.dictionary(keys, tie('v')),
      ) as fc.Arbitrary<Json>,
    })).v;
    fc.assert(
      fc.property(fc.dictionary(keys, value), (body) => {
        const object = readObject(raw(group, kind, body as Record<string, Json>));
        expect(object?.raw.kind).toBe(kind);
        expect(() => JSON.stringify(object)).not.toThrow();
      }),
      { numRuns: 100 },
    );
  });
});

describe('rights', () => {
  it('of a role', () => {
    const role = read<Role>(
      manifest(
        'ClusterRole',
        'rules: [{apiGroups: [""], resources: [pods], verbs: [get]}, {nonResourceURLs: [/metrics], verbs: [get]}]\naggregationRule: {clusterRoleSelectors: [{matchLabels: {a: b}}]}',
      ),
    );
    expect(role).toMatchObject({
      id: 'ClusterRole/x',
      namespace: '',
      rules: [
        { apiGroups: [''], resources: ['pods'], verbs: ['get'], nonResourceURLs: [] },
        { apiGroups: [], nonResourceURLs: ['/metrics'] },
      ],
      aggregation: [{ requirements: [{ key: 'a' }] }],
    });
  });

  it('of a binding; a subject without namespace stays without', () => {
    const binding = read<Binding>(
      manifest(
        'RoleBinding',
        'roleRef: {kind: Role, name: r}\nsubjects: [{kind: ServiceAccount, name: s}, {kind: ServiceAccount, name: s, namespace: m}]',
      ),
    );
    expect(binding.roleRef).toMatchObject({ kind: 'Role', name: 'r' });
    expect(binding.subjects.map((s) => s.namespace)).toEqual(['', 'm']);
  });
});

describe('a ConfigMap', () => {
  it('is not read before its data is asked for', () => {
    const text = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: c\ndata:\n  a: text\n  b: 1\n';
    const { objects, docs } = ingest([{ path: 'c.yaml', text }], { defaultNamespace: 'default', eager: isEager });
    expect(docs.get('c.yaml#0')?.status).toBe('unread');
    const configMap = readObject(objects[0] as RawObject) as ConfigMap;
    expect(configMap).toMatchObject({ id: 'ConfigMap/default/c', name: 'c' });
    expect(configMap.data()).toEqual({ a: 'text' });
  });
});
