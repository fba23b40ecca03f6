import { describe, expect, test } from 'vitest';
import { NEWEST_RELEASE } from '../../src/engine/cluster/index.ts';
import type { ScrapeJob } from '../../src/engine/scrape/config/index.ts';
import { operatorOf } from '../../src/engine/scrape/config/index.ts';
import { jobOf, made } from './operator.ts';

/** `keep service_label_app|service_labelpresent_app =~ (web);true`: a rule on one line. */
function line(rule: Record<string, unknown>): string {
  const sources = ((rule['source_labels'] as string[] | undefined) ?? []).map((s) => s.replace('__meta_kubernetes_', '')).join('|');
  const parts = [rule['action'] ?? 'replace', sources, 'regex' in rule ? `=~ ${rule['regex']}` : ''];
  const result = ['target_label', 'modulus', 'replacement'].filter((k) => k in rule).map((k) => `${k.split('_')[0]}=${rule[k]}`);
  return [...parts, ...result].filter((p) => p !== '').join(' ');
}
const lines = (job: ScrapeJob) => job.relabelings.map((r) => line(r.rule));
const without = (job: ScrapeJob, ...origins: string[]) =>
  job.relabelings.filter((r) => !origins.includes(r.origin)).map((r) => line(r.rule));

const MONITOR = `{
  selector: {matchLabels: {tier: web, app.kubernetes.io/name: cart}, matchExpressions: [{key: canary, operator: DoesNotExist}, {key: zone, operator: In, values: [b, a]}]},
  jobLabel: team, targetLabels: [tier], podTargetLabels: [version], scrapeClass: strict,
  endpoints: [{port: http, filterRunning: true, relabelings: [{action: Drop, sourceLabels: [pod], regex: tmp-.*}], metricRelabelings: [{action: labeldrop, regex: id}]}]}`;
const PROMETHEUS = `{shards: 2, podTargetLabels: [release], enforcedNamespaceLabel: tenant,
  scrapeClasses: [{name: strict, relabelings: [{targetLabel: class, replacement: strict}], metricRelabelings: [{action: drop, sourceLabels: [x]}]}]}`;

describe('a ServiceMonitor with everything', () => {
  const job = jobOf(made('ServiceMonitor', MONITOR), PROMETHEUS);

  test('has the rules of the operator in its order', () => {
    expect(lines(job)).toEqual([
      'replace job target=__tmp_prometheus_job_name',
      'keep service_label_app_kubernetes_io_name|service_labelpresent_app_kubernetes_io_name =~ (cart);true',
      'keep service_label_tier|service_labelpresent_tier =~ (web);true',
      'drop service_labelpresent_canary =~ true',
      'keep service_label_zone|service_labelpresent_zone =~ (b|a);true',
      'keep endpoint_port_name =~ http',
      'replace endpoint_address_target_kind|endpoint_address_target_name =~ Node;(.*) target=node replacement=${1}',
      'replace endpoint_address_target_kind|endpoint_address_target_name =~ Pod;(.*) target=pod replacement=${1}',
      'replace namespace target=namespace',
      'replace service_name target=service',
      'replace pod_name target=pod',
      'replace pod_container_name target=container',
      'drop pod_phase =~ (Failed|Succeeded)',
      'replace service_label_tier =~ (.+) target=tier replacement=${1}',
      'replace pod_label_version =~ (.+) target=version replacement=${1}',
      'replace pod_label_release =~ (.+) target=release replacement=${1}',
      'replace service_name target=job replacement=${1}',
      'replace service_label_team =~ (.+) target=job replacement=${1}',
      'replace target=endpoint replacement=http',
      'replace target=class replacement=strict',
      'drop pod =~ tmp-.*',
      'replace target=tenant replacement=shop',
      'replace target=__tmp_current_shard replacement=$(SHARD)',
      'keep __tmp_current_shard =~ 0|1',
      'replace __address__|__tmp_hash =~ (.+); target=__tmp_hash replacement=$1',
      'hashmod __tmp_hash target=__tmp_hash modulus=2',
      'keep __tmp_hash|__tmp_disable_sharding =~ $(SHARD);|.+;.+',
    ]);
  });

  test('every rule names the field it comes from', () => {
    const places = job.relabelings.filter((r) => r.at).map((r) => [r.origin, `${r.at?.doc} ${r.at?.path.slice(1).join('.')}`]);
    expect(places).toEqual([
      ['selector', 'a.yaml#1 selector.matchLabels.app.kubernetes.io/name'],
      ['selector', 'a.yaml#1 selector.matchLabels.tier'],
      ['selector', 'a.yaml#1 selector.matchExpressions.0'],
      ['selector', 'a.yaml#1 selector.matchExpressions.1'],
      ['port', 'a.yaml#1 endpoints.0.port'],
      ['phase', 'a.yaml#1 endpoints.0.filterRunning'],
      ['target-labels', 'a.yaml#1 targetLabels.0'],
      ['target-labels', 'a.yaml#1 podTargetLabels.0'],
      ['target-labels', 'a.yaml#0 podTargetLabels.0'],
      ['job', 'a.yaml#1 jobLabel'],
      ['endpoint', 'a.yaml#1 endpoints.0.port'],
      ['scrape-class', 'a.yaml#0 scrapeClasses.0.relabelings.0'],
      ['user', 'a.yaml#1 endpoints.0.relabelings.0'],
      ['enforced-namespace', 'a.yaml#0 enforcedNamespaceLabel'],
      ['shard', 'a.yaml#0 shards'],
      ['shard', 'a.yaml#0 shards'],
      ['shard', 'a.yaml#0 shards'],
      ['shard', 'a.yaml#0 shards'],
      ['shard', 'a.yaml#0 shards'],
    ]);
  });

  test('the rules listed are the rules written', () => {
    expect(job.config['relabel_configs']).toEqual(job.relabelings.map((r) => r.rule));
    expect(job.config['metric_relabel_configs']).toEqual(job.metricRelabelings.map((r) => r.rule));
    expect(job.metricRelabelings.map((r) => r.origin)).toEqual(['scrape-class', 'user', 'enforced-namespace']);
  });
});

describe('the port filter', () => {
  const SM = (endpoint: string) => jobOf(made('ServiceMonitor', `{selector: {}, endpoints: [${endpoint}]}`));
  const PM = (endpoint: string) => jobOf(made('PodMonitor', `{selector: {}, podMetricsEndpoints: [${endpoint}]}`));
  const of = (job: ScrapeJob) => job.relabelings.filter((r) => r.origin === 'port' || r.origin === 'endpoint').map((r) => line(r.rule));

  test.each([
    ['{port: web}', ['keep endpoint_port_name =~ web', 'replace target=endpoint replacement=web']],
    ['{port: "80|81"}', ['keep endpoint_port_name =~ 80|81', 'replace target=endpoint replacement=80|81']],
    ['{port: web, targetPort: 9}', ['keep endpoint_port_name =~ web', 'replace target=endpoint replacement=web']],
    ['{targetPort: 8080}', ['keep pod_container_port_number =~ 8080', 'replace target=endpoint replacement=8080']],
    ['{targetPort: "8080"}', ['keep pod_container_port_name =~ 8080', 'replace target=endpoint replacement=8080']],
    ['{targetPort: 0}', ['replace target=endpoint replacement=0']],
    ['{port: ""}', []],
    ['{}', []],
  ])('of a ServiceMonitor endpoint %s', (endpoint, expected) => expect(of(SM(endpoint))).toEqual(expected));

  test.each([
    ['{port: web, portNumber: 1}', ['keep pod_container_port_name =~ web', 'replace target=endpoint replacement=web']],
    ['{portNumber: 8080}', ['keep pod_container_port_number =~ 8080']],
    ['{portNumber: 8080, targetPort: web}', ['keep pod_container_port_number =~ 8080', 'replace target=endpoint replacement=web']],
    ['{portNumber: 0, port: ""}', []],
  ])('of a PodMonitor endpoint %s', (endpoint, expected) => expect(of(PM(endpoint))).toEqual(expected));

  test('a port number stays a number', () => {
    expect(SM('{targetPort: 8080}').relabelings.find((r) => r.origin === 'port')?.rule['regex']).toBe(8080);
  });
});

describe('user rules', () => {
  const rules = (world: object, rule: string) =>
    jobOf(made('ServiceMonitor', `{selector: {}, endpoints: [{relabelings: [${rule}]}]}`), '{}', world).relabelings.find(
      (r) => r.origin === 'user',
    )?.rule;

  test.each([
    ['{targetLabel: a, replacement: ""}', { target_label: 'a', replacement: '', action: 'replace' }],
    [
      '{action: HashMod, modulus: 8, sourceLabels: [a, b], targetLabel: c}',
      { source_labels: ['a', 'b'], target_label: 'c', modulus: 8, action: 'hashmod' },
    ],
    ['{separator: "", regex: "", modulus: 0}', { separator: '', action: 'replace' }],
  ])('%s is written with the fields that are given', (rule, expected) => expect(rules({}, rule)).toEqual(expected));

  test('the action is only there where the API server has filled it in', () => {
    expect(rules({ crdDefaults: false }, '{targetLabel: a}')).toEqual({ target_label: 'a' });
  });
});

describe('the enforced namespace label', () => {
  const enforced = (excluded: string, kind = 'ServiceMonitor') =>
    jobOf(
      made(kind, '{selector: {}, endpoints: [{}], podMetricsEndpoints: [{}], relabelings: [{targetLabel: a}]}'),
      `{enforcedNamespaceLabel: ns, excludedFromEnforcement: [${excluded}]}`,
    ).relabelings.some((r) => r.origin === 'enforced-namespace');

  test.each([
    ['', true],
    ['{resource: servicemonitors, namespace: shop}', false],
    ['{resource: servicemonitors, namespace: shop, name: x}', false],
    ['{resource: servicemonitors, namespace: shop, name: y}', true],
    ['{resource: servicemonitors, namespace: other}', true],
    ['{resource: servicemonitors}', true],
    ['{resource: podmonitors, namespace: shop}', true],
    ['{resource: __proto__, namespace: shop}', true],
  ])('with exclusion %s is written: %s', (excluded, expected) => expect(enforced(excluded)).toBe(expected));

  test('reaches ScrapeConfigs with rules of their own only', () => {
    expect(enforced('', 'ScrapeConfig')).toBe(true);
    const bare = jobOf(made('ScrapeConfig', '{}'), '{enforcedNamespaceLabel: ns}');
    expect(bare.relabelings.map((r) => r.origin)).toEqual(['job-name']);
    expect(bare.metricRelabelings.map((r) => r.origin)).toEqual(['enforced-namespace']);
  });
});

describe('shard rules', () => {
  const shard = (kind: string, prometheus: string, world: object = {}, of = 'Prometheus') =>
    jobOf(made(kind, '{selector: {}, endpoints: [{}], podMetricsEndpoints: [{}]}'), prometheus, world, of)
      .relabelings.filter((r) => r.origin === 'shard')
      .map((r) => line(r.rule));
  const spread = (label: string, modulus: number, variable = 'SHARD') => [
    `replace ${label}|__tmp_hash =~ (.+); target=__tmp_hash replacement=$1`,
    `hashmod __tmp_hash target=__tmp_hash modulus=${modulus}`,
    `keep __tmp_hash|__tmp_disable_sharding =~ $(${variable});|.+;.+`,
  ];
  const current = (all: string) => ['replace target=__tmp_current_shard replacement=$(SHARD)', `keep __tmp_current_shard =~ ${all}`];
  const zones = '{shards: 5, shardingStrategy: {mode: Topology, topology: {values: [a, b]}}}';
  const zoned = (from: string) => [
    'replace endpointslice_endpoint_zone|__tmp_topology =~ (.+); target=__tmp_topology replacement=$1',
    `replace ${from}_label_topology_kubernetes_io_zone|${from}_labelpresent_topology_kubernetes_io_zone|__tmp_topology =~ (.+);true; target=__tmp_topology replacement=$1`,
    'keep __tmp_topology|__tmp_disable_sharding =~ $(TOPOLOGY_ZONE);|.+;.+',
  ];

  test.each([
    ['ServiceMonitor', '{}', {}, [...current('0'), ...spread('__address__', 1)]],
    ['ServiceMonitor', '{shards: 3}', { shardRetention: false }, spread('__address__', 3)],
    ['ServiceMonitor', '{shards: -2}', { shardRetention: false }, spread('__address__', 1)],
    ['Probe', '{shards: 2}', { shardRetention: false }, spread('__param_target', 2)],
    ['ScrapeConfig', '{}', {}, []],
    ['ScrapeConfig', '{shards: 2}', {}, [...current('0|1'), ...spread('__address__', 2)]],
    ['ServiceMonitor', zones, {}, [...current('0|1|2|3|4'), ...zoned('pod'), ...spread('__address__', 2, 'INZONE_SHARD')]],
    [
      'PodMonitor',
      zones,
      { podTopologyLabels: false, shardRetention: false },
      [...zoned('node'), ...spread('__address__', 2, 'INZONE_SHARD')],
    ],
    ['Probe', zones, { shardRetention: false }, [...zoned('pod'), ...spread('__param_target', 2, 'INZONE_SHARD')]],
    ['ScrapeConfig', zones, { shardRetention: false }, [...zoned('pod'), ...spread('__address__', 2, 'INZONE_SHARD')]],
    ['PodMonitor', '{shardingStrategy: {mode: Topology, topology: {values: []}}}', { shardRetention: false }, spread('__address__', 1)],
    ['ServiceMonitor', zones, { topologySharding: false, shardRetention: false }, spread('__address__', 5)],
  ])('of a %s under %s with %j', (kind, prometheus, world, expected) => expect(shard(kind, prometheus, world)).toEqual(expected));

  test('an agent keeps no shard for its data, and on every node needs no shards', () => {
    expect(shard('PodMonitor', '{}', {}, 'PrometheusAgent')).toEqual(spread('__address__', 1));
    expect(shard('PodMonitor', '{mode: DaemonSet}', {}, 'PrometheusAgent')).toEqual([]);
  });

  test('nobody can fill the memory with shards', () => {
    expect(shard('ServiceMonitor', '{shards: 2000000000}').join('').length).toBeLessThan(10_000);
  });
});

test('the newest release is the one a new world has', () => {
  expect(operatorOf(NEWEST_RELEASE).release).toBe(NEWEST_RELEASE);
});

test('an older operator writes what it knew', () => {
  const job = (release: number) =>
    jobOf(made('PodMonitor', '{selector: {matchLabels: {a: b}}, podMetricsEndpoints: [{portNumber: 1}]}'), '{}', operatorOf(release));
  expect(without(job(52), 'target', 'job', 'job-name')).toEqual([
    'keep pod_label_a =~ b',
    'hashmod __address__ target=__tmp_hash modulus=1',
    'keep __tmp_hash =~ $(SHARD)',
  ]);
  expect(without(job(80), 'target', 'job', 'job-name')).toEqual([
    'drop pod_phase =~ (Failed|Succeeded)',
    'keep pod_label_a|pod_labelpresent_a =~ (b);true',
    'keep pod_container_port_number =~ 1',
    'replace __address__|__tmp_hash =~ (.+); target=__tmp_hash replacement=$1',
    'hashmod __tmp_hash target=__tmp_hash modulus=1',
    'keep __tmp_hash =~ $(SHARD)',
  ]);
});

describe('a Probe', () => {
  const probe = (targets: string) => without(jobOf(made('Probe', `{prober: {url: "bb:9115"}, targets: ${targets}}`)), 'shard', 'job-name');
  const asked = ['replace __param_target target=instance', 'replace target=__address__ replacement=bb:9115'];

  test.each([
    ['{staticConfig: {static: [a]}}', ['replace __address__ target=__param_target', ...asked]],
    ['{staticConfig: {static: [a]}, ingress: {}}', ['replace __address__ target=__param_target', ...asked]],
    [
      '{ingress: {selector: {matchLabels: {probe: "1"}}, relabelingConfigs: [{targetLabel: a}]}}',
      [
        'keep ingress_label_probe|ingress_labelpresent_probe =~ (1);true',
        'replace ingress_scheme|__address__|ingress_path =~ (.+);(.+);(.+) target=__param_target replacement=${1}://${2}${3}',
        'replace namespace target=namespace',
        'replace ingress_name target=ingress',
        'replace __address__ =~ (.*) target=__tmp_ingress_address replacement=$1',
        ...asked,
        'replace target=a',
      ],
    ],
    ['{}', []],
  ])('of %s', (targets, expected) => expect(probe(targets)).toEqual(expected));
});
