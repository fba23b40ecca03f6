import { describe, expect, it } from 'vitest';
import type { Cluster, Workload } from '../../src/engine/cluster/index.ts';
import { listenersOf } from '../../src/engine/listen/index.ts';
import type { JsonMap } from '../../src/engine/yaml/index.ts';
import { cluster, object, owned, template } from './objects.ts';

const only = (c: Cluster): Workload => c.workloads[0] as Workload;
const ports = (w: Workload) =>
  w.pod.containers.flatMap((p) => p.ports.map((port) => `${p.name} ${port.name} ${port.containerPort}/${port.protocol}`));
const listens = (c: Cluster) => listenersOf(only(c), c).map((l) => `${l.container} ${l.host}:${l.port} ${l.serves ?? '?'} ${l.path}`);
const made = (kind: string, spec: JsonMap = {}) => cluster(object(kind, 'mon/k8s', { spec }));

describe('pods the operator makes', () => {
  it.each([
    [
      'Prometheus',
      'StatefulSet/mon/prometheus-k8s',
      'prometheus',
      ['prometheus web 9090/TCP', 'config-reloader reloader-web 8080/TCP', 'init-config-reloader reloader-init 8081/TCP'],
    ],
    [
      'PrometheusAgent',
      'StatefulSet/mon/prom-agent-k8s',
      'prometheus-agent',
      ['prometheus web 9090/TCP', 'config-reloader reloader-web 8080/TCP', 'init-config-reloader reloader-init 8081/TCP'],
    ],
    [
      'Alertmanager',
      'StatefulSet/mon/alertmanager-k8s',
      'alertmanager',
      [
        'alertmanager web 9093/TCP',
        'alertmanager mesh-tcp 9094/TCP',
        'alertmanager mesh-udp 9094/UDP',
        'config-reloader reloader-web 8080/TCP',
        'init-config-reloader reloader-init 8081/TCP',
      ],
    ],
    [
      'ThanosRuler',
      'StatefulSet/mon/thanos-ruler-k8s',
      'thanos-ruler',
      ['thanos-ruler grpc 10901/TCP', 'thanos-ruler web 10902/TCP', 'config-reloader reloader-web 8080/TCP'],
    ],
  ])('%s', (kind, id, name, expected) => {
    const c = made(kind);
    expect(only(c)).toMatchObject({
      id,
      generatedBy: `${kind}/mon/k8s`,
      podLabels: { 'app.kubernetes.io/name': name, 'app.kubernetes.io/instance': 'k8s' },
    });
    expect(ports(only(c))).toEqual(expected);
  });

  it.each<[string, JsonMap, string[]]>([
    ['as they come', {}, ['prometheus :9090 http /metrics', 'config-reloader :8080 http /metrics']],
    ['listenLocal', { listenLocal: true }, ['prometheus 127.0.0.1:9090 http /metrics', 'config-reloader localhost:8080 http /metrics']],
    [
      'TLS',
      { web: { tlsConfig: { cert: {}, keySecret: {} } } },
      ['prometheus :9090 https /metrics', 'config-reloader :8080 https /metrics'],
    ],
    ['a web block without TLS', { web: { pageTitle: 'x' } }, ['prometheus :9090 http /metrics', 'config-reloader :8080 http /metrics']],
    ['a route prefix', { routePrefix: '/prom' }, ['prometheus :9090 http /prom/metrics', 'config-reloader :8080 http /metrics']],
    [
      'a Thanos sidecar',
      { thanos: {} },
      [
        'prometheus :9090 http /metrics',
        'config-reloader :8080 http /metrics',
        'thanos-sidecar :10902 http /metrics',
        'thanos-sidecar :10901 ? /metrics',
      ],
    ],
    [
      'own containers',
      {
        containers: [
          { name: 'prometheus', args: ['--web.listen-address=127.0.0.1:9090'] },
          { name: 'proxy', image: 'x/kube-rbac-proxy', args: ['--secure-listen-address=:9091', '--upstream=http://127.0.0.1:9090'] },
        ],
      },
      ['prometheus 127.0.0.1:9090 http /metrics', 'config-reloader :8080 http /metrics', 'proxy :9091 https /metrics'],
    ],
  ])('listen: %s', (_, spec, expected) => expect(listens(made('Prometheus', spec))).toEqual(expected));

  it('keeps its own labels, takes others from podMetadata, and lets the version be overridden', () => {
    const labels = { 'app.kubernetes.io/name': 'mine', 'app.kubernetes.io/version': '9', team: 'a' };
    const w = only(made('Prometheus', { version: 'v2.40.0', podMetadata: { labels } }));
    expect(w.podLabels).toMatchObject({ 'app.kubernetes.io/name': 'prometheus', 'app.kubernetes.io/version': '9', team: 'a' });
    expect(w.labelAt('team').path).toEqual(['spec', 'podMetadata', 'labels', 'team']);
    expect(w.labelAt('prometheus').path).toEqual(['spec']);
    expect(only(made('Prometheus', { version: 'v2.40.0' })).podLabels['app.kubernetes.io/version']).toBe('2.40.0');
  });

  it.each([
    ['v0.47.0', 'prometheus'],
    ['v0.52.0', undefined],
  ])('have an app label where operator %s makes them', (tag, app) => {
    const operator = object('Deployment', 'mon/o', {
      spec: { template: { spec: { containers: [{ name: 'o', image: `x/prometheus-operator:${tag}` }] } } },
    });
    const c = cluster(operator, object('Prometheus', 'mon/k8s', { spec: {} }));
    expect(c.workloads[1]?.podLabels.app).toBe(app);
  });

  it('names ports as asked', () => {
    const c = made('Alertmanager', { portName: 'http-web' });
    expect(ports(only(c))[0]).toBe('alertmanager http-web 9093/TCP');
    expect(c.servicesIn('mon')[0]?.service.ports[0]).toMatchObject({ name: 'http-web', targetPort: 'http-web' });
  });

  it('lets one workload stand for all shards', () => {
    const c = made('Prometheus', { shards: 3 });
    expect(c.workloads.length).toBe(1);
    expect(c.podsMatching('mon', { 'operator.prometheus.io/shard': '2' }).length).toBe(1);
    expect(c.podsMatching('mon', { 'operator.prometheus.io/shard': '3' })).toEqual([]);
  });

  it('yields to what a dump shows, and says whose it is', () => {
    const pod = object('Pod', 'mon/prometheus-k8s-0', {
      metadata: owned('StatefulSet', 'prometheus-k8s', { real: 'yes' }),
      spec: { containers: [{ name: 'prometheus', image: 'prom/prometheus', args: ['--web.config.file=/secret/web.yaml'] }] },
      status: { phase: 'Running' },
    });
    const c = cluster(object('Prometheus', 'mon/k8s', { spec: {} }), pod);
    expect(c.workloads.length).toBe(1);
    expect(only(c)).toMatchObject({ id: 'StatefulSet/mon/prometheus-k8s', generatedBy: 'Prometheus/mon/k8s', podLabels: { real: 'yes' } });
    expect(listens(c)).toEqual(['prometheus :9090 http /metrics']);
    expect(c.prometheuses[0] && c.podsOf(c.prometheuses[0])).toBe(only(c));
  });

  it.each([
    ['another shard alone', { shards: 2 }, 'prometheus-k8s-shard-1'],
    ['a shard that is not asked for any more', {}, 'prometheus-k8s-shard-1'],
    ['the StatefulSet under another name', {}, 'prometheus-old'],
  ])('takes %s for the pods of the resource', (_, spec, name) => {
    const set = object('StatefulSet', `mon/${name}`, {
      metadata: owned('Prometheus', 'k8s'),
      spec: { template: template({ real: 'yes' }) },
    });
    const c = cluster(object('Prometheus', 'mon/k8s', { spec }), set);
    expect(c.workloads.map((w) => [w.id, w.generatedBy])).toEqual([[`StatefulSet/mon/${name}`, 'Prometheus/mon/k8s']]);
    expect(c.prometheuses[0] && c.podsOf(c.prometheuses[0])).toBe(only(c));
  });
});

describe('Services nobody wrote', () => {
  const names = (c: Cluster) => c.services.map((s) => `${s.service.id} ${s.providedBy}${s.external ? ' external' : ''}`);
  const always = ['Service/default/kubernetes cluster:apiserver external', 'Service/kube-system/kube-dns cluster:dns external'];

  it('are the cluster own ones', () => expect(names(cluster())).toEqual(always));

  it('give way to the input', () => {
    const c = cluster(
      object('Service', 'default/kubernetes', { spec: { ports: [{ name: 'https', port: 443, targetPort: 8443 }] } }),
      object('Service', 'kube-system/kube-dns', { spec: { selector: { 'k8s-app': 'kube-dns' }, ports: [] } }),
    );
    expect(names(c)).toEqual(['Service/default/kubernetes cluster:apiserver external', 'Service/kube-system/kube-dns null']);
  });

  it('govern the pods of custom resources, once per kind and namespace', () => {
    const c = cluster(
      object('Prometheus', 'mon/a', { spec: {} }),
      object('Prometheus', 'mon/b', { spec: {} }),
      object('Alertmanager', 'mon/a', { spec: {} }),
    );
    expect(names(c)).toEqual([
      'Service/mon/prometheus-operated operator:Prometheus/mon/a',
      'Service/mon/alertmanager-operated operator:Alertmanager/mon/a',
      ...always,
    ]);
    const [operated] = c.servicesIn('mon');
    expect(operated && c.podsMatching('mon', operated.service.selector ?? {}).map((w) => w.name)).toEqual(['prometheus-a', 'prometheus-b']);
    expect(operated?.service.at([])).toMatchObject({ doc: 'Prometheus/mon/a#0', path: ['spec'] });
  });

  it('are replaced by spec.serviceName', () => expect(names(made('Prometheus', { serviceName: 'mine' }))).toEqual(always));

  it.each([
    ['in one word', ['--kubelet-service=kube-system/kubelet']],
    ['in two words', ['--kubelet-service', 'kube-system/kubelet']],
  ])('hold the kubelets, when an operator is told so %s', (_, args) => {
    const operator = (name: string) =>
      object('Deployment', name, { spec: { template: { spec: { containers: [{ name: 'o', image: 'x/prometheus-operator', args }] } } } });
    const c = cluster(operator('mon/operator'));
    expect(names(c)[0]).toBe('Service/kube-system/kubelet operator:kubelet external');
    const kubelet = c.services[0]?.service;
    expect(kubelet).toMatchObject({ selector: null, labels: { 'k8s-app': 'kubelet', 'app.kubernetes.io/name': 'kubelet' } });
    expect(kubelet?.ports.map((p) => `${p.name} ${p.port}`)).toEqual(['https-metrics 10250', 'http-metrics 10255', 'cadvisor 4194']);
    expect(kubelet?.at([]).doc).toBe('Deployment/mon/operator#0');
  });
});
