import { expect, test } from 'vitest';
import type { ScrapeJob } from '../../src/engine/scrape/config/index.ts';
import { relabel } from '../../src/engine/scrape/relabel.ts';
import type { JsonMap } from '../../src/engine/yaml/index.ts';

interface Sketch {
  action?: string;
  sourceLabels?: readonly string[];
  separator?: string;
  regex?: string;
  targetLabel?: string;
  replacement?: string;
}
const rule = ({ action, sourceLabels, targetLabel, ...rest }: Sketch): JsonMap => ({
  ...rest,
  ...(action ? { action } : {}),
  ...(sourceLabels ? { source_labels: [...sourceLabels] } : {}),
  ...(targetLabel ? { target_label: targetLabel } : {}),
});
/** A job whose rules are those of a user alone. */
const job = (rules: readonly Sketch[]): ScrapeJob => ({
  name: 'app',
  object: null,
  index: null,
  config: {},
  relabelings: rules.map((r) => ({ rule: rule(r), origin: 'user', at: null })),
  metricRelabelings: [],
});
const start = new Map<string, string | null>([
  ['job', 'app'],
  ['__meta_kubernetes_namespace', 'shop'],
  ['__meta_kubernetes_pod_label_app', 'cart'],
  ['__address__', null],
]);
const run = (...rules: Sketch[]) => {
  const made = job(rules);
  const { droppedBy, unknown, ...rest } = relabel(made, start);
  return { ...rest, droppedBy: droppedBy && made.relabelings.indexOf(droppedBy), unknown: unknown.length > 0 };
};

test.each([
  ['keep', 'cart', null],
  ['keep', 'car', 0],
  ['keep', 'c.*', null],
  ['drop', 'cart', 0],
  ['drop', 'art', null],
] as const)('%s on a known label with %j drops at %j', (action, regex, dropped) => {
  expect(run({ action, regex, sourceLabels: ['__meta_kubernetes_pod_label_app'] }).droppedBy).toBe(dropped);
});

test('a label that is absent from the manifests is empty, unless only a running pod has it', () => {
  expect(run({ action: 'keep', regex: 'x', sourceLabels: ['__meta_kubernetes_pod_label_tier'] })).toMatchObject({
    droppedBy: 0,
    unknown: false,
  });
  expect(run({ action: 'keep', regex: 'x', sourceLabels: ['__meta_kubernetes_pod_node_name'] })).toMatchObject({
    droppedBy: null,
    unknown: true,
  });
});

test('a rule over sample names, misplaced among target rules, decides nothing', () => {
  expect(run({ action: 'drop', regex: 'up', sourceLabels: ['__name__'] })).toMatchObject({ droppedBy: null, unknown: true });
});

test('sources are joined by the separator and the regex is anchored on the whole', () => {
  const sourceLabels = ['__meta_kubernetes_namespace', '__meta_kubernetes_pod_label_app'];
  expect(run({ action: 'keep', regex: 'shop;cart', sourceLabels }).droppedBy).toBe(null);
  expect(run({ action: 'keep', regex: 'shop/cart', separator: '/', sourceLabels }).droppedBy).toBe(null);
});

test('job follows the rules that write it', () => {
  expect(run({ targetLabel: 'job', replacement: 'fixed' }).job).toBe('fixed');
  expect(run({ targetLabel: 'job', regex: '(s)hop', replacement: '$1-${1}', sourceLabels: ['__meta_kubernetes_namespace'] }).job).toBe(
    's-s',
  );
  expect(run({ targetLabel: 'job', regex: 'no', sourceLabels: ['__meta_kubernetes_namespace'] }).job).toBe('app');
  expect(run({ targetLabel: 'job', sourceLabels: ['__meta_kubernetes_pod_node_name'] }).job).toBe(null);
});

test('a rule that writes the address is remarked', () => {
  expect([...run({ targetLabel: '__address__', replacement: 'x:1' }).rewrites]).toEqual(['__address__']);
  expect([...run({ targetLabel: 'instance', replacement: 'x' }).rewrites]).toEqual([]);
});

test('the scheme is what the rules leave', () => {
  const scheme = (...rules: Sketch[]) => relabel(job(rules), new Map([...start, ['__scheme__', 'http']])).scheme;
  expect(scheme()).toBe('http');
  expect(scheme({ targetLabel: '__scheme__', replacement: 'HTTPS' })).toBe('https');
  expect(scheme({ targetLabel: '__scheme__', sourceLabels: ['__meta_kubernetes_pod_annotation_scheme'] })).toBe(null);
  expect(scheme({ targetLabel: '__metrics_path__', replacement: '/x' })).toBe('http');
});
