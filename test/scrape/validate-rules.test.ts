import { expect, test } from 'vitest';
import { ofPrometheus, prom, short, table } from './verdicts.ts';

const user = '{name: login, key: user}';
const login = `{username: ${user}, password: {name: login, key: password}}`;
const HELD_BACK = { promql: (expression: string) => (expression.includes('(') ? 'unclosed parenthesis' : null) };

const rule = (fields: string): string => `groups: [{name: g, rules: [{${fields}}]}]`;
table('PrometheusRule', (s) => `{${s}}`, 'spec.groups[0].', [
  ['nothing', 'groups: []', 'accepted'],
  ['a group without rules', 'groups: [{name: g}]', 'accepted'],
  ['a group without a name', 'groups: [{rules: []}]', 'rule-group-unnamed name'],
  ['a group twice', 'groups: [{name: g}, {name: g}]', 'rule-group-repeated spec.groups[1].name'],
  ['an interval that is none', 'groups: [{name: g, interval: 1x}]', 'duration-invalid interval'],
  ['an empty interval', 'groups: [{name: g, interval: ""}]', 'accepted'],
  ['an alert', rule('alert: A, expr: up == 0, for: 5m, keep_firing_for: 1h'), 'accepted'],
  ['an alert on a number', rule('alert: A, expr: 1'), 'accepted'],
  ['neither record nor alert', rule('expr: up'), 'rule-unnamed rules[0]'],
  ['both record and alert', rule('alert: A, record: a, expr: up'), 'rule-two-names rules[0].alert'],
  ['no expression', rule('alert: A'), 'rule-expression-missing rules[0].expr'],
  ['an expression that is not PromQL', rule('alert: A, expr: "sum("'), 'rule-expression-invalid rules[0].expr', HELD_BACK],
  ['an expression that is', rule('alert: A, expr: up'), 'accepted', HELD_BACK],
  ['an expression nobody can judge', rule('alert: A, expr: "sum("'), 'accepted'],
  ['a wait that is none', rule('alert: A, expr: up, for: 5 minutes'), 'duration-invalid rules[0].for'],
  ['an empty keep_firing_for', rule('alert: A, expr: up, keep_firing_for: ""'), 'duration-invalid rules[0].keep_firing_for'],
  ['a record that waits', rule('record: a, expr: up, for: 1m'), 'rule-only-for-alerts rules[0].for'],
  ['a record that waits for nothing', rule('record: a, expr: up, for: 0s'), 'accepted'],
  ['a record with annotations', rule('record: a, expr: up, annotations: {a: b}'), 'rule-only-for-alerts rules[0].annotations'],
  ['a record of Prometheus 3', rule('record: "a:b-c", expr: up'), 'accepted'],
  ['… for Prometheus 2', rule('record: "a:b-c", expr: up'), 'rule-record-name rules[0].record', prom('2.55.0')],
  ['a record with braces', rule('record: "a{b}", expr: up'), 'rule-record-name rules[0].record'],
  ['a label that names the metric', rule('record: a, expr: up, labels: {__name__: b}'), 'label-name-invalid rules[0].labels.__name__'],
  [
    'an annotation for Prometheus 2',
    rule('alert: A, expr: up, annotations: {a.b: c}'),
    'label-name-invalid rules[0].annotations["a.b"]',
    prom('2.55.0'),
  ],
  ['more than fits', rule(`alert: A, expr: ${'x'.repeat(530_000)}`), 'rule-too-large spec'],
]);

test.each([
  ['silence', '{}', 'accepted'],
  ['a version that is none', '{version: latest}', 'prometheus-version-unreadable spec.version'],
  ['an ancient version', '{version: v1.8.2}', 'prometheus-version-unsupported spec.version'],
  ['an old version', '{version: "2"}', 'accepted'],
  ['a timeout over the interval', '{scrapeTimeout: 31s}', 'timeout-over-interval spec.scrapeTimeout'],
  ['a timeout', '{scrapeTimeout: 30s}', 'accepted'],
  [
    'two default classes',
    '{scrapeClasses: [{name: a, default: true}, {name: b, default: true}]}',
    'scrape-class-defaults spec.scrapeClasses[1].default',
  ],
  ['a default class', '{scrapeClasses: [{name: a, default: true}, {name: b}]}', 'accepted'],
  [
    'a class with a bad relabeling',
    '{scrapeClasses: [{name: a, relabelings: [{}]}]}',
    'relabel-target-missing spec.scrapeClasses[0].relabelings[0].targetLabel',
  ],
  [
    'a class with a certificate alone',
    '{scrapeClasses: [{name: a, tlsConfig: {certFile: /c}}]}',
    'tls-cert-without-key spec.scrapeClasses[0].tlsConfig.certFile',
  ],
  [
    'two logins of a remote write',
    `{remoteWrite: [{url: "http://a", basicAuth: ${login}, sigv4: {}}]}`,
    'auth-given-twice spec.remoteWrite[0].sigv4',
  ],
  [
    'more jobs from a Secret without the key',
    '{additionalScrapeConfigs: {name: login, key: jobs}}',
    'key-not-found spec.additionalScrapeConfigs.key',
  ],
  ['… that are optional', '{additionalScrapeConfigs: {name: login, key: jobs, optional: true}}', 'accepted'],
])('Prometheus: %s', (_, spec, expected) => {
  expect(short(ofPrometheus(spec))).toBe(expected);
});
