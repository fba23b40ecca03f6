import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NEWEST_RELEASE } from '../../src/engine/cluster/index.ts';
import { generateJob, generateScrapeConfig, operatorOf, scrapeConfigYaml } from '../../src/engine/scrape/config/index.ts';
import { type Json, readValue } from '../../src/engine/yaml/index.ts';
import { jobOf, jobsOf, made, objectsOf } from './operator.ts';

const ALL = [
  made('ScrapeConfig', '{}', 'a/x'),
  made('Probe', '{}', 'a/x'),
  made('PodMonitor', '{podMetricsEndpoints: [{}]}', 'a/x'),
  made('ServiceMonitor', '{endpoints: [{}, {}]}', 'b/x'),
  made('ServiceMonitor', '{endpoints: [{}]}', 'a/z'),
];
const ADDITIONAL =
  '[{job_name: own, relabel_configs: [{action: keep}], scheme: http}, {job_name: hashed, relabel_configs: [{action: hashmod}]}]';
const withSecret = { value: () => ADDITIONAL };
const NAMED = 'additionalScrapeConfigs: {name: more, key: more.yaml}';

describe('the jobs of a Prometheus object', () => {
  const names = (prometheus: string, kind = 'Prometheus', world = {}) =>
    jobsOf(ALL, prometheus, { ...withSecret, ...world }, kind).map((j) => j.name);

  test('come kind by kind, sorted by key, endpoint by endpoint', () => {
    expect(names(`{${NAMED}}`)).toEqual([
      'serviceMonitor/a/z/0',
      'serviceMonitor/b/x/0',
      'serviceMonitor/b/x/1',
      'podMonitor/a/x/0',
      'probe/a/x',
      'scrapeConfig/a/x',
      'own',
      'hashed',
    ]);
  });

  test('an agent begins with pods, and on every node knows nothing else', () => {
    const [first, ...rest] = names(`{${NAMED}}`, 'PrometheusAgent');
    expect([first, rest.slice(0, 2), rest.length]).toEqual(['podMonitor/a/x/0', ['own', 'hashed'], 7]);
    expect(names(`{${NAMED}, mode: DaemonSet}`, 'PrometheusAgent')).toEqual(['podMonitor/a/x/0', 'own', 'hashed']);
  });

  test('an agent on every node asks for the pods of its node', () => {
    const spec = '{selectorMechanism: RoleSelector, selector: {matchLabels: {a: b}}, podMetricsEndpoints: [{}]}';
    const job = jobOf(made('PodMonitor', spec), '{mode: DaemonSet}', {}, 'PrometheusAgent');
    const selectors = [
      { role: 'pod', field: 'spec.nodeName=$(NODE_NAME)' },
      { role: 'pod', label: 'a=b' },
    ];
    expect(job.config['kubernetes_sd_configs']).toMatchObject([{ selectors }]);
  });

  test('say which object and endpoint they are for', () => {
    expect(jobsOf(ALL, `{${NAMED}}`, withSecret).map((j) => [j.object, j.index])).toEqual([
      ['ServiceMonitor/a/z', 0],
      ['ServiceMonitor/b/x', 0],
      ['ServiceMonitor/b/x', 1],
      ['PodMonitor/a/x', 0],
      ['Probe/a/x', null],
      ['ScrapeConfig/a/x', null],
      [null, null],
      [null, null],
    ]);
  });

  test('one of them alone is the same as among the others', () => {
    const [prometheus, ...objects] = objectsOf([made('Prometheus', '{}', 'monitoring/k8s'), ...ALL].join('---\n'));
    if (!prometheus) throw new Error('no Prometheus was read');
    const world = operatorOf(NEWEST_RELEASE);
    for (const job of generateScrapeConfig(prometheus, objects, world)) {
      const object = objects.find((o) => o.id === job.object);
      expect(object && generateJob(prometheus, object, job.index, world)).toEqual(job);
    }
    const monitor = objects.find((o) => o.id === 'ServiceMonitor/b/x');
    expect(monitor && generateJob(prometheus, monitor, 2, world)).toBe(null);
  });
});

describe('additional scrape configurations', () => {
  const jobs = (prometheus: string, world = {}) => jobsOf([], prometheus, { ...withSecret, shardRetention: false, ...world });

  test('stand as they are with one shard', () => {
    expect(jobs(`{${NAMED}}`).map((j) => j.config)).toEqual(readValue(ADDITIONAL).value);
  });

  test('get shard rules with several, unless they hash by themselves', () => {
    const found = jobs(`{${NAMED}, shards: 3}`);
    expect(found.map((j) => j.relabelings.map((r) => r.origin))).toEqual([['additional', 'shard', 'shard', 'shard'], ['additional']]);
    expect(Object.keys(found[0]?.config ?? {})).toEqual(['job_name', 'scheme', 'relabel_configs']);
    expect(found[0]?.config['relabel_configs']).toEqual(found[0]?.relabelings.map((r) => r.rule));
    expect(found[0]?.relabelings[0]?.at?.path).toEqual(['spec', 'additionalScrapeConfigs']);
  });

  test.each([
    ['no list', '{a: 1}'],
    ['broken', '[{'],
    ['empty', ''],
  ])('that are %s give no job', (_what, text) => {
    expect(jobs(`{${NAMED}}`, { value: () => text })).toEqual([]);
  });

  test('nobody has shown us give no job', () => {
    expect(jobsOf([], `{${NAMED}}`)).toEqual([]);
    expect(jobsOf([], `{${NAMED}}`, { value: () => null })).toEqual([]);
  });
});

test('the printed section reads back as the jobs', () => {
  const jobs = jobsOf(ALL, '{shards: 2}');
  expect(readValue(scrapeConfigYaml(jobs)).value).toEqual({ scrape_configs: jobs.map((j) => j.config) });
});

describe('hostile input', () => {
  test('names like __proto__ are names', () => {
    const odd = '{__proto__: [a], constructor: [b], toString: [c]}';
    const labels = '{__proto__: a, constructor: b}';
    const job = jobOf(
      made(
        'ServiceMonitor',
        `{selector: {matchLabels: ${labels}}, jobLabel: __proto__, scrapeClass: constructor, endpoints: [{params: ${odd}}]}`,
      ),
    );
    expect(Object.keys(job.config['params'] as object)).toEqual(['__proto__', 'constructor', 'toString']);
    expect(job.relabelings.filter((r) => r.origin === 'selector').map((r) => r.rule['regex'])).toEqual(['(a);true', '(b);true']);
    expect(({} as Record<string, unknown>)['a']).toBeUndefined();
    const probe = jobOf(made('Probe', `{params: [{name: __proto__, values: [x]}], targets: {staticConfig: {labels: ${labels}}}}`));
    expect(scrapeConfigYaml([probe])).toContain('__proto__: a');
  });

  const KEYS = [
    'endpoints',
    'podMetricsEndpoints',
    'selector',
    'matchLabels',
    'matchExpressions',
    'relabelings',
    'tlsConfig',
    'ca',
    'secret',
    'authorization',
    'oauth2',
    'targets',
    'staticConfig',
    'ingress',
    'params',
    'prober',
    'consulSDConfigs',
    'kubernetesSDConfigs',
    'scrapeClasses',
    'shards',
    'version',
    'apiserverConfig',
    'port',
    'targetPort',
    'sampleLimit',
    'podTargetLabels',
    'jobLabel',
    'attachMetadata',
    'proxyConnectHeader',
  ];
  const { value } = fc.letrec<{ value: Json }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'medium' },
      fc.string(),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...KEYS, '__proto__', 'name'), tie('value'), { maxKeys: 6 }),
    ),
  }));

  test('of any shape is answered, and printed', () => {
    fc.assert(
      fc.property(value, value, fc.constantFrom('ServiceMonitor', 'PodMonitor', 'Probe', 'ScrapeConfig'), (spec, prometheus, kind) => {
        const jobs = jobsOf([made(kind, JSON.stringify(spec))], JSON.stringify(prometheus));
        expect(readValue(scrapeConfigYaml(jobs)).problems).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  test('of many endpoints is answered in time', () => {
    const endpoints = Array.from({ length: 5000 }, (_, i) => ({ port: `p${i}` }));
    const started = performance.now();
    expect(jobsOf([made('ServiceMonitor', JSON.stringify({ selector: {}, endpoints }))])).toHaveLength(5000);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
