import { describe, expect, it } from 'vitest';
import type { ApiService, Backend, Gateway, Ingress, Node, Route, Secret } from '../../src/engine/objects/index.ts';
import { read } from './read.ts';

const text = (apiVersion: string, kind: string, rest: string) =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: x, namespace: ns}\n${rest}\n`;
const drawn = ({ namespace, service, port, at }: Backend) => `${namespace}/${service}:${port} ${at.path.join('.')}`;

describe('backends', () => {
  it.each<[kind: string, apiVersion: string, rest: string, wanted: string[]]>([
    [
      'Ingress',
      'networking.k8s.io/v1',
      'spec: {defaultBackend: {service: {name: a, port: {number: 80}}}}',
      ['ns/a:80 spec.defaultBackend.service.port.number'],
    ],
    [
      'Ingress',
      'networking.k8s.io/v1',
      'spec: {rules: [{http: {paths: [{backend: {service: {name: a, port: {name: web}}}}, {backend: {resource: {name: b}}}]}}]}',
      ['ns/a:web spec.rules.0.http.paths.0.backend.service.port.name'],
    ],
    ['Ingress', 'extensions/v1beta1', 'spec: {backend: {serviceName: a, servicePort: web}}', ['ns/a:web spec.backend.servicePort']],
    ['Ingress', 'networking.k8s.io/v1', 'spec: [1, {service: 2}]', []],
    [
      'HTTPRoute',
      'gateway.networking.k8s.io/v1',
      'spec: {rules: [{backendRefs: [{name: a, port: 80}, {name: b, port: 81, namespace: other}, {name: c, kind: Bucket, port: 1}, {name: d}], filters: [{requestMirror: {backendRef: {name: e, port: 82}}}]}]}',
      [
        'ns/a:80 spec.rules.0.backendRefs.0.port',
        'other/b:81 spec.rules.0.backendRefs.1.port',
        'ns/e:82 spec.rules.0.filters.0.requestMirror.backendRef.port',
      ],
    ],
    ['TCPRoute', 'gateway.networking.k8s.io/v1alpha2', 'spec: {rules: [{backendRefs: [{name: a, port: "80"}]}]}', []],
  ])('%s %s %s', (kind, apiVersion, rest, wanted) => {
    expect(
      read<Ingress | Route>(text(apiVersion, kind, rest))
        .backends()
        .map(drawn),
    ).toEqual(wanted);
  });

  it('of an extension of the API, on 443 where no port is named', () => {
    const of = (service: string) =>
      read<ApiService>(text('apiregistration.k8s.io/v1', 'APIService', `spec: {service: ${service}}`)).backend();
    expect(of('{name: a, namespace: b}')).toMatchObject({ service: 'a', namespace: 'b', port: 443 });
    expect(of('{name: a, namespace: b, port: 6443}')).toMatchObject({ port: 6443 });
    expect(of('{name: a}')).toBeNull();
    expect(read<ApiService>(text('apiregistration.k8s.io/v1', 'APIService', '')).id).toBe('APIService/x');
  });
});

it('a Secret tells its keys and its type, and nothing else', () => {
  const secret = read<Secret>(
    text('v1', 'Secret', 'type: kubernetes.io/tls\ndata: {tls.crt: aaaa, constructor: bbbb}\nstringData: {tls.crt: cccc, tls.key: dddd}'),
  );
  expect([secret.type(), secret.keys()]).toEqual(['kubernetes.io/tls', ['tls.crt', 'constructor', 'tls.key']]);
  const { raw: _raw, ...rest } = secret;
  expect(JSON.stringify(rest)).not.toMatch(/aaaa|bbbb|cccc|dddd/);
  expect([read<Secret>(text('v1', 'Secret', 'data: [1]')).keys(), read<Secret>(text('v1', 'Secret', '')).type()]).toEqual([[], 'Opaque']);
});

it('doors, classes and machines', () => {
  const gateway = read<Gateway>(
    text('gateway.networking.k8s.io/v1', 'Gateway', 'spec: {listeners: [{name: web, port: 443, protocol: HTTPS}]}'),
  );
  expect(gateway.listeners()).toEqual([{ name: 'web', port: 443, protocol: 'HTTPS' }]);
  const route = read<Route>(text('gateway.networking.k8s.io/v1', 'HTTPRoute', 'spec: {parentRefs: [{name: door}]}'));
  expect(route.parents()).toEqual([{ kind: 'Gateway', namespace: 'ns', name: 'door' }]);
  const ingress = read<Ingress>(
    'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: x, annotations: {kubernetes.io/ingress.class: nginx}}\n',
  );
  expect([ingress.className(), ingress.hints()]).toEqual(['nginx', { 'kubernetes.io/ingress.class': 'nginx' }]);
  const node = read<Node>('apiVersion: v1\nkind: Node\nmetadata: {name: n1, labels: {zone: a}}\n');
  expect([node.id, node.labels]).toEqual(['Node/n1', { zone: 'a' }]);
});
