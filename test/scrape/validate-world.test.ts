import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { REJECTION_CODES, SCHEMA_CODES, schemaProblems, validate, validatePrometheus } from '../../src/engine/scrape/validate/index.ts';
import { rejections } from '../../src/words/en/rejections.ts';
import { object, objectsOf, verdict, world } from './verdicts.ts';

describe('what is missing from the input', () => {
  it('is named, each object and key once', () => {
    const missing = '{bearerTokenSecret: {name: x, key: a}, tlsConfig: {ca: {configMap: {name: y, key: b}}}}';
    expect(verdict('ServiceMonitor', `{selector: {}, endpoints: [${missing}, ${missing}]}`)).toMatchObject({
      state: 'incomplete',
      field: 'spec.endpoints[0].bearerTokenSecret',
      at: { path: ['spec', 'endpoints', 0, 'bearerTokenSecret'], part: 'value' },
      missing: [
        { kind: 'Secret', namespace: 'shop', name: 'x', key: 'a' },
        { kind: 'ConfigMap', namespace: 'shop', name: 'y', key: 'b' },
      ],
    });
  });

  const more = (spec: string, key: string, fields: string) => {
    const given = world({}, `apiVersion: v1\nkind: Secret\nmetadata: {name: ${spec}}\n${fields}`);
    return given.value('Secret', 'shop', spec, key).state;
  };
  it.each([
    ['has what its type is filled with', 'token', 'type: kubernetes.io/service-account-token', 'present'],
    ['without any data is filled by somebody else', 'password', 'type: Opaque', 'no-object'],
    ['with other data has no such key', 'password', 'data: {user: eA==}', 'no-key'],
    ['of a hostile name', '__proto__', 'data: {user: eA==}', 'no-key'],
  ])('a Secret %s', (_, key, fields, state) => {
    expect(more('filled', key, fields)).toBe(state);
  });

  it('never tells what a Secret holds', () => {
    expect(world().value('Secret', 'shop', 'login', 'user')).toEqual({ state: 'present', text: null });
  });
});

describe('what the API server refuses', () => {
  it.each([
    ['ServiceMonitor', '{selector: {}}', 93, 'schema-required spec.endpoints'],
    ['PodMonitor', '{podMetricsEndpoints: []}', 93, 'schema-required spec.selector'],
    ['ServiceMonitor', '{selector: {}, endpoints: [{scheme: HTTPS}]}', 93, ''],
    ['ServiceMonitor', '{selector: {}, endpoints: [{scheme: HTTPS}]}', 86, 'schema-enum spec.endpoints[0].scheme'],
    ['ServiceMonitor', '{selector: {}, endpoints: [{scheme: HTTPS}]}', 64, ''],
    ['ServiceMonitor', '{selector: {}, endpoints: [{scheme: Https}]}', 93, 'schema-enum spec.endpoints[0].scheme'],
    [
      'ServiceMonitor',
      '{selector: {}, endpoints: [{relabelings: [{action: REPLACE}]}]}',
      93,
      'schema-enum spec.endpoints[0].relabelings[0].action',
    ],
    ['ServiceMonitor', '{selector: {}, endpoints: [{interval: 1 m}]}', 93, 'schema-duration spec.endpoints[0].interval'],
    ['ServiceMonitor', '{selector: {}, endpoints: [{interval: "", scrapeTimeout: 1m30s}]}', 93, ''],
    ['ServiceMonitor', '{selector: {}, endpoints: [], serviceDiscoveryRole: Endpoints}', 86, ''],
    [
      'ServiceMonitor',
      '{selector: {}, endpoints: [], serviceDiscoveryRole: Endpoints}',
      85,
      'schema-field-too-new spec.serviceDiscoveryRole',
    ],
    ['ServiceMonitor', '{selector: {}, endpoints: [], serviceDiscoveryRole: Pods}', 93, 'schema-enum spec.serviceDiscoveryRole'],
    ['PodMonitor', '{selector: {}, podMetricsEndpoints: [{portNumber: 0}]}', 93, 'schema-range spec.podMetricsEndpoints[0].portNumber'],
    [
      'PodMonitor',
      '{selector: {}, podMetricsEndpoints: [{portNumber: 80}]}',
      78,
      'schema-field-too-new spec.podMetricsEndpoints[0].portNumber',
    ],
    ['Probe', '{prober: {url: p, proxyUrl: p}}', 93, 'schema-pattern spec.prober.proxyUrl'],
    ['ScrapeConfig', '{kubernetesSDConfigs: [{role: pod}]}', 93, 'schema-enum spec.kubernetesSDConfigs[0].role'],
    ['PrometheusRule', '{groups: [{name: a, rules: [{alert: A}]}]}', 93, 'schema-required spec.groups[0].rules[0].expr'],
  ] as const)('%s %s in v0.%s: %s', (kind, spec, release, expected) => {
    expect(
      schemaProblems(object(kind, spec), release)
        .map((p) => `${p.code} ${p.field}`)
        .join(', '),
    ).toBe(expected);
  });
});

test('every code has its sentence, and every sentence its code', () => {
  expect(Object.keys(rejections).sort()).toEqual([...REJECTION_CODES, ...SCHEMA_CODES].sort());
});

const KINDS = ['ServiceMonitor', 'PodMonitor', 'Probe', 'ScrapeConfig', 'PrometheusRule', 'Prometheus'] as const;
/** Names the checks look at, among arbitrary ones, so that arbitrary values reach them. */
const NAMES = [
  ...[
    'endpoints',
    'podMetricsEndpoints',
    'selector',
    'matchExpressions',
    'targets',
    'staticConfig',
    'prober',
    'url',
    'relabelings',
    'regex',
  ],
  ...['tlsConfig', 'ca', 'secret', 'keySecret', 'proxyConnectHeader', 'proxyUrl', 'oauth2', 'basicAuth', 'authorization', 'credentials'],
  ...[
    'kubernetesSDConfigs',
    'selectors',
    'label',
    'field',
    'groups',
    'rules',
    'expr',
    'labels',
    'scrapeClasses',
    '__proto__',
    'constructor',
  ],
];

test('no body makes it throw', () => {
  const json = fc.letrec((tie) => ({
    value: fc.oneof({ maxDepth: 5 }, fc.constant(null), fc.boolean(), fc.double(), fc.string(), tie('list'), tie('map')),
    list: fc.array(tie('value'), { maxLength: 3 }),
    map: fc.dictionary(fc.oneof(fc.constantFrom(...NAMES), fc.string()), tie('value'), { maxKeys: 6 }),
  }));
  const start = objectsOf('apiVersion: monitoring.coreos.com/v1\nkind: X\nmetadata: {name: x}');
  fc.assert(
    fc.property(fc.constantFrom(...KINDS), json.map, json.map, fc.integer({ min: 0, max: 1005 }), (kind, spec, other, release) => {
      const [base] = start;
      if (!base) throw new Error('nothing was read');
      const make = (k: string, s: unknown) => ({ ...base, kind: k, body: () => ({ spec: s }) as never });
      const own = make(kind, spec);
      const prometheus = make('Prometheus', other);
      expect(['accepted', 'rejected', 'incomplete']).toContain(validate(prometheus, own, world({ release })).state);
      expect(['accepted', 'rejected', 'incomplete']).toContain(validatePrometheus(own, world({ release, closed: true })).state);
      expect(Array.isArray(schemaProblems(own, release))).toBe(true);
    }),
    { numRuns: 300 },
  );
});
