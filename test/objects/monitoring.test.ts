import { describe, expect, it } from 'vitest';
import type { Monitor, OperatedObject, PrometheusObject } from '../../src/engine/objects/index.ts';
import { manifest, read, refused } from './read.ts';

const service = (endpoint: string) => read<Monitor>(manifest('ServiceMonitor', `spec: {selector: {}, endpoints: [${endpoint}]}`));
const endpoint = (text: string) => service(text).endpoints[0];

describe('an endpoint', () => {
  it('has the defaults of the operator', () => {
    expect(endpoint('{}')).toMatchObject({
      index: 0,
      path: ['spec', 'endpoints', 0],
      port: null,
      targetPort: null,
      portNumber: null,
      scheme: 'http',
      schemeGiven: false,
      metricsPath: '/metrics',
      tls: null,
      bearerTokenFile: null,
      auth: [],
      relabelings: [],
      filterRunning: true,
      invalid: [],
    });
  });

  it.each([
    ['{port: web, scheme: HTTPS, path: /probe}', { port: 'web', scheme: 'https', schemeGiven: true, metricsPath: '/probe' }],
    [
      '{port: "", scheme: "", path: "", targetPort: 0}',
      { port: null, targetPort: null, scheme: 'http', schemeGiven: false, metricsPath: '/metrics' },
    ],
    ['{targetPort: 9100}', { targetPort: 9100 }],
    ['{targetPort: "9100"}', { targetPort: '9100' }],
    ['{filterRunning: false, interval: 30s, scrapeTimeout: 10s}', { filterRunning: false, interval: '30s', scrapeTimeout: '10s' }],
    ['{basicAuth: {username: {}}, oauth2: {}, bearerTokenSecret: {key: ""}}', { auth: ['basicAuth', 'oauth2'] }],
    ['{bearerTokenSecret: {name: s, key: t}}', { auth: ['bearerTokenSecret'] }],
    ['{tlsConfig: {insecureSkipVerify: true}}', { tls: { insecureSkipVerify: true, serverName: null, references: [] } }],
    [
      '{tlsConfig: {ca: {configMap: {name: ca, key: ca.crt}}, cert: {secret: {name: c, key: tls.crt}}, keySecret: {name: c, key: tls.key}}}',
      {
        tls: {
          insecureSkipVerify: false,
          references: [
            { kind: 'ConfigMap', name: 'ca', key: 'ca.crt', field: 'ca' },
            { kind: 'Secret', name: 'c', key: 'tls.crt', field: 'cert' },
            { kind: 'Secret', name: 'c', key: 'tls.key', field: 'keySecret' },
          ],
        },
      },
    ],
    [
      '{relabelings: [{targetLabel: a}, {action: LabelDrop, regex: "b.*", separator: "", replacement: "", sourceLabels: [c]}]}',
      {
        relabelings: [
          { action: 'replace', sourceLabels: [], separator: ';', regex: '(.*)', targetLabel: 'a', replacement: '$1', modulus: null },
          { action: 'labeldrop', sourceLabels: ['c'], separator: '', regex: 'b.*', replacement: '' },
        ],
      },
    ],
  ])('%s', (text, expected) => expect(endpoint(text)).toMatchObject(expected));

  it('keeps a port that is a number as text, beside the problem', () => {
    const found = endpoint('{port: 9100}');
    expect(found?.port).toBe('9100');
    expect(found?.invalid.map((p) => [p.field, p.expected, p.got])).toEqual([['spec.endpoints[0].port', 'string', 9100]]);
  });

  it('keeps its place in the list, whatever stands before it', () => {
    expect(service('"http", {port: a}, [], {port: b}').endpoints.map((e) => [e.port, e.index])).toEqual([
      ['a', 1],
      ['b', 3],
    ]);
  });

  it('answers only for its own fields', () => {
    expect(service('{port: 1}, {port: a}').endpoints.map((e) => e.invalid.length)).toEqual([1, 0]);
  });
});

describe('a monitor', () => {
  it.each([
    ['', null],
    ['namespaceSelector: {}', null],
    ['namespaceSelector: {any: true, matchNames: [a]}', 'any'],
    ['namespaceSelector: {matchNames: [a, b]}', ['a', 'b']],
    ['namespaceSelector: {any: "true", matchNames: a}', null],
  ])('looks in the namespaces of %s', (text, expected) => {
    expect(read<Monitor>(manifest('ServiceMonitor', `spec: {endpoints: [{}], selector: {}, ${text}}`)).namespaces).toEqual(expected);
  });

  it('of pods has other endpoints', () => {
    const pods = read<Monitor>(
      manifest('PodMonitor', 'spec: {selector: {}, podMetricsEndpoints: [{portNumber: 9100}, {portNumber: 99999}]}'),
    );
    expect(pods.endpoints.map((e) => e.portNumber)).toEqual([9100, null]);
    expect(refused(pods)).toEqual(['spec.podMetricsEndpoints[1].portNumber port-number']);
  });
});

describe('what the operator runs', () => {
  it('has the defaults of the CRD', () => {
    const { spec, serviceAccountName, denyFileAccess } = read<PrometheusObject>(manifest('Prometheus', 'spec: {}'));
    expect({ ...spec, podLabels: { ...spec.podLabels } }).toEqual({
      podLabels: {},
      podAnnotations: {},
      replicas: null,
      daemonSet: false,
      portName: 'web',
      listenLocal: false,
      tls: false,
      shards: 1,
      thanosSidecar: false,
      hostNetwork: false,
      routePrefix: null,
      version: null,
      serviceName: null,
      serviceAccountName: 'default',
      containers: [],
    });
    expect([serviceAccountName, denyFileAccess]).toEqual(['default', false]);
  });

  it.each([
    ['PrometheusAgent', 'spec: {portName: http-web, shards: 2, web: {tlsConfig: {}}}', { portName: 'http-web', shards: 2, tls: true }],
    ['Alertmanager', 'spec: {listenLocal: true, podMetadata: {labels: {a: b}}}', { listenLocal: true, podLabels: { a: 'b' } }],
    ['ThanosRuler', 'spec: {containers: [{name: c}]}', { containers: [{ name: 'c', path: ['spec', 'containers', 0] }] }],
  ])('%s %s', (kind, text, expected) => expect(read<OperatedObject>(manifest(kind, text)).spec).toMatchObject(expected));

  it('may be forbidden to read files for monitors', () => {
    expect(read<PrometheusObject>(manifest('Prometheus', 'spec: {arbitraryFSAccessThroughSMs: {deny: true}}')).denyFileAccess).toBe(true);
  });
});
