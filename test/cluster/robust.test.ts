import fc from 'fast-check';
import { expect, it } from 'vitest';
import { conflictsOf, hostConflicts, listenersOf } from '../../src/engine/listen/index.ts';
import type { Json, JsonMap } from '../../src/engine/yaml/index.ts';
import { cluster, object } from './objects.ts';

const KINDS = [
  'Service',
  'Pod',
  'Deployment',
  'ReplicaSet',
  'StatefulSet',
  'DaemonSet',
  'CronJob',
  'Prometheus',
  'Alertmanager',
  'ThanosRuler',
  'Endpoints',
  'ConfigMap',
];
const KEYS = [
  'spec',
  'metadata',
  'template',
  'containers',
  'initContainers',
  'args',
  'command',
  'image',
  'name',
  'labels',
  'selector',
  'ports',
  'env',
  'volumes',
  'volumeMounts',
  'podMetadata',
  'ownerReferences',
  'kind',
  'status',
  'phase',
  'shards',
  'web',
  'replicas',
  '__proto__',
  'constructor',
  'hostNetwork',
];

const { value } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'medium' },
    fc.constantFrom<Json>(null, true, -1, 0, 3, 1e9, '', 'x', 'prometheus', '$(A)', '--kubelet-service=a/b', '--web.listen-address=:1'),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...KEYS), tie('value'), { maxKeys: 4 }) as fc.Arbitrary<Json>,
  ),
}));
const body = fc.dictionary(fc.constantFrom('spec', 'metadata', 'data', 'status', 'subsets'), value) as fc.Arbitrary<JsonMap>;
const anything = fc.array(fc.tuple(fc.constantFrom(...KINDS), fc.constantFrom('a/x', 'a/y', 'b/x'), body), { maxLength: 6 });

it('takes objects of any shape without throwing', () => {
  fc.assert(
    fc.property(anything, (sketches) => {
      const c = cluster(...sketches.map(([kind, where, rest]) => object(kind, where, rest)));
      const listeners = c.workloads.map((w) => listenersOf(w, c));
      for (const l of listeners) conflictsOf(l);
      hostConflicts(c);
      for (const { service } of c.services) if (service.selector) c.podsMatching(service.namespace, service.selector);
    }),
    { numRuns: 300 },
  );
  expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
});

it('reads long hostile words in no time', () => {
  const n = 200_000;
  const words = [
    '"'.repeat(n),
    "'",
    '$('.repeat(n),
    '\\'.repeat(n),
    `x${' '.repeat(n)}y`,
    `${'0:'.repeat(n)}2`,
    '/'.repeat(n),
    `--web.route-prefix=${'/'.repeat(n)}a`,
  ];
  const pod = object('Pod', 'a/x', {
    spec: {
      containers: [
        { name: 'a', image: 'x/prometheus', args: words },
        { name: 'b', image: 'x/prometheus', command: ['sh', '-c', words.join('\n')] },
      ],
    },
  });
  const c = cluster(pod);
  const start = performance.now();
  for (const w of c.workloads) listenersOf(w, c);
  expect(performance.now() - start).toBeLessThan(2000);
});
