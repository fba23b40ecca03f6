import { describe, expect, it } from 'vitest';
import { analyzeText, SHOP } from '../fixtures/shop.ts';
import { type Change, ENDPOINT, found, MONITOR, PROMETHEUS } from './found.ts';

const service = (name: string, more = '', selector = 'app: cart, tier: web') =>
  `apiVersion: v1\nkind: Service\nmetadata: {name: ${name}, namespace: shop, labels: {app: cart, tier: web}}\nspec: {${more}selector: {${selector}}, ports: [{name: http-metrics, port: 80, targetPort: metrics}]}\n`;
const monitor = (kind: 'ServiceMonitor' | 'PodMonitor', endpoint: string, more = '') =>
  `apiVersion: monitoring.coreos.com/v1\nkind: ${kind}\nmetadata: {name: twin, namespace: shop}\nspec: {selector: {matchLabels: {app: cart}}, ${kind === 'PodMonitor' ? 'podMetricsEndpoints' : 'endpoints'}: [{${endpoint}}]${more}}\n`;
const KEEP = (metric: string) => `metricRelabelings: [{action: keep, sourceLabels: [__name__], regex: ${metric}}]`;
const also = (endpoint: string): Change => [ENDPOINT, `${ENDPOINT}\n  - {${endpoint}}`];
const own = (text: string): Change => [ENDPOINT, `${ENDPOINT}\n    ${text}`];

describe('one URL twice', () => {
  it.each<[what: string, changes: Change[], more: string, said: string[]]>([
    ['a headless Service beside the normal one', [], service('headless', 'clusterIP: None, '), ['error cart#0 services cart headless']],
    ['two monitors', [], monitor('ServiceMonitor', 'port: http-metrics'), ['error cart#0 cart cart', 'error twin#0 cart cart']],
    ['a PodMonitor beside it', [], monitor('PodMonitor', 'port: metrics'), ['error cart#0 cart twin', 'error twin#0 twin cart']],
    ['two endpoints', [also('port: http-metrics, interval: 5m')], '', ['error cart#0 cart cart', 'error cart#1 cart cart']],
    [
      'one of them keeps less',
      [own(KEEP('up'))],
      monitor('ServiceMonitor', 'port: http-metrics'),
      ['error cart#0 cart cart', 'error twin#0 cart cart'],
    ],
    [
      'both keep the same',
      [own(KEEP('up'))],
      monitor('ServiceMonitor', `port: http-metrics, ${KEEP('up')}`),
      ['error cart#0 cart cart', 'error twin#0 cart cart'],
    ],
    ['without a Prometheus', [['kind: Prometheus\n', 'kind: ThanosRuler\n']], service('again'), ['error cart#0 services cart again']],
  ])('%s', (_what, changes, more, said) => {
    expect(found('duplicate-scrape', changes, more, ['through', 'other'])).toEqual(said);
  });
});

describe('not the same', () => {
  const DROPPED = 'relabelings: [{action: drop, sourceLabels: [__meta_kubernetes_service_name], regex: again}]';
  it.each<[what: string, changes: Change[], more?: string]>([
    ['as it is', []],
    ['another path', [also('port: http-metrics, path: /other')]],
    ['other parameters', [also('port: http-metrics, params: {collect: [a]}')]],
    ['another scheme', [also('port: http-metrics, scheme: https')]],
    ['a rule drops one', [own(DROPPED)], service('again')],
    [
      'a rule on what only run time knows',
      [own('relabelings: [{action: keep, sourceLabels: [__meta_kubernetes_pod_node_name], regex: a}]')],
      service('again'),
    ],
    ['labels that end up the same make one target', [own('relabelings: [{action: labeldrop, regex: service|job}]')], service('again')],
    ['each keeps other metrics', [own(KEEP('a'))], monitor('ServiceMonitor', `port: http-metrics, ${KEEP('b')}`)],
    [
      'one of them is not taken up',
      [
        ['serviceMonitorSelector: {}', 'serviceMonitorSelector: {matchLabels: {taken: "1"}}'],
        [MONITOR, MONITOR.replace('shop}', 'shop, labels: {taken: "1"}}')],
      ],
      monitor('ServiceMonitor', 'port: http-metrics'),
    ],
    ['one of them fails', [], monitor('ServiceMonitor', 'port: nothing')],
    [
      'without a Prometheus each may have its own',
      [['kind: Prometheus\n', 'kind: ThanosRuler\n']],
      monitor('ServiceMonitor', 'port: http-metrics'),
    ],
    ['a Service that selects no pods', [], service('again', '', 'app: zebra')],
    ['other pods', [[PROMETHEUS, PROMETHEUS]], service('again', '', 'app: cart, tier: api')],
  ])('%s', (_what, changes, more = '') => {
    expect(found('duplicate-scrape', changes, more)).toEqual([]);
  });
});

it('takes no longer for many that are alike', () => {
  const many = Array.from({ length: 400 }, (_, i) =>
    monitor('ServiceMonitor', 'port: http-metrics').replace('name: twin', `name: twin${i}`),
  );
  const { findings } = analyzeText(`${SHOP}---\n${many.join('---\n')}`);
  expect(findings.filter((f) => f.code === 'duplicate-scrape')).toHaveLength(401);
});
