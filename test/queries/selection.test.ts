import { describe, expect, it, test } from 'vitest';
import { english } from '../../src/words/index.ts';
import { app, picture, prometheus, rules, viewOf } from './world.ts';

const NAMESPACE = 'apiVersion: v1\nkind: Namespace\nmetadata: {name: shop, labels: {team: shop}}';
const RULE = rules({ Asked: 'x{job="a"}' }, { namespace: 'shop', labels: 'role: alerts' });
const picks = (ruleSelector: string, ruleNamespaceSelector: string) =>
  prometheus().replace(
    '  ruleSelector: {}\n  ruleNamespaceSelector: {}\n',
    `  ruleSelector: ${ruleSelector}\n  ruleNamespaceSelector: ${ruleNamespaceSelector}\n`,
  );

test.each<[selector: string, namespaces: string, expected: string]>([
  ['{}', '{}', 'selected'],
  ['null', '{}', 'not-selected nil-selector'],
  ['{}', 'null', 'not-selected namespace'],
  ['{matchLabels: {role: alerts}}', '{matchLabels: {team: shop}}', 'selected'],
  ['{matchLabels: {role: other}}', '{}', 'not-selected labels'],
  ['{matchExpressions: [{key: role, operator: Exists}]}', '{matchLabels: {kubernetes.io/metadata.name: shop}}', 'selected'],
  ['{}', '{matchLabels: {team: mon}}', 'not-selected namespace'],
])('ruleSelector %s, ruleNamespaceSelector %s: %s', (selector, namespaces, expected) => {
  const view = viewOf(NAMESPACE, picks(selector, namespaces), app('a'), RULE);
  const [object] = view.objects;
  expect([object?.selection, object?.refusal?.why].filter(Boolean).join(' ')).toBe(expected);
  expect(view.findings.map((f) => f.code)).toEqual(expected === 'selected' ? [] : ['rule-not-selected']);
});

describe('who evaluates', () => {
  it('is not known without a Prometheus, nor with labels that are not here', () => {
    expect(viewOf(app('a'), RULE).objects[0]?.selection).toBe('unknown');
    expect(viewOf(picks('{}', '{matchLabels: {team: shop}}'), app('a'), RULE).objects[0]?.selection).toBe('unknown');
  });

  it('may be a ThanosRuler, which asks others', () => {
    const ruler =
      'apiVersion: monitoring.coreos.com/v1\nkind: ThanosRuler\nmetadata: {name: t, namespace: mon}\nspec: {ruleSelector: {}, ruleNamespaceSelector: {}}';
    const view = viewOf(picks('null', '{}'), ruler, app('a'), rules({ Fed: 'x{job="a"}', Unfed: 'x{job="z"}' }));
    expect(view.objects[0]).toMatchObject({ selection: 'selected', selectedBy: ['ThanosRuler/mon/t'] });
    expect(view.items.map(picture)).toEqual(['fed a', 'unknown (thanos-ruler)']);
  });

  it('evaluates recording rules that it selects, and no others', () => {
    const record = rules({ 'r:x': 'sum(x{job="z"})' }, { name: 'rec', labels: 'off: "1"' });
    const view = viewOf(picks('{matchExpressions: [{key: off, operator: DoesNotExist}]}', '{}'), app('a'), record, rules({ Asked: 'r:x' }));
    expect(view.items.map((i) => `${i.name} ${i.verdict}`)).toEqual(['r:x no-chain', 'Asked unknown']);
    expect(view.findings.map((f) => f.code)).toEqual(['rule-not-selected']);
  });
});

describe('enforcedNamespaceLabel', () => {
  const enforcing = (more = '') => prometheus(`  enforcedNamespaceLabel: namespace\n${more}`);
  const excluded = (resource: string, namespace: string) =>
    `  excludedFromEnforcement: [{group: monitoring.coreos.com, resource: ${resource}, namespace: ${namespace}}]\n`;
  test.each<[what: string, server: string, namespace: string, expected: string]>([
    ['a rule sees its own namespace only', enforcing(), 'mon', 'no-chain namespace="mon"'],
    ['where the chain is', enforcing(), 'shop', 'fed a'],
    ['unless it is excluded', enforcing(excluded('prometheusrules', 'mon')), 'mon', 'fed a'],
    [
      'by the field’s old form too',
      enforcing('  prometheusRulesExcludedFromEnforce: [{ruleNamespace: mon, ruleName: rules}]\n'),
      'mon',
      'fed a',
    ],
    ['not by another kind', enforcing(excluded('servicemonitors', 'mon')), 'mon', 'no-chain namespace="mon"'],
  ])('%s', (_, server, namespace, expected) => {
    expect(viewOf(server, app('a'), rules({ Asked: 'x{job="a",namespace="other"}' }, { namespace })).items.map(picture)).toEqual([
      expected.startsWith('fed') && server.includes('xcluded') ? 'no-chain namespace="other"' : expected,
    ]);
    expect(viewOf(server, app('a'), rules({ Asked: 'x{job="a"}' }, { namespace })).items.map(picture)).toEqual([expected]);
  });

  it('wins over honorLabels and metric relabelings', () => {
    const chain = app('a', { endpoint: 'honorLabels: true, metricRelabelings: [{targetLabel: namespace, replacement: z}]' });
    expect(viewOf(enforcing(), chain, rules({ Asked: 'x{job="a"}' })).items.map(picture)).toEqual(['no-chain namespace="mon"']);
  });
});

describe('rules the operator rejects', () => {
  const body = (groups: string) =>
    `apiVersion: monitoring.coreos.com/v1\nkind: PrometheusRule\nmetadata: {name: rules, namespace: mon}\nspec: {groups: ${groups}}`;
  test.each<[groups: string, ...problems: string[]]>([
    ['[{name: g, rules: [{alert: A, expr: up == 0, for: 5m, labels: {a: b}, annotations: {c: d}}]}]'],
    ['[{name: g, rules: [{record: "a:b", expr: 1}]}]'],
    ['[{name: g, rules: [{alert: A, expr: "up{"}]}]', 'promql'],
    ['[{name: g, rules: [{alert: A, expr: "rate(up)"}]}]', 'promql'],
    ['[{name: g, rules: [{alert: A}]}]', 'no-expr'],
    ['[{name: g, rules: [{expr: up}]}]', 'no-name'],
    ['[{name: g, rules: [{alert: A, record: b, expr: up}]}]', 'two-names'],
    ['[{name: g, rules: [{record: b, expr: up, annotations: {c: d}}]}]', 'record-annotations'],
    ['[{name: g, rules: [{record: b, expr: up, for: 5m}]}]', 'record-for'],
    ['[{name: g, rules: [{record: b, expr: up, for: 0s}]}]'],
    ['[{name: g, rules: [{record: "b{c=\\"d\\"}", expr: up}]}]', 'record-name'],
    ['[{name: g, rules: [{alert: A, expr: up, labels: {__name__: x}}]}]', 'label-name'],
    ['[{rules: []}]', 'group-name'],
    ['[{name: g, rules: []}, {name: g, rules: []}]', 'group-repeated'],
    ['[{name: g, interval: 5 minutes, rules: []}]', 'duration'],
    ['[{name: g, rules: [{alert: A, expr: "up{x=\\"{{ y }}\\"} {{ .Values.z }}"}]}]'],
    ['[null, 5, {name: 7, rules: x}]', 'group-name', 'group-name'],
  ])('%s', (groups, ...problems) => {
    const view = viewOf(prometheus(), body(groups));
    expect(view.objects.flatMap((o) => o.problems.map((p) => p.code))).toEqual(problems);
    for (const f of view.findings)
      expect(english.code('queries', `${f.code}.${f.params['variant']}`, f.params)).not.toMatch(/^rule-|\{\w+\}/);
  });

  it('says where: line and column of the expression', () => {
    const view = viewOf(prometheus(), body('[{name: g, rules: [{alert: A, expr: "up\\n  and rate(up)"}]}]'));
    expect(view.objects[0]?.problems).toMatchObject([
      { code: 'promql', params: { line: 2, column: 12 }, offset: 14, at: { path: ['spec', 'groups', 0, 'rules', 0, 'expr'] } },
    ]);
  });
});
