import { describe, expect, it } from 'vitest';
import { analyzeText, SHOP } from '../fixtures/shop.ts';

const probers = `---
apiVersion: apps/v1
kind: Deployment
metadata: {name: blackbox, namespace: probes}
spec:
  selector: {matchLabels: {app: blackbox}}
  template:
    metadata: {labels: {app: blackbox}}
    spec:
      containers:
      - name: blackbox
        image: example.org/blackbox-exporter:v1
        args: ["--web.listen-address=:19115"]
        ports: [{name: http, containerPort: 19115}]
---
apiVersion: v1
kind: Service
metadata: {name: blackbox, namespace: probes}
spec: {selector: {app: blackbox}, ports: [{name: probe, port: 9115, targetPort: http}]}
---
apiVersion: v1
kind: Service
metadata: {name: bare, namespace: probes}
spec: {selector: {app: blackbox}, clusterIP: None, ports: [{name: probe, port: 9115, targetPort: http}]}
`;
const world =
  SHOP.replace(
    '  podMonitorSelector: {}\n',
    '  podMonitorSelector: {}\n  probeSelector: {}\n  probeNamespaceSelector: {}\n  scrapeConfigSelector: {}\n  scrapeConfigNamespaceSelector: {}\n',
  ) + probers;

const probe = (url: string) => `---
apiVersion: monitoring.coreos.com/v1
kind: Probe
metadata: {name: site, namespace: shop}
spec:
  prober: {url: "${url}"}
  targets: {staticConfig: {static: ["https://example.org"]}}
`;

/** `status reasons | service:port -> workload:number container` */
const story = (text: string, id: string): string => {
  const chain = analyzeText(text).chains.find((c) => c.id === id);
  if (!chain) return 'no chain';
  const targets = chain.targets.map(
    (t) => `${t.service ?? '-'}:${t.servicePort ?? '-'} -> ${t.workload ?? '-'}:${t.number} ${t.container ?? '-'}`,
  );
  return [chain.status, ...chain.reasons, '|', ...targets].join(' ');
};

describe('a Probe asks its prober', () => {
  it.each([
    // prober.url                         what becomes of it
    ['blackbox.probes:9115', 'ok | Service/probes/blackbox:probe -> Deployment/probes/blackbox:19115 blackbox'],
    ['blackbox.probes.svc:9115', 'ok | Service/probes/blackbox:probe -> Deployment/probes/blackbox:19115 blackbox'],
    ['BLACKBOX.probes.svc.cluster.local.:9115', 'ok | Service/probes/blackbox:probe -> Deployment/probes/blackbox:19115 blackbox'],
    ['bare.probes.svc:19115', 'ok | Service/probes/bare:probe -> Deployment/probes/blackbox:19115 blackbox'],
    ['blackbox.probes.svc:19115', 'broken port-not-found |'],
    ['blackbox.probes.svc', 'broken port-not-found |'],
    ['blackbox:9115', 'broken service-not-found |'],
    ['other.probes.svc:9115', 'incomplete service-not-found |'],
    ['prober.example.org:9115', 'external | -:- -> -:9115 -'],
    ['10.0.0.7:9115', 'external | -:- -> -:9115 -'],
  ])('%s', (url, expected) => expect(story(world + probe(url), 'Probe/shop/site#0')).toBe(expected));

  it('is not taken up without a probeSelector', () => {
    expect(story(SHOP + probers + probe('blackbox.probes:9115'), 'Probe/shop/site#0')).toBe(
      'broken monitor-not-selected | Service/probes/blackbox:probe -> Deployment/probes/blackbox:19115 blackbox',
    );
  });
});

const config = (spec: string) => `---
apiVersion: monitoring.coreos.com/v1alpha1
kind: ScrapeConfig
metadata: {name: extra, namespace: shop}
spec:
${spec.replace(/^/gm, '  ')}
`;

describe('a ScrapeConfig names addresses or a service discovery', () => {
  it.each([
    [
      'one Service, one host',
      'staticConfigs: [{targets: ["cart.shop:80", "node.example.org:9100"]}]',
      'ok | Service/shop/cart:http-metrics -> Deployment/shop/cart:8080 cart -:- -> -:9100 -',
    ],
    [
      'one of two ports is not there',
      'staticConfigs: [{targets: ["cart.shop:80", "cart.shop:81"]}]',
      'partial port-not-found | Service/shop/cart:http-metrics -> Deployment/shop/cart:8080 cart',
    ],
    ['http', 'httpSDConfigs: [{url: "http://sd.example.org"}]', 'external |'],
  ])('%s', (_, spec, expected) => expect(story(world + config(spec), 'ScrapeConfig/shop/extra#0')).toBe(expected));
});

describe('a ScrapeConfig discovers through Kubernetes, and its relabelings choose', () => {
  const keep = (label: string, regex: string) => `{action: keep, sourceLabels: [__meta_kubernetes_${label}], regex: "${regex}"}`;
  const chosen = (role: string, rule: string) =>
    world + config(`kubernetesSDConfigs: [{role: ${role}, namespaces: {names: [shop]}}]\nrelabelings: [${rule}]`);
  it.each([
    ['pods by label', 'Pod', keep('pod_label_app', 'cart'), 'ok | -:- -> Deployment/shop/cart:8080 cart'],
    ['a Service', 'Endpoints', keep('service_name', 'cart'), 'ok | Service/shop/cart:http-metrics -> Deployment/shop/cart:8080 cart'],
    ['nothing', 'Pod', keep('pod_label_app', 'tart'), 'broken dropped-by-relabeling | -:- -> Deployment/shop/cart:8080 cart'],
  ])('%s', (_, role, rule, expected) => expect(story(chosen(role, rule), 'ScrapeConfig/shop/extra#0')).toBe(expected));

  it('claims nothing about what only a running cluster knows', () => {
    const chain = analyzeText(
      world + config(`kubernetesSDConfigs: [{role: Pod}]\nrelabelings: [${keep('pod_node_name', 'edge-.*')}]`),
    ).chains.find((c) => c.id === 'ScrapeConfig/shop/extra#0');
    expect([chain?.reasons.includes('dropped-by-relabeling'), chain?.warnings.includes('relabel-unknown')]).toEqual([false, true]);
  });
});
