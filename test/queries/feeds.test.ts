import { describe, expect, it, test } from 'vitest';
import { app, ask, picture, prometheus, rules, service, serviceMonitor, viewOf } from './world.ts';

const A = app('a');
const TWO = [prometheus(), A, app('b', { labels: 'job: bee', monitor: 'jobLabel: job' })];

describe('which chains bring the series an expression asks for', () => {
  test.each<[expr: string, expected: string]>([
    ['node_cpu{job="a"}', 'fed a'],
    ['node_cpu{job="bee"}', 'fed b'],
    ['node_cpu{job="b"}', 'no-chain job="b"'],
    ['node_cpu{job=~"a|bee"}', 'fed a b'],
    ['node_cpu{job=~"a.*",mode="idle"}', 'fed a'],
    ['node_cpu{job=~"z.*"}', 'no-chain job=~"z.*"'],
    ['node_cpu{service="b"}', 'fed b'],
    ['node_cpu{job="a",endpoint="http"}', 'fed a'],
    ['node_cpu{job="a",endpoint="https"}', 'no-chain endpoint="https"'],
    ['node_cpu{job="a",service="b"}', 'no-chain job="a" service="b"'],
    ['node_cpu{namespace="shop"}', 'fed a b'],
    ['node_cpu{namespace="shed"}', 'no-chain namespace="shed"'],
    ['node_cpu{container="a"}', 'fed a'],
    ['node_cpu{job="a",metrics_path="/other"}', 'no-chain metrics_path="/other"'],
    // Only the running cluster knows these.
    ['node_cpu{job="a",pod="a-1"}', 'unknown a?'],
    ['node_cpu{job="a",instance=~".*:9100"}', 'unknown a?'],
    ['node_cpu{job="a",instance!="",pod=~".+"}', 'fed a'],
    // Nothing in these names a source.
    ['node_cpu', 'unknown'],
    ['node_cpu{mode="idle"}', 'unknown'],
    ['node_cpu{job!="a"}', 'unknown'],
    ['node_cpu{job=~".+"}', 'unknown'],
    ['node_cpu{cluster="east"}', 'unknown'],
  ])('%s: %s', (expr, expected) => {
    expect(ask(expr, ...TWO)).toBe(expected);
  });
});

describe('what an expression makes of its selectors', () => {
  test.each<[expr: string, expected: string]>([
    ['x{job="a"} / y{job="bee"}', 'fed a b'],
    ['x{job="a"} / y{job="z"}', 'no-chain a job="z"'],
    ['x{job="a"} or y{job="z"}', 'fed a'],
    ['x{job="a"} unless y{job="z"}', 'fed a'],
    ['x{job="z"} unless y{job="a"}', 'no-chain job="z"'],
    ['x{job="a"} * on (pod) group_left y', 'fed a'],
    ['absent(up{job="a"})', 'fed a'],
    ['absent(up{job="z"})', 'always job="z"'],
    ['absent_over_time(up{job="z"}[5m]) == 1', 'always job="z"'],
    ['up{job="a"} == 0 or absent(up{job="z"})', 'always a job="z"'],
    ['up{job="z"} == 0', 'no-chain job="z"'],
    ['vector(1)', 'constant'],
    ['x{job="z"} or vector(0)', 'constant job="z"'],
    ['time() - max(x{job="z"}) > 5', 'no-chain job="z"'],
    ['sum(rate(x{job="a"}[5m])) by (le) > scalar(y{job="z"})', 'no-chain a job="z"'],
    ['ALERTS{job="z"}', 'unknown'],
    ['up{job=', 'unknown'],
  ])('%s: %s', (expr, expected) => {
    expect(ask(expr, ...TWO)).toBe(expected);
  });
});

describe('labels of targets', () => {
  test.each<[what: string, endpoint: string, expr: string, expected: string]>([
    ['a label that a relabeling sets', 'relabelings: [{targetLabel: job, replacement: c}]', 'x{job="c"}', 'fed a'],
    ['and no longer has', 'relabelings: [{targetLabel: job, replacement: c}]', 'x{job="a"}', 'no-chain job="a"'],
    [
      'the path as a label',
      'relabelings: [{sourceLabels: [__metrics_path__], targetLabel: metrics_path}]',
      'x{metrics_path="/metrics"}',
      'fed a',
    ],
    [
      'a value of the running node',
      'relabelings: [{sourceLabels: [__meta_kubernetes_pod_node_name], targetLabel: job}]',
      'x{job="z"}',
      'unknown a?',
    ],
    ['a dropped target', 'relabelings: [{action: drop, sourceLabels: [job], regex: a}]', 'x{job="a"}', 'unknown (no-chains)'],
    [
      'a dropped label may come from the series',
      'relabelings: [{action: labeldrop, regex: endpoint}]',
      'x{job="a",endpoint="https"}',
      'fed a',
    ],
    [
      'but not on what Prometheus says of the scrape',
      'relabelings: [{action: labeldrop, regex: endpoint}]',
      'up{job="a",endpoint="https"}',
      'no-chain endpoint="https"',
    ],
    [
      'a metric relabeling may write it',
      'metricRelabelings: [{targetLabel: service, replacement: c}]',
      'x{job="a",service="c"}',
      'unknown a?',
    ],
    [
      'which up is exempt from',
      'metricRelabelings: [{targetLabel: service, replacement: c}]',
      'up{job="a",service="c"}',
      'no-chain service="c"',
    ],
    ['honorLabels: the namespace is the described object’s', 'honorLabels: true', 'kube_pod_info{job="a",namespace="z"}', 'fed a'],
    ['but up has the target’s', 'honorLabels: true', 'up{job="a",namespace="z"}', 'no-chain namespace="z"'],
    ['honorLabels: and the job of a known program its own', 'honorLabels: true', 'x{job="z"}', 'no-chain job="z"'],
  ])('%s', (_, endpoint, expr, expected) => {
    expect(ask(expr, prometheus(), app('a', { endpoint }))).toBe(expected);
  });

  it('leaves open what a program that is not known may hand on under honorLabels', () => {
    for (const image of ['pushgateway', 'never-heard-of'])
      expect(ask('x{job="z"}', prometheus(), app('a', { endpoint: 'honorLabels: true', image }))).toBe('unknown a?');
    expect(
      ask('x{job="z"}', prometheus('  overrideHonorLabels: true\n'), app('a', { endpoint: 'honorLabels: true', image: 'pushgateway' })),
    ).toBe('no-chain job="z"');
  });

  test.each<[rule: string, expr: string, expected: string]>([
    ['{action: drop, sourceLabels: [__name__], regex: "go_.*"}', 'go_goroutines{job="a"}', 'dropped job="a"'],
    ['{action: drop, sourceLabels: [__name__], regex: "go_.*"}', 'node_cpu{job="a"}', 'fed a'],
    ['{action: keep, sourceLabels: [__name__], regex: "go_.*"}', 'node_cpu{job="a"}', 'dropped job="a"'],
    ['{action: keep, sourceLabels: [__name__], regex: "go_.*"}', 'up{job="a"}', 'fed a'],
    ['{action: drop, sourceLabels: [__name__, le], regex: "go_.*"}', 'go_goroutines{job="a"}', 'fed a'],
    [
      '{targetLabel: __name__, replacement: x}, {action: drop, sourceLabels: [__name__], regex: "go_.*"}',
      'go_goroutines{job="a"}',
      'fed a',
    ],
  ])('metric relabeling %s, asked for %s: %s', (rule, expr, expected) => {
    const view = viewOf(prometheus(), app('a', { endpoint: `metricRelabelings: [${rule}]` }), rules({ Asked: expr }));
    expect(view.items.map(picture)).toEqual([expected]);
    expect(view.findings.map((f) => f.params['variant'])).toEqual(expected.startsWith('fed') ? [] : ['dropped']);
  });

  it('knows labels taken from Services and pods', () => {
    const docs = [prometheus(), app('a', { labels: 'zone: east', monitor: 'targetLabels: [zone], podTargetLabels: [tier]' })];
    expect(ask('x{zone="east",tier="web"}', ...docs)).toBe('fed a');
    expect(ask('x{zone="west"}', ...docs)).toBe('no-chain zone="west"');
  });
});

describe('what else may bring series', () => {
  const ABSENT = 'x{job="z"}';
  test.each<[what: string, docs: string[], expected: string]>([
    ['no Prometheus in the input', [A], 'unknown (no-prometheus)'],
    ['a Prometheus without chains', [prometheus()], 'unknown (no-chains)'],
    [
      'scrape configurations of its own',
      [prometheus('  additionalScrapeConfigs: {name: s, key: k}\n'), A],
      'unknown (additional-scrape-configs)',
    ],
    ['remote write', [prometheus('  enableRemoteWriteReceiver: true\n'), A], 'unknown (remote)'],
    ['nothing', [prometheus(), A], 'no-chain job="z"'],
    ['a Service that is not here, of any name', [prometheus(), A, serviceMonitor('w')], 'unknown w?'],
    ['a Service that is not here, its job known', [prometheus(), A, serviceMonitor('w', { monitor: 'jobLabel: app' })], 'no-chain job="z"'],
    ['the very one', [prometheus(), A, serviceMonitor('z', { monitor: 'jobLabel: app' })], 'unknown z?'],
    ['a Service without pods', [prometheus(), A, service('z'), serviceMonitor('z')], 'unknown z?'],
    [
      'a ScrapeConfig that finds its targets elsewhere',
      [
        prometheus('  scrapeConfigSelector: {}\n'),
        A,
        'apiVersion: monitoring.coreos.com/v1alpha1\nkind: ScrapeConfig\nmetadata: {name: s, namespace: mon}\nspec: {httpSDConfigs: [{url: "http://x"}]}',
      ],
      'unknown ScrapeConfig/mon/s?',
    ],
    [
      'a Probe of another job',
      [
        prometheus('  probeSelector: {}\n'),
        A,
        'apiVersion: monitoring.coreos.com/v1\nkind: Probe\nmetadata: {name: p, namespace: mon}\nspec: {jobName: y}',
      ],
      'no-chain job="z"',
    ],
  ])('%s', (_, docs, expected) => {
    expect(ask(ABSENT, ...docs)).toBe(expected);
  });

  it('names the open chain that was likely meant', () => {
    const view = viewOf(prometheus(), A, serviceMonitor('w'), serviceMonitor('kube-zoo'), rules({ Zoo: 'absent(up{job="zoo"})' }));
    expect(view.items[0]).toMatchObject({ verdict: 'unknown', likely: ['ServiceMonitor/shop/kube-zoo#0'] });
  });

  it('counts only chains that the asking Prometheus scrapes', () => {
    const other = prometheus('', 'other')
      .replace('serviceMonitorSelector: {}', 'serviceMonitorSelector: {matchLabels: {never: here}}')
      .replace('ruleSelector: {}', 'ruleSelector: null');
    const onlyOther = prometheus().replace('ruleSelector: {}', 'ruleSelector: null');
    const lone = prometheus('', 'lone').replace(
      'serviceMonitorNamespaceSelector: {}',
      'serviceMonitorNamespaceSelector: {matchLabels: {kubernetes.io/metadata.name: mon}}',
    );
    expect(ask('x{job="a"}', prometheus(), other, A)).toBe('fed a');
    const own = serviceMonitor('own').replace('namespace: shop', 'namespace: mon').replace('{app: own}', '{app: none}');
    const view = viewOf(onlyOther, lone, A, own.replace('endpoints', 'jobLabel: app, endpoints'), rules({ Asked: 'x{job="a"}' }));
    expect(view.items.map(picture)).toEqual(['no-chain job="a"']);
    expect(view.items[0]?.blockers[0]?.unscraped).toEqual(['ServiceMonitor/shop/a#0']);
    expect(view.findings[0]).toMatchObject({ code: 'rule-unfed', params: { variant: 'unscraped', chain: 'ServiceMonitor/shop/a#0' } });
  });
});

describe('recorded metrics', () => {
  const recorded = (record: string, expr: string) => ask(expr, prometheus(), A, app('b'), rules({ 'r:x': record }, { name: 'rec' }));
  test.each<[record: string, expr: string, expected: string]>([
    ['sum(x{job="a"})', 'r:x > 1', 'fed a'],
    ['sum(x{job="z"})', 'r:x > 1', 'no-chain job="z"'],
    ['sum by (job) (x{job=~"a|b"})', 'r:x{job="a"}', 'fed a'],
    ['sum by (job) (x)', 'r:x{job="a"}', 'fed a'],
    ['sum by (job) (x)', 'r:x{job="z"}', 'no-chain job="z"'],
    ['sum without (pod) (x)', 'r:x{job="b"}', 'fed b'],
    ['sum by (pod) (x{job="a"})', 'r:x{job="a"}', 'no-chain job="a"'],
    ['x * on (pod) group_left (job) y{job="a"}', 'r:x{job="b"}', 'unknown a?'],
    ['label_replace(x{job="a"}, "job", "c", "", "")', 'r:x{job="c"}', 'unknown a?'],
    ['r:x{job="a"}', 'r:x', 'unknown'],
  ])('%s, asked by %s: %s', (record, expr, expected) => {
    expect(recorded(record, expr)).toBe(expected);
  });

  it('follows rules over rules, and labels that a rule adds', () => {
    const chain = rules({ 'r:x': 'sum by (job) (x)', 'r:y': 'r:x{job="a"}' }, { name: 'rec' });
    expect(ask('r:y', prometheus(), A, chain)).toBe('fed a');
    const labelled = rules({ 'r:x': 'sum(x{job="a"})' }, { name: 'rec' }).replace('expr:', 'labels: {job: c}, expr:');
    expect(ask('r:x{job="c"}', prometheus(), A, labelled)).toBe('fed a');
    expect(ask('r:x{job="a"}', prometheus(), A, labelled)).toBe('no-chain job="a"');
  });
});

it('names hostile labels like any other', () => {
  expect(ask('x{__proto__="a",constructor="b",job="a"}', prometheus(), A)).toBe('fed a');
});

it('matches as RE2 does', async () => {
  expect(ask('x{job=~"(?i)A"}', prometheus(), A)).toBe('fed a');
});
