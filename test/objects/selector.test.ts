import { describe, expect, it } from 'vitest';
import type { Monitor, PrometheusObject, Selector } from '../../src/engine/objects/index.ts';
import { manifest, read, refused } from './read.ts';

const monitor = (selector: string) => read<Monitor>(manifest('ServiceMonitor', `spec: {endpoints: [{}], selector: ${selector}}`));
const show = ({ requirements, invalid }: Selector) =>
  invalid === null ? requirements.map((r) => `${r.key} ${r.operator} ${r.values.join('|')}`.trim()) : `invalid ${invalid}`;

describe('a label selector', () => {
  it.each([
    ['{}', []],
    ['{matchLabels: {b: "2", a: "1"}}', ['a In 1', 'b In 2']],
    [
      '{matchExpressions: [{key: z, operator: In, values: [x, y]}, {key: a, operator: DoesNotExist}], matchLabels: {m: n}}',
      ['m In n', 'z In x|y', 'a DoesNotExist'],
    ],
    ['{matchLabels: {version: 1.10}}', ['version In 1.1']],
    ['{matchLabels: {constructor: a, __proto__: b}}', ['__proto__ In b', 'constructor In a']],
    ['{matchExpressions: [{key: a, operator: Is, values: [x]}]}', 'invalid operator: Is'],
    ['{matchExpressions: [{key: a, operator: In}]}', 'invalid In: values []'],
    ['{matchExpressions: [{key: a, operator: NotIn, values: []}]}', 'invalid NotIn: values []'],
    ['{matchExpressions: [{key: a, operator: Exists, values: [x]}]}', 'invalid Exists: values [x]'],
    ['{matchExpressions: [{operator: Exists}]}', 'invalid key: ""'],
    ['{matchLabels: [app]}', 'invalid matchLabels: ["app"]'],
    ['{matchExpressions: {key: a}}', 'invalid matchExpressions: {"key":"a"}'],
    ['app', 'invalid selector: "app"'],
  ])('%s', (text, expected) => expect(show(monitor(text).selector)).toEqual(expected));

  it('knows where each requirement stands', () => {
    const { selector } = monitor('{matchLabels: {app: a}, matchExpressions: [{key: b, operator: Exists}]}');
    expect(selector.at.path).toEqual(['spec', 'selector']);
    expect(selector.requirements.map((r) => r.at.path)).toEqual([
      ['spec', 'selector', 'matchLabels', 'app'],
      ['spec', 'selector', 'matchExpressions', 0],
    ]);
  });

  it('reports an unquoted number once, and compares it as text', () => {
    expect(refused(monitor('{matchLabels: {"app.kubernetes.io/version": 2}}'))).toEqual([
      'spec.selector.matchLabels["app.kubernetes.io/version"] label-value',
    ]);
  });

  it('of a Prometheus selects nothing when absent or null, everything when empty', () => {
    const prometheus = read<PrometheusObject>(
      manifest('Prometheus', 'spec: {serviceMonitorSelector: {}, serviceMonitorNamespaceSelector: null, podMonitorSelector: all}'),
    );
    expect(prometheus.serviceMonitorSelector).toMatchObject({ requirements: [], invalid: null });
    expect(prometheus.serviceMonitorNamespaceSelector).toBeNull();
    expect(prometheus.probeSelector).toBeNull();
    expect(prometheus.podMonitorSelector).toMatchObject({ invalid: 'podMonitorSelector: "all"' });
  });
});
