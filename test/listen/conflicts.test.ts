import { describe, expect, it } from 'vitest';
import { conflictsOf, hopsBehind, hostConflicts, listenersOf, onSameNode, upstreamOf } from '../../src/engine/listen/index.ts';
import { clusterOf, container, note, type PodSketch, workload } from './pod.ts';

const listen = (address: string, name = 'exporter') =>
  container('prom/node-exporter', [`--web.listen-address=${address}`], { name, env: ['IP<status.podIP'] });
const proxy = (address: string, upstream: string, name = 'proxy') =>
  container('x/kube-rbac-proxy', [`--secure-listen-address=${address}`, `--upstream=${upstream}`], { name, env: ['IP<status.podIP'] });
const listeners = (...containers: ReturnType<typeof container>[]) => {
  const w = workload(containers);
  return listenersOf(w, clusterOf([w]));
};

describe('two processes on one port', () => {
  it.each([
    ['127.0.0.1:1', '[$(IP)]:1', false],
    ['[::1]:1', '127.0.0.1:1', false],
    ['0.0.0.0:1', '[$(IP)]:1', true],
    [':1', '127.0.0.1:1', true],
    ['[::]:1', '0.0.0.0:1', true],
    ['[$(IP)]:1', ':1', true],
    ['[$(IP)]:1', '[$(IP)]:1', true],
    ['127.0.0.1:1', 'localhost:1', true],
    [':1', ':2', false],
    ['$(NO):1', '127.0.0.1:1', false],
  ])('%s and %s', (a, b, conflict) => {
    expect(conflictsOf(listeners(listen(a, 'a'), listen(b, 'b'))).length).toBe(conflict ? 1 : 0);
  });

  it('is no conflict where an address is only likely', () => {
    const grafana = container('grafana/grafana', [], { mounts: ['/etc/grafana=absent'] });
    expect(conflictsOf(listeners(grafana, listen(':3000')))).toEqual([]);
    expect(conflictsOf(listeners(container('grafana/grafana'), listen(':3000'))).length).toBe(1);
  });

  it('is no conflict within one container, over UDP, or between two defaults', () => {
    const twice = container('prom/node-exporter', ['--web.listen-address=:1', '--web.listen-address=127.0.0.1:1']);
    expect(conflictsOf(listeners(twice))).toEqual([]);
    expect(
      conflictsOf(listeners(container('prom/node-exporter', [], { name: 'a' }), container('prom/node-exporter', [], { name: 'b' }))),
    ).toEqual([]);
    const mesh = (name: string) => container('prom/alertmanager', [`--web.listen-address=:${name.length}`], { name });
    expect(conflictsOf(listeners(mesh('a'), mesh('bb')))).toEqual([]);
  });
});

describe('behind a proxy', () => {
  const hops = (...containers: ReturnType<typeof container>[]) => {
    const all = listeners(...containers);
    return hopsBehind(all[0] ?? null, all).hops.map(note);
  };
  it.each([
    [
      'the same number on another address',
      proxy('[$(IP)]:9100', 'http://127.0.0.1:9100/'),
      listen('127.0.0.1:9100'),
      ['exporter 127.0.0.1:9100 http'],
    ],
    ['a wildcard', proxy(':9100', 'http://localhost:9101'), listen(':9101'), ['exporter :9101 http']],
    ['another loopback', proxy(':9100', 'http://127.0.0.1:9101'), listen('[::1]:9101'), []],
    ['the pod address only', proxy(':9100', 'http://127.0.0.1:9101'), listen('[$(IP)]:9101'), []],
    ['a moved server', proxy(':9100', 'http://127.0.0.1:9101'), listen('127.0.0.1:9102'), []],
    ['an address that cannot be read', proxy(':9100', 'http://127.0.0.1:9101'), listen('$(NO):9101'), ['exporter $(NO):9101 http']],
    ['somewhere else', proxy(':9100', 'http://prometheus.monitoring.svc:9101'), listen(':9101'), []],
  ])('%s', (_, first, second, expected) => expect(hops(first, second)).toEqual(expected));

  it('goes on through a second proxy and stops at a circle', () => {
    expect(hops(proxy(':1', 'http://127.0.0.1:2', 'a'), proxy(':2', 'http://127.0.0.1:3', 'b'), listen(':3', 'c')).length).toBe(2);
    expect(hops(proxy(':1', 'http://127.0.0.1:2', 'a'), proxy(':2', 'http://127.0.0.1:1', 'b')).length).toBe(1);
    const around = listeners(proxy(':1', 'http://127.0.0.1:2', 'a'), proxy(':2', 'http://127.0.0.1:1', 'b'));
    expect(hopsBehind(around[0] ?? null, around).unanswered).toBeNull();
    const self = listeners(proxy(':1', 'http://127.0.0.1:1', 'a'));
    expect(self[0] && upstreamOf(self[0], self)).toBe(self[0]);
  });
});

describe('an upstream that nobody answers', () => {
  const unanswered = (...containers: ReturnType<typeof container>[]) => {
    const all = listeners(...containers);
    return hopsBehind(all[0] ?? null, all).unanswered?.container ?? null;
  };
  const first = proxy(':1', 'http://127.0.0.1:2', 'a');
  it.each([
    ['at the first proxy', [first, listen(':3')], 'a'],
    ['at the second', [first, proxy(':2', 'http://127.0.0.1:4', 'b'), listen(':3')], 'b'],
    ['at the port itself', [listen(':1')], null],
    ['but by one whose address is only likely', [first, container('grafana/grafana', [], { mounts: ['/etc/grafana=absent'] })], null],
    ['though grafana is there, at its own port', [first, container('grafana/grafana')], 'a'],
  ])('%s', (_, containers, expected) => expect(unanswered(...containers)).toBe(expected));

  const onNode = (pod: PodSketch, other: PodSketch, address = '127.0.0.1:2') => {
    const workloads = [workload([first], { name: 'a', ...pod }), workload([listen(address)], { name: 'b', ...other })];
    const cluster = clusterOf(workloads);
    const [w] = workloads as [(typeof workloads)[0]];
    const all = listenersOf(w, cluster);
    return hopsBehind(all[0] ?? null, all, () => onSameNode(w, cluster)).unanswered?.container ?? null;
  };
  const host: PodSketch = { kind: 'DaemonSet', hostNetwork: true };
  it.each([
    ['though another process of the node may', host, host, '127.0.0.1:2', null],
    ['as that one listens elsewhere', host, host, '127.0.0.1:3', 'a'],
    ['as that one has a network of its own', host, {}, '127.0.0.1:2', 'a'],
    ['from a network of its own', {}, host, '127.0.0.1:2', 'a'],
    ['in this cluster, though its copy in another could', host, { ...host, name: 'a', namespace: 'dev' }, '127.0.0.1:2', 'a'],
  ])('%s', (_, pod, other, address, expected) => expect(onNode(pod, other, address)).toBe(expected));
});

describe('on the node', () => {
  const meet = (a: PodSketch, b: PodSketch) => {
    const workloads = [workload([listen(':9100')], { name: 'a', ...a }), workload([listen(':9100')], { name: 'b', ...b })];
    return hostConflicts(clusterOf(workloads, [a, b])).map((c) => `${c.workload.name} ${c.other.name} ${c.port}`);
  };
  const daemon: PodSketch = { kind: 'DaemonSet', hostNetwork: true };
  it.each([
    ['two DaemonSets of the same nodes', daemon, daemon, ['a b 9100']],
    ['different nodes', daemon, { ...daemon, nodeSelector: { pool: 'x' } }, []],
    ['one DaemonSet of two clusters', { ...daemon, name: 'x', namespace: 'dev' }, { ...daemon, name: 'x', namespace: 'prod' }, []],
    ['nodes by name', { ...daemon, nodeName: 'n1' }, { ...daemon, nodeName: 'n2' }, []],
    ['the same node by name', { ...daemon, nodeName: 'n1' }, { ...daemon, nodeName: 'n1' }, ['a b 9100']],
    ['one in its own network', daemon, { kind: 'DaemonSet' }, []],
    ['a static pod beside it', daemon, { kind: 'Pod', hostNetwork: true }, []],
    ['a Deployment beside it', daemon, { kind: 'Deployment', hostNetwork: true }, []],
  ])('%s', (_, a, b, expected) => expect(meet(a, b)).toEqual(expected));
});
