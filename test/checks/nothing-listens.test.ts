import { describe, expect, it } from 'vitest';
import { ARGS, type Change, found, SERVICE_PORT } from './found.ts';

const MOVED: Change = [ARGS, 'args: ["--web.listen-address=:9999"]'];
const DECLARES = '{name: metrics, containerPort: 8080}';
const DECLARED: Change = [DECLARES, '{name: metrics, containerPort: 9100}'];
const sidecar = (container: string): Change => [DECLARES, `${DECLARES}\n      - ${container}`];
const toNumber = (port: number): Change => [SERVICE_PORT, `{name: http-metrics, port: 80, targetPort: ${port}}`];
const image = (name: string): Change => ['image: example.org/node-exporter:v1', `image: ${name}`];
const ON_HOST: Change = ['    spec:\n      containers', '    spec:\n      hostNetwork: true\n      containers'];
const neighbour = (listen: string) => `apiVersion: apps/v1
kind: DaemonSet
metadata: {name: agent, namespace: shop}
spec:
  selector: {matchLabels: {a: a}}
  template:
    metadata: {labels: {a: a}}
    spec: {hostNetwork: true, containers: [{name: agent, image: quay.io/prometheus/node-exporter, args: ["--web.listen-address=${listen}"]}]}
`;

describe('nobody is on the scraped port', () => {
  it.each<[what: string, changes: Change[], more: string, listeners: string]>([
    ['a flag moved the process', [MOVED], '', 'cart :9999'],
    ['the Service leads to another number', [toNumber(8081)], '', 'cart :8080'],
    ['a default that the container declares', [[ARGS, 'args: []'], DECLARED, toNumber(8081)], '', 'cart :9100'],
    [
      'two programs, both known',
      [
        MOVED,
        sidecar('{name: proxy, image: kube-rbac-proxy, args: ["--secure-listen-address=:8443", "--upstream=http://127.0.0.1:9999"]}'),
      ],
      '',
      'cart :9999, proxy :8443',
    ],
    ['on the host, where nobody else is', [MOVED, ON_HOST], neighbour(':9100'), 'cart :9999'],
  ])('%s', (_what, changes, more, listeners) => {
    expect(found('nothing-listens', changes, more, ['listeners'])).toEqual([`error cart#0 ${listeners}`]);
  });
});

describe('somebody is, or may be', () => {
  it.each<[what: string, changes: Change[], more?: string]>([
    ['as it is', []],
    ['a port of a sidecar that a mesh puts there', [toNumber(15020)]],
    ['an image that nobody knows', [image('example.org/cart:v1'), [ARGS, 'args: []'], toNumber(8081)]],
    ['any program with the flag of the toolkit may have other ports', [image('example.org/cart:v1'), toNumber(8081)]],
    ['a container beside it that nobody knows', [MOVED, sidecar('{name: other, image: example.org/other}')]],
    ['a default, and the image may say otherwise', [[ARGS, 'args: []'], toNumber(8080)]],
    ['an address from a Secret', [[ARGS, 'args: ["--web.listen-address=$(ADDRESS)"]'], toNumber(8081)]],
    ['on the loopback address: that is said in another way', [[ARGS, 'args: ["--web.listen-address=127.0.0.1:8080"]']]],
    ['a neighbour on the same node', [MOVED, ON_HOST], neighbour(':8080')],
    [
      'a relabeling sends the scrape elsewhere',
      [MOVED, ['- port: http-metrics', '- port: http-metrics\n    relabelings: [{targetLabel: __address__, replacement: "10.0.0.1:1"}]']],
    ],
  ])('%s', (_what, changes, more = '') => {
    expect(found('nothing-listens', changes, more)).toEqual([]);
  });
});

it('takes a container that declares the port and listens elsewhere for likely wrong, where another may be there', () => {
  const other = sidecar('{name: other, image: example.org/other}');
  expect(found('port-not-opened', [MOVED, other], '', ['container', 'port', 'listeners'])).toEqual(['warning cart#0 cart 8080 cart :9999']);
  expect(found('port-not-opened', [other])).toEqual([]);
  expect(found('port-not-opened', [MOVED])).toEqual([]);
});
