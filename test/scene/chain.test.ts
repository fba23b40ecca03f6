import { describe, expect, it } from 'vitest';
import { analysed, deployment, monitor, picture, prometheus, sampled, sceneOf, service, yaml } from './picture.ts';

describe('the node-exporter sample', () => {
  it('as shipped: from row to row, through the proxy to the process behind it', () => {
    expect(picture(sceneOf(sampled('shipped')))).toEqual([
      'Prometheus main[serviceMonitorSelector] -serviceMonitorSelector: {}-> ServiceMonitor[0] node-exporter',
      'ServiceMonitor[0] node-exporter -selector-> Service node-exporter',
      'ServiceMonitor[0] node-exporter[port: https] -port: https https-> Service node-exporter[https]',
      'Service node-exporter -selector-> DaemonSet node-exporter',
      'Service node-exporter[https] -targetPort: https-> container kube-rbac-proxy[https]',
      'container kube-rbac-proxy[https] -<pod-ip>:9100 https-> process kube-rbac-proxy[<pod-ip>:9100]',
      'process kube-rbac-proxy[<pod-ip>:9100] -→ http://127.0.0.1:9100/ http-> process node-exporter[127.0.0.1:9100]',
    ]);
  });

  it('draws the policy as not enforced, and the rights through the service accounts', () => {
    expect(picture(sceneOf(sampled('shipped')), 'guard')).toEqual([
      'Role prometheus-discovery[list, watch] -list, watch-> ServiceAccount prometheus-main',
      'ServiceAccount prometheus-main -list, watch-> Prometheus main',
      'NetworkPolicy node-exporter[ingress] -ingress not-enforced-> container kube-rbac-proxy[https]',
      'ClusterRole prometheus-main[get /metrics] -get /metrics-> ServiceAccount prometheus-main',
      'ServiceAccount prometheus-main -get /metrics-> Prometheus main',
      'ClusterRole node-exporter[tokenreviews, subjectaccessreviews] -tokenreviews, subjectaccessreviews-> ServiceAccount node-exporter',
      'ServiceAccount node-exporter -tokenreviews, subjectaccessreviews-> DaemonSet node-exporter',
    ]);
  });

  it('after the obvious edit: both listeners are drawn and both clash', () => {
    const scene = sceneOf(sampled('obvious-edit'));
    expect(picture(scene).slice(-2)).toEqual([
      'container kube-rbac-proxy[http] -9100 http broken-> process node-exporter[0.0.0.0:9100]',
      'container kube-rbac-proxy[http] -9100 http broken-> process kube-rbac-proxy[<pod-ip>:9100]',
    ]);
    const listeners = scene.nodes.filter((n) => n.role === 'listener');
    expect(listeners.map((n) => [n.title, n.state, n.codes, n.rows[0]?.code])).toEqual([
      ['node-exporter', 'broken', ['bind-conflict'], 'row.clash'],
      ['kube-rbac-proxy', 'broken', ['bind-conflict'], 'row.clash'],
    ]);
  });

  it('repaired: one process on the port, in clear text', () => {
    expect(picture(sceneOf(sampled('repaired'))).at(-1)).toBe('container node-exporter[http] -:9100 http-> process node-exporter[:9100]');
  });
});

describe('missing ends', () => {
  it('no Service: what was looked for, with the one that nearly fits', () => {
    const input = yaml(prometheus, monitor('web', 'app: web, tier: front'), service('web', 'app: web, tier: back'), deployment('web'));
    const scene = sceneOf(analysed(input));
    expect(picture(scene).at(-1)).toBe('ServiceMonitor[0] web -selector broken-> ?Service');
    const missing = scene.nodes.find((n) => n.role === 'missing' && n.column === 'service');
    expect(missing?.rows.map((r) => [r.text, r.code])).toEqual([
      ['app=web', undefined],
      ['tier=front', undefined],
      ['Service/shop/web', 'near.one-label'],
    ]);
  });

  it('no such port: a row of the Service that is not there', () => {
    const scene = sceneOf(analysed(yaml(prometheus, monitor('web', 'app: web', 'port: metrics'), service('web'), deployment('web'))));
    expect(picture(scene)).toContain('ServiceMonitor[0] web[port: metrics] -port: metrics http broken-> Service web[metrics]');
    expect(scene.nodes.find((n) => n.role === 'service')?.rows.map((r) => [r.text, r.code])).toEqual([
      ['http', undefined],
      ['metrics', 'row.missing'],
    ]);
  });

  it('no pods: unknown, since they may be elsewhere', () => {
    const scene = sceneOf(analysed(yaml(prometheus, monitor('web'), service('web'))));
    expect(picture(scene)).toContain('Service web -selector unknown-> ?Pod');
  });

  it('nobody known listens: a process is looked for, in the pod', () => {
    const scene = sceneOf(analysed(yaml(prometheus, monitor('web'), service('web'), deployment('web'))));
    expect(picture(scene).at(-1)).toBe('container main[web] -8080 unknown-> ?process[:8080]');
    expect(scene.nodes.find((n) => n.kind === 'process')?.parent).toBe('Deployment/shop/web');
  });

  it('no Prometheus: said, not guessed', () => {
    const scene = sceneOf(analysed(yaml(monitor('web'), service('web'), deployment('web'))));
    expect(scene.nodes.find((n) => n.column === 'prometheus')).toMatchObject({ role: 'missing', codes: ['no-prometheus'] });
  });
});

describe('what nobody wrote', () => {
  it('hand-written endpoints end the chain', () => {
    const input = yaml(
      prometheus,
      monitor('db'),
      'apiVersion: v1\nkind: Service\nmetadata: { name: db, namespace: shop, labels: { app: db } }\nspec: { ports: [{ name: http, port: 80 }] }\n',
      'apiVersion: v1\nkind: Endpoints\nmetadata: { name: db, namespace: shop }\nsubsets: [{ addresses: [{ ip: 10.0.0.7 }], ports: [{ name: http, port: 9187 }] }]\n',
    );
    expect(picture(sceneOf(analysed(input))).at(-1)).toBe('Service db[http] -9187-> Endpoints db[9187]');
  });

  it('a selector that takes everything is drawn up to a limit, and the rest counted', () => {
    const apps = Array.from({ length: 120 }, (_, i) =>
      yaml(service(`a${i}`, `app: a${i}, all: "yes"`), deployment(`a${i}`, `app: a${i}, all: "yes"`)),
    );
    const scene = sceneOf(analysed(yaml(prometheus, monitor('all', 'all: "yes"'), ...apps)));
    expect(scene.nodes.length).toBeLessThan(160);
    expect(scene.nodes.find((n) => n.id === 'more')?.title).toBe('+ 200');
  });
});

it('ids of rows and edges survive a renamed port', () => {
  const before = sceneOf(analysed(yaml(prometheus, monitor('web'), service('web'), deployment('web'))));
  const renamed = yaml(
    prometheus,
    monitor('web', 'app: web', 'port: metrics'),
    service('web', 'app: web', '[{ name: metrics, port: 80, targetPort: web }]'),
    deployment('web'),
  );
  const after = sceneOf(analysed(renamed));
  expect(after.edges.map((e) => e.id)).toEqual(before.edges.map((e) => e.id));
  expect(after.nodes.flatMap((n) => n.rows.map((r) => r.id))).toEqual(before.nodes.flatMap((n) => n.rows.map((r) => r.id)));
});
