import { describe, expect, it } from 'vitest';
import { cluster, object, owned, template } from './objects.ts';

const podSpec = { containers: [{ name: 'c', image: 'example.org/c' }] };
const ids = (c: ReturnType<typeof cluster>) => c.workloads.map((w) => w.id);

describe('pods stand under their top controller', () => {
  const deployment = object('Deployment', 'web', { spec: { template: template({ app: 'web' }) } });
  const replicaSet = object('ReplicaSet', 'web-5f', {
    metadata: owned('Deployment', 'web', { 'pod-template-hash': '5f' }),
    spec: { replicas: 1, template: template({ app: 'web', 'pod-template-hash': '5f' }) },
  });
  const pod = object('Pod', 'web-5f-abcde', {
    metadata: owned('ReplicaSet', 'web-5f', { app: 'web', 'pod-template-hash': '5f' }),
    spec: podSpec,
    status: { phase: 'Running' },
  });

  it.each([
    ['all three', [deployment, replicaSet, pod]],
    ['without the Deployment', [replicaSet, pod]],
    ['the pod alone', [pod]],
    ['the pod first', [pod, replicaSet, deployment]],
  ])('%s', (_, objects) => {
    const c = cluster(...objects);
    expect(ids(c)).toEqual(['Deployment/default/web']);
    expect([...(c.workloads[0]?.objects ?? [])].sort()).toEqual(objects.map((o) => o.id).sort());
    expect(c.podsMatching('default', { app: 'web' }).length).toBe(1);
  });

  it.each([
    [
      'CronJob, Job and Pod',
      'CronJob/default/nightly',
      [
        object('CronJob', 'nightly', { spec: { jobTemplate: { spec: { template: template({ a: 'b' }) } } } }),
        object('Job', 'nightly-1', { metadata: owned('CronJob', 'nightly'), spec: { template: template({ a: 'b' }) } }),
        object('Pod', 'nightly-1-x', { metadata: owned('Job', 'nightly-1'), spec: podSpec, status: { phase: 'Succeeded' } }),
      ],
    ],
    ['a static pod', 'Pod/default/etcd-node', [object('Pod', 'etcd-node', { metadata: owned('Node', 'node'), spec: podSpec })]],
    [
      'a pod of an absent DaemonSet',
      'DaemonSet/default/agent',
      [object('Pod', 'agent-x', { metadata: owned('DaemonSet', 'agent'), spec: podSpec })],
    ],
    [
      'a ReplicaSet without a hash',
      'ReplicaSet/default/old',
      [object('Pod', 'old-x', { metadata: owned('ReplicaSet', 'old'), spec: podSpec })],
    ],
    [
      'pods of a custom controller',
      'StrimziPodSet/default/kafka',
      [
        object('Pod', 'kafka-0', { metadata: owned('StrimziPodSet', 'kafka'), spec: podSpec }),
        object('Pod', 'kafka-1', { metadata: owned('StrimziPodSet', 'kafka'), spec: podSpec }),
      ],
    ],
    [
      'a StatefulSet of a custom resource',
      'StatefulSet/default/db',
      [object('StatefulSet', 'db', { metadata: owned('Database', 'main'), spec: { template: template({ a: 'b' }) } })],
    ],
  ])('%s', (_, id, objects) => expect(ids(cluster(...objects))).toEqual([id]));

  it('lets finished pods go', () => {
    const done = (phase: string) => object('Pod', phase.toLowerCase(), { spec: podSpec, status: { phase } });
    expect(ids(cluster(done('Succeeded'), done('Failed'), done('Pending')))).toEqual(['Pod/default/pending']);
  });

  it('lets Jobs go that nobody answers for any more', () => {
    const job = (name: string, status = {}) => object('Job', name, { spec: { template: template({ a: 'b' }) }, status });
    const finished = object('Pod', 'once-x', { metadata: owned('Job', 'once'), spec: podSpec, status: { phase: 'Succeeded' } });
    const running = object('Pod', 'twice-x', { metadata: owned('Job', 'twice'), spec: podSpec, status: { phase: 'Running' } });
    const complete = { conditions: [{ type: 'Complete', status: 'True' }] };
    expect(ids(cluster(job('new'), job('done', complete), job('once'), finished, job('twice'), running))).toEqual([
      'Job/default/new',
      'Job/default/twice',
    ]);
  });

  it('counts a rollout once: an old ReplicaSet with nothing left, and pods of two generations', () => {
    const set = (hash: string, replicas: number, image: string) =>
      object('ReplicaSet', `web-${hash}`, {
        metadata: owned('Deployment', 'web', { 'pod-template-hash': hash }),
        spec: { replicas, template: template({ app: 'web', 'pod-template-hash': hash }, { name: 'c', image }) },
      });
    const one = (hash: string, phase: string) =>
      object('Pod', `web-${hash}-${phase.toLowerCase()}`, {
        metadata: owned('ReplicaSet', `web-${hash}`, { app: 'web', 'pod-template-hash': hash }),
        spec: podSpec,
        status: { phase },
      });
    const all = [set('1', 0, 'example.org/old'), set('2', 1, 'example.org/mid'), set('3', 2, 'example.org/new')];
    const pods = [one('2', 'Running'), one('3', 'Running'), one('3', 'Pending'), one('2', 'Failed')];
    for (const objects of [
      [...all, ...pods],
      [...pods, ...all],
    ]) {
      const c = cluster(deployment, ...objects);
      expect(ids(c)).toEqual(['Deployment/default/web']);
      expect(c.podsMatching('default', { app: 'web' }).length).toBe(1);
      expect(c.podsMatching('default', { 'pod-template-hash': '2' }).length).toBe(1);
    }
    // Without the Deployment the template of a set that has pods counts, never the one that has none.
    expect(cluster(...all, ...pods).workloads.map((w) => w.pod.containers[0]?.image)).toEqual(['example.org/mid']);
  });

  it('keeps static pods apart, with and without the owner that a mirror has', () => {
    const mirror = { 'kubernetes.io/config.mirror': 'abc', 'kubernetes.io/config.source': 'file' };
    const a = object('Pod', 'etcd-a', { metadata: { ...owned('Node', 'a'), annotations: mirror }, spec: podSpec });
    const b = object('Pod', 'etcd-b', { metadata: { annotations: mirror }, spec: podSpec });
    expect(ids(cluster(a, b))).toEqual(['Pod/default/etcd-a', 'Pod/default/etcd-b']);
  });

  it('survives owners that go in circles', () => {
    const a = object('ReplicaSet', 'a', { metadata: owned('ReplicaSet', 'b'), spec: { template: template({}) } });
    const b = object('ReplicaSet', 'b', { metadata: owned('ReplicaSet', 'a'), spec: { template: template({}) } });
    expect(ids(cluster(a, b)).length).toBe(2);
  });
});

describe('looking pods up by label', () => {
  const c = cluster(
    object('Deployment', 'a/one', { spec: { template: template({ app: 'x', tier: 'web' }) } }),
    object('Deployment', 'a/two', { spec: { template: template({ app: 'x', tier: 'db' }) } }),
    object('Deployment', 'b/three', { spec: { template: template({ app: 'x', constructor: 'y' }) } }),
    object('StatefulSet', 'a/db', { spec: { replicas: 2, template: template({ app: 'db' }) } }),
  );
  it.each([
    ['a', { app: 'x' }, ['one', 'two']],
    ['a', { app: 'x', tier: 'db' }, ['two']],
    ['a', { app: 'y' }, []],
    ['a', {}, ['one', 'two', 'db']],
    ['b', { constructor: 'y' }, ['three']],
    ['b', { toString: 'y' }, []],
    ['c', { app: 'x' }, []],
    ['a', { 'statefulset.kubernetes.io/pod-name': 'db-1' }, ['db']],
    ['a', { 'statefulset.kubernetes.io/pod-name': 'db-2' }, []],
  ])('%s %j', (namespace, selector, names) => {
    expect(c.podsMatching(namespace, selector).map((w) => w.name)).toEqual(names);
  });
});

it('gives every namespace its automatic label', () => {
  const c = cluster(
    object('Namespace', 'known', { metadata: { labels: { team: 'a' } } }),
    object('Service', 'used/s', { spec: { ports: [] } }),
  );
  expect(c.namespace('known')).toMatchObject({ known: true, labels: { team: 'a', 'kubernetes.io/metadata.name': 'known' } });
  expect(c.namespace('used')).toMatchObject({ known: false, labels: { 'kubernetes.io/metadata.name': 'used' } });
  expect(c.namespaces.has('used')).toBe(true);
  expect(c.namespace('elsewhere')).toMatchObject({ known: false, object: null });
});

it('owners of owners without end are not followed to the end', () => {
  const ring = Array.from({ length: 2000 }, (_, i) =>
    object('Pod', `p${i}`, { metadata: owned('Pod', `p${(i + 1) % 2000}`), spec: podSpec }),
  );
  const started = performance.now();
  expect(cluster(...ring).workloads.length).toBeGreaterThan(0);
  expect(performance.now() - started).toBeLessThan(2000);
});
