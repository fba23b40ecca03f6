import { describe, expect, it } from 'vitest';
import { CALLERS, type Client, clientsOf } from '../../src/engine/chain/index.ts';
import { readValue } from '../../src/engine/yaml/index.ts';
import { analyzeText, SHOP } from '../fixtures/shop.ts';
import { NASTY, paths, replaced } from './nasty.ts';

/** For every caller, the least object that calls the shop's Service. A new caller adds its line here. */
const CALLS: Record<string, string> = {
  ingress:
    'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: x, namespace: shop}\nspec: {rules: [{http: {paths: [{path: /, backend: {service: {name: cart, port: {number: 80}}}}]}}]}',
  route:
    'apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: {name: x, namespace: shop}\nspec: {rules: [{backendRefs: [{name: cart, port: 80}]}]}',
  'api-service':
    'apiVersion: apiregistration.k8s.io/v1\nkind: APIService\nmetadata: {name: x}\nspec: {service: {name: cart, namespace: shop, port: 80}}',
  alerting:
    'apiVersion: monitoring.coreos.com/v1\nkind: Prometheus\nmetadata: {name: x, namespace: mon}\nspec: {alerting: {alertmanagers: [{name: cart, namespace: shop, port: http-metrics}]}}',
  resource: 'apiVersion: example.org/v1\nkind: Reader\nmetadata: {name: x, namespace: web}\nspec: {url: "http://cart.shop.svc/query"}',
  'data-source':
    'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x, namespace: web}\ndata:\n  a.yaml: |\n    apiVersion: 1\n    datasources: [{name: cart, type: prometheus, url: "http://cart.shop.svc"}]',
  pod: 'apiVersion: v1\nkind: Pod\nmetadata: {name: x, namespace: web}\nspec: {containers: [{name: r, image: example.org/r, args: ["http://cart.shop.svc"]}]}',
};

const clients = (document: string) => {
  const analysis = analyzeText(`${SHOP}---\n${document}\n`);
  const chain = analysis.chains.find((c) => c.id === 'ServiceMonitor/shop/cart#0');
  return { found: chain ? clientsOf(analysis.cluster, chain, analysis.chains) : [], docs: analysis.ingested.docs };
};
const byCaller = (found: readonly Client[], kind: string) => found.filter((c) => c.kind === kind && /\/x$/.test(c.object));

it('has one place for each kind of caller', () => {
  expect(new Set(CALLERS.map((c) => c.kind)).size).toBe(CALLERS.length);
});

describe.each(CALLERS.map((c) => c.kind))('%s', (kind) => {
  const document = CALLS[kind] ?? '';

  it('finds the call, and shows where', () => {
    const { found, docs } = clients(document);
    const own = byCaller(found, kind);
    expect(own).toHaveLength(1);
    for (const { at } of own) expect(docs.get(at.doc)?.text).toBe(`${document}\n`);
  });

  it('takes no call to another Service for one', () => {
    expect(byCaller(clients(document.replaceAll('cart', 'card')).found, kind)).toEqual([]);
  });

  it('takes any value anywhere in the object', () => {
    const value = readValue(document).value;
    for (const path of paths(value))
      for (const by of NASTY) {
        const changed = JSON.stringify(replaced(value, path, by));
        expect(() => clients(changed), `${path.join('.')} = ${JSON.stringify(by)}`).not.toThrow();
      }
  });
});
