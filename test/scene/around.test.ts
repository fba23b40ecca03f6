import { describe, expect, it } from 'vitest';
import { clientsOf, referencesOf } from '../../src/engine/chain/index.ts';
import { chainScene, type SceneNode } from '../../src/engine/scene/index.ts';
import { edit } from '../fixtures/shop.ts';
import { analysed, chainOf, deployment, monitor, picture, prometheus, sampled, service, yaml } from './picture.ts';

const sceneOf = (input: ReturnType<typeof analysed>) => {
  const chain = chainOf(input);
  return chainScene(input, chain, {
    clients: clientsOf(input.cluster, chain, input.chains),
    references: referencesOf(input.cluster, chain),
  });
};
const told = (n: SceneNode) =>
  `${n.kind} ${n.title} ${n.origin}: ${n.rows.map((r) => [r.text, r.detail, r.code].filter(Boolean).join(' ')).join(', ')}`;
const around = (text: string): string[] =>
  sceneOf(analysed(text))
    .nodes.filter((n) => n.role === 'client' || n.role === 'reference')
    .map(told);

const ingress = (name: string): string => `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: ${name}, namespace: shop }
spec: { defaultBackend: { service: { name: web, port: { name: http } } } }
`;
const TLS =
  'port: http, scheme: https, tlsConfig: { ca: { secret: { name: web-ca, key: ca.crt } } }, authorization: { credentials: { name: token, key: t } }';
const secret = (name: string, keys: string): string => `
apiVersion: v1
kind: Secret
metadata: { name: ${name}, namespace: shop }
stringData: { ${keys} }
`;

describe('around a chain', () => {
  it('the way of a scrape is drawn as before', () => {
    const input = sampled('shipped');
    const bare = chainScene(input, chainOf(input));
    expect(picture(sceneOf(input))).toEqual(picture(bare));
    expect(sceneOf(input).nodes.length).toBe(bare.nodes.length);
  });

  it('callers stand under the pods, each once', () => {
    const input = yaml(prometheus, service('web'), deployment('web'), monitor('web'), ingress('door'));
    expect(around(input)).toEqual(['Ingress door input: backend http']);
    const scene = sceneOf(analysed(input));
    expect(picture(scene, 'guard')).toContain('Ingress door --> container main[web]');
    expect(scene.edges.find((e) => e.link === '')?.state).toBe('ok');
  });

  it('many are counted, not drawn', () => {
    const doors = Array.from({ length: 9 }, (_, i) => ingress(`door-${i}`));
    const found = around(yaml(prometheus, service('web'), deployment('web'), monitor('web'), ...doors));
    expect(found.length).toBe(4);
    expect(found.find((t) => t.startsWith('…'))).toBe('… + 6 input: ');
  });

  it('Secrets stand under what names them, whether they are in the input or not', () => {
    const chain = [prometheus, service('web'), deployment('web'), monitor('web', 'app: web', TLS)];
    expect(around(yaml(...chain))).toEqual([
      'Secret web-ca absent: tlsConfig.ca ca.crt',
      'Secret token absent: authorization.credentials t',
    ]);
    const both = [secret('web-ca', 'ca.crt: "very secret"'), secret('token', 'other: "very secret"')];
    expect(around(yaml(...chain, ...both))).toEqual([
      'Secret web-ca input: tlsConfig.ca ca.crt',
      'Secret token input: authorization.credentials t row.no-key',
    ]);
    expect(JSON.stringify(sceneOf(analysed(yaml(...chain, ...both))))).not.toContain('very secret');
  });

  it('files that a server is started with stand under its pods', () => {
    const served = edit(
      deployment('web'),
      [
        'image: example/unheard-of',
        'image: example/kube-rbac-proxy, args: ["--secure-listen-address=:8080", "--upstream=http://127.0.0.1:1/", "--tls-cert-file=/tls/cert.pem"], volumeMounts: [{ name: tls, mountPath: /tls }]',
      ],
      [
        'containers: [',
        'volumes: [{ name: tls, secret: { secretName: web-tls, items: [{ key: tls.crt, path: cert.pem }] } }], containers: [',
      ],
    );
    expect(around(yaml(prometheus, service('web'), served, monitor('web')))).toEqual(['Secret web-tls absent: --tls-cert-file tls.crt']);
  });

  it('who is in the picture already says it there', () => {
    const open = service('web').replace('spec: { selector', 'spec: { type: LoadBalancer, selector');
    const alerts = prometheus.replace('spec: {', 'spec: { alerting: { alertmanagers: [{ name: web, namespace: shop, port: http }] },');
    const text = yaml(alerts, open, deployment('web'), monitor('web'));
    expect(around(text)).toEqual([]);
    const rows = (role: string) =>
      sceneOf(analysed(text))
        .nodes.find((n) => n.role === role)
        ?.rows.map((r) => `${r.text} ${r.detail}`);
    expect(rows('service')).toEqual(['http 80 → web', 'LoadBalancer 80']);
    expect(rows('prometheus')?.at(-1)).toBe('alertmanagers http');
  });

  it('the web configuration of what the operator makes stands under its pods', () => {
    const own = prometheus.replace(
      'spec: {',
      'spec: { web: { tlsConfig: { keySecret: { name: k, key: tls.key }, cert: { configMap: { name: c, key: tls.crt } } } },',
    );
    const self = `
apiVersion: v1
kind: Service
metadata: { name: self, namespace: mon, labels: { app: self } }
spec: { selector: { prometheus: main }, ports: [{ name: web, port: 9090, targetPort: web }] }
---
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: self, namespace: mon }
spec: { selector: { matchLabels: { app: self } }, endpoints: [{ port: web, scheme: https }] }
`;
    expect(around(yaml(own, self))).toEqual([
      'Secret k absent: web.tlsConfig.keySecret tls.key',
      'ConfigMap c absent: web.tlsConfig.cert tls.crt',
    ]);
  });

  it('the binding stands with the role it gives, and the account with the pods', () => {
    const rows = (kind: string) =>
      sceneOf(sampled('shipped'))
        .nodes.filter((n) => n.kind === kind)
        .map(told);
    expect(rows('Role')).toEqual(['Role prometheus-discovery input: list, watch, RoleBinding prometheus-discovery']);
    expect(rows('DaemonSet')).toEqual(['DaemonSet node-exporter input: hostNetwork: true, serviceAccount node-exporter']);
  });
});
