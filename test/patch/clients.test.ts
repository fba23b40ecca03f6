import { describe, expect, it } from 'vitest';
import { edit } from '../fixtures/shop.ts';
import { BEHIND, filesOf, news, OPEN, said, toggled } from './behind.ts';

const ingress = (port: string, name = 'disk'): string => `---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: door, namespace: watch}
spec: {rules: [{http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: ${name}, port: ${port}}}}]}}]}
`;
const old = `---
apiVersion: extensions/v1beta1
kind: Ingress
metadata: {name: door, namespace: watch}
spec:
  backend: {serviceName: disk, servicePort: https}
`;
const route = (extra = '', namespace = 'watch'): string => `---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: way, namespace: ${namespace}}
spec: {rules: [{backendRefs: [{name: disk, port: 9100${extra}}]}]}
`;
const apiService = `---
apiVersion: apiregistration.k8s.io/v1
kind: APIService
metadata: {name: v1.disk.example.org}
spec: {group: disk.example.org, version: v1, service: {name: disk, namespace: watch, port: 9100}}
`;
const alerting = (port: string): string => `---
apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata: {name: second, namespace: watch}
spec: {alerting: {alertmanagers: [{name: disk, namespace: watch, port: ${port}}]}}
`;
const caller = (url: string): string => `---
apiVersion: apps/v1
kind: Deployment
metadata: {name: reader, namespace: other}
spec:
  selector: {matchLabels: {app: reader}}
  template:
    metadata: {labels: {app: reader}}
    spec: {containers: [{name: reader, image: example.org/reader, args: ["--from=${url}"]}]}
`;

describe('who else uses the port of a Service', () => {
  it.each<[what: string, text: string, wanted: string[]]>([
    ['an Ingress by number', ingress('{number: 9100}'), ['client-scheme Ingress/watch/door Service/watch/disk 9100 http']],
    ['an Ingress by name', ingress('{name: https}'), ['client-scheme Ingress/watch/door Service/watch/disk https http']],
    ['an Ingress of old', old, ['client-scheme Ingress/watch/door Service/watch/disk https http']],
    ['an Ingress of another port', ingress('{number: 80}'), []],
    ['an Ingress of another Service', ingress('{name: https}', 'tape'), []],
    ['a route', route(), ['client-scheme HTTPRoute/watch/way Service/watch/disk 9100 http']],
    ['a route to another namespace', route(', namespace: watch', 'web'), ['client-scheme HTTPRoute/web/way Service/watch/disk 9100 http']],
    ['a route in another namespace', route('', 'web'), []],
    ['a route to something else', route(', kind: Bucket'), []],
    ['alerts', alerting('https'), ['client-scheme Prometheus/watch/second Service/watch/disk https http']],
    ['another pod', caller('https://disk.watch.svc:9100/metrics'), ['client-scheme Deployment/other/reader Service/watch/disk 9100 http']],
    ['another pod, elsewhere', caller('https://disk:9100/metrics'), []],
  ])('%s', (_what, text, wanted) => {
    const preview = toggled(filesOf(BEHIND + text), 'http');
    expect([preview.refusals, said(preview)]).toEqual([[null], wanted]);
  });

  it('the API server, as an extension of it or a webhook, which it calls over https alone', () => {
    const webhook = `---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: {name: v1.disk.example.org}
webhooks: [{name: a.b.c, clientConfig: {service: {name: disk, namespace: watch, port: 9100}}}]
`;
    for (const text of [apiService, webhook])
      expect(toggled(filesOf(BEHIND + text), 'http').refusals.map((r) => r?.code)).toEqual(['api-server-calls']);
  });

  it('goes both ways', () => {
    expect(said(toggled(filesOf(OPEN + ingress('{name: http}')), 'https'))).toEqual([
      'client-scheme Ingress/watch/door Service/watch/disk http https',
    ]);
  });

  it('an Ingress that names the port follows its new name', () => {
    const preview = toggled(filesOf(BEHIND + ingress('{name: https}')), 'http', { names: 'tidy' });
    expect(preview.refusals).toEqual([null]);
    expect(news(preview).filter((l) => l.includes('backend'))).toEqual([
      'spec: {rules: [{http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: disk, port: {name: http}}}}]}}]}',
    ]);
    expect(said(preview)).toEqual(['client-scheme Ingress/watch/door Service/watch/disk http http']);
  });

  it('another kind that names the port is told its new name', () => {
    expect(said(toggled(filesOf(BEHIND + alerting('https')), 'http', { names: 'tidy' }))).toEqual([
      'client-port-name Prometheus/watch/second Service/watch/disk https http http',
    ]);
  });

  it('nothing is said where the pod speaks what it spoke and names stay', () => {
    const late = edit(OPEN, ['  - port: http\n', '  - port: http\n    scheme: https\n']);
    expect(said(toggled(filesOf(late + ingress('{name: http}')), 'http'))).toEqual([]);
  });
});

describe('annotations that tell a scraper where to go', () => {
  const annotated = (on: 'Service' | 'pods', value: string): string =>
    on === 'Service'
      ? edit(BEHIND, [
          'labels: {app: disk}}\nspec:\n  selector: {app',
          `labels: {app: disk}, annotations: ${value}}\nspec:\n  selector: {app`,
        ])
      : edit(BEHIND, ['metadata: {labels: {app: disk}}', `metadata: {labels: {app: disk}, annotations: ${value}}`]);
  const tells = (text: string): string[] => said(toggled(filesOf(text), 'http'));

  it('are named where they no longer fit', () => {
    const both = "{prometheus.io/scheme: https, prometheus.io/port: '9100'}";
    expect(tells(annotated('Service', both))).toEqual(['annotation-left Service/watch/disk prometheus.io/scheme https http']);
    expect(tells(annotated('pods', both))).toEqual(['annotation-left Deployment/watch/disk prometheus.io/scheme https http']);
    const stays = edit(annotated('Service', both), ['=127.0.0.1:9101]', '=:9101]\n        ports: [{name: own, containerPort: 9101}]']);
    expect(tells(stays)).toEqual([
      'annotation-left Service/watch/disk prometheus.io/scheme https http',
      'annotation-left Service/watch/disk prometheus.io/port 9100 9101',
    ]);
  });

  it('are missed where the default no longer fits', () => {
    const invited = edit(OPEN, [
      'metadata: {labels: {app: disk}}',
      'metadata: {labels: {app: disk}, annotations: {prometheus.io/scrape: "true"}}',
    ]);
    expect(said(toggled(filesOf(invited), 'https'))).toEqual(['annotation-missing Deployment/watch/disk prometheus.io/scheme https']);
    expect(said(toggled(filesOf(invited), 'http'))).toEqual([]);
  });

  it('are left alone where they mean another port, or fit', () => {
    expect(tells(annotated('Service', "{prometheus.io/scheme: https, prometheus.io/port: '8080'}"))).toEqual([]);
    expect(tells(annotated('Service', '{prometheus.io/scrape: "true"}'))).toEqual([]);
  });
});
