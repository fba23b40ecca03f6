import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listenersOf, programs } from '../../src/engine/listen/index.ts';
import { clusterOf, container, type Sketch, workload } from '../listen/pod.ts';

/** What makes a program open something, where its image alone does not. */
const FIRES: Record<string, { image?: string; args?: string[]; sketch?: Sketch }> = {
  'kube-rbac-proxy': { args: ['--secure-listen-address=:8443', '--upstream=http://127.0.0.1:1'] },
  'prom-label-proxy': { args: ['--insecure-listen-address=:8080', '--upstream=http://127.0.0.1:1'] },
  'prometheus-config-reloader': { args: ['--listen-address=:8080'] },
  'metrics-server': { args: ['--secure-port=10250'] },
  coredns: { args: ['-conf', '/etc/coredns/Corefile'], sketch: { mounts: ['/etc/coredns=core'] } },
  metallb: { image: 'quay.io/metallb/speaker' },
  'exporter-toolkit': { image: 'example.org/exporter', args: ['--web.listen-address=:9100'] },
  'ingress-nginx': { image: 'registry.k8s.io/ingress-nginx/controller' },
  'istio-proxy': { image: 'docker.io/istio/proxyv2' },
  istiod: { image: 'docker.io/istio/pilot' },
  'sql-exporter': { image: 'ghcr.io/justwatchcom/sql_exporter' },
  'cert-manager': { image: 'quay.io/jetstack/cert-manager-controller' },
  velero: { args: ['server'] },
  envoy: { sketch: { ports: [8002] } },
  ghostunnel: { args: ['server', '--listen=:8443', '--target=127.0.0.1:9100'] },
  haproxy: { sketch: { ports: [8443] } },
  nginx: { image: 'docker.io/library/nginx' },
  stunnel: { sketch: { ports: [8443] } },
  traefik: { args: ['--entryPoints.web.address=:8000'] },
  'controller-runtime': { image: 'example.org/manager', args: ['--metrics-bind-address=:8443'] },
};
const CONFIG_MAPS = { core: { Corefile: '. {\n  prometheus :9153\n}\n' } };

const listeners = (image: string, args: string[], sketch: Sketch = {}) => {
  const w = workload([container(image, args, sketch)]);
  return listenersOf(w, clusterOf([w], [{ configMaps: CONFIG_MAPS }]));
};

it('gives every program an id of its own', () => {
  expect(new Set(programs.map((p) => p.id)).size).toBe(programs.length);
});

describe.each(programs.map((p) => p.id))('%s', (id) => {
  const { image = `example.org/${id}`, args = [], sketch } = FIRES[id] ?? {};

  it('opens something, and is the one that does', () => {
    expect([...new Set(listeners(image, args, sketch).map((l) => l.program))]).toEqual([id]);
  });

  it('stays quiet in a container that is something else', () => {
    expect(listeners(image, [], { command: ['sleep', '1'] })).toEqual([]);
    expect(listeners('example.org/app', ['--port=80'], { ports: [80, 9090, 9100], name: id })).toEqual([]);
  });

  it('takes any arguments without throwing, and opens real ports only', () => {
    const word = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '--web.listen-address=',
        '--port=99999',
        '--upstream=http://[',
        '-',
        '--',
        '--=',
        '$(A',
        '[::]:1',
        '__proto__',
        '--config=/etc/x',
      ),
    );
    const lists = fc.tuple(fc.array(word), fc.array(word, { maxLength: 2 }), fc.array(fc.string().map((v) => `A=${v}`)));
    fc.assert(
      fc.property(lists, ([more, command, env]) => {
        const opened = listeners(image, [...args, ...more], { ...sketch, command, env });
        return opened.every((l) => Number.isInteger(l.port) && l.port > 0 && l.port < 65536 && l.container !== '');
      }),
      { numRuns: 40 },
    );
  });
});
