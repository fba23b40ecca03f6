import { expect, it } from 'vitest';
import { analyzeText, SHOP } from '../fixtures/shop.ts';

const CONTROLLER = 'endpointslice.kubernetes.io/managed-by: endpointslice-controller.k8s.io';
const slice = (addresses: string[], ports = '{name: http-metrics, port: 8080}', by = CONTROLLER): string => `---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata: {name: cart-x, namespace: shop, labels: {kubernetes.io/service-name: cart, ${by}}}
ports: [${ports}]
endpoints: [${addresses.join(', ')}]
`;
const to = (ip: string, pod = ''): string => `{addresses: ["${ip}"]${pod && `, targetRef: {kind: Pod, name: ${pod}, namespace: shop}`}}`;
const pod = (name: string, ip: string, labels = 'app: cart, tier: web', more = '', status = ''): string => `---
apiVersion: v1
kind: Pod
metadata: {name: ${name}, namespace: shop, labels: {${labels}, pod-template-hash: "1"}${more}}
spec: {containers: [{name: cart, image: example.org/node-exporter:v1, ports: [{name: metrics, containerPort: 8080}]}]}
status: {phase: Running, podIP: "${ip}"${status}}
`;
const A = pod('cart-1-a', '10.0.0.1');

it.each<[what: string, dump: string, said: string[]]>([
  ['what the manifests give', slice([to('10.0.0.1')]), []],
  ['pods and endpoints of one moment', A + slice([to('10.0.0.1', 'cart-1-a')]), []],
  ['another number', slice([to('10.0.0.1')], '{name: http-metrics, port: 9999}'), ['port http-metrics 9999 8080']],
  ['a port the Service does not have', slice([to('10.0.0.1')], '{name: old, port: 8080}'), ['port-name old 8080']],
  ['ports without addresses', slice([], '{name: old, port: 8080}'), []],
  ['what people wrote', slice([to('10.0.0.1')], '{name: old, port: 1}', 'by: me'), []],
  ['pods that are not in the input', A + slice([to('10.0.0.1', 'cart-1-a'), to('10.0.0.2', 'cart-1-b')]), []],
  ['a pod that is not there', A + pod('cart-1-b', '10.0.0.2') + slice([to('10.0.0.1', 'cart-1-a')]), ['pod cart-1-b 10.0.0.2']],
  [
    'a pod on its way out',
    A + pod('cart-1-b', '10.0.0.2', undefined, ', deletionTimestamp: "2026-01-01T00:00:00Z"') + slice([to('10.0.0.1', 'cart-1-a')]),
    [],
  ],
  ['the other family', A + slice([to('fd00::1', 'cart-1-a')]), []],
  [
    'a pod with other labels',
    A + pod('cart-1-b', '10.0.0.2', 'app: cart') + slice([to('10.0.0.1', 'cart-1-a'), to('10.0.0.2', 'cart-1-b')]),
    ['labels cart-1-b 10.0.0.2'],
  ],
  ['a pod that moved', A + slice([to('10.0.0.9', 'cart-1-a')]), ['pod cart-1-a 10.0.0.1', 'address cart-1-a 10.0.0.9 10.0.0.1']],
])('%s', (_what, dump, said) => {
  const { findings, chains } = analyzeText(SHOP + dump);
  expect(chains[0]?.status).toBe('ok');
  expect(
    findings
      .filter((f) => f.code === 'endpoints-differ')
      .map(({ params: p }) => [p['variant'], p['pod'] ?? p['port'], p['ip'] ?? p['number'], p['expected']].filter(Boolean).join(' ')),
  ).toEqual(said);
});
