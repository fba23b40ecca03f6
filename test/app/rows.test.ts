import { expect, it } from 'vitest';
import { filterRows, worstFirst } from '../../src/app/state/rows.ts';
import { NO_FILTER } from '../../src/app/state/view.ts';
import type { ChainRow } from '../../src/engine/api.ts';
import type { Status } from '../../src/engine/chain/index.ts';

const row = (text: string): ChainRow => {
  const [status = 'ok', kind = '', namespace = '', monitor = '', warning] = text.split(' ');
  return {
    id: `${kind}/${namespace}/${monitor}#0`,
    monitorKind: kind,
    namespace,
    monitor,
    index: 0,
    port: 'https',
    scheme: 'https',
    serves: 'https',
    path: '/metrics',
    workloads: [],
    status: status as Status,
    first: null,
    verdict: { code: null, params: {} },
    symptom: null,
    reasons: [],
    warnings: warning ? ['host-network'] : [],
    haystack: text.toLowerCase(),
  };
};
const names = (rows: readonly ChainRow[]) => rows.map((r) => r.monitor).join(' ');

it('lists what needs a look first, and among equals by name', () => {
  const rows = [
    'ok ServiceMonitor monitoring grafana',
    'external ServiceMonitor monitoring kubelet',
    'ok ServiceMonitor monitoring blackbox warned',
    'broken PodMonitor zoo ape',
    'incomplete ServiceMonitor monitoring coredns',
    'broken ServiceMonitor monitoring zebra',
    'partial ServiceMonitor monitoring half',
    'ok ServiceMonitor monitoring alertmanager',
  ].map(row);
  expect(names(worstFirst(rows))).toBe('zebra ape half coredns kubelet blackbox alertmanager grafana');
});

it('filters by kind, namespace and status, and by every word of the text', () => {
  const rows = ['ok ServiceMonitor a one', 'broken ServiceMonitor b two', 'ok PodMonitor a three'].map(row);
  expect(names(filterRows(rows, NO_FILTER))).toBe('one two three');
  expect(names(filterRows(rows, { ...NO_FILTER, kind: 'PodMonitor' }))).toBe('three');
  expect(names(filterRows(rows, { ...NO_FILTER, namespace: 'a' }))).toBe('one three');
  expect(names(filterRows(rows, { ...NO_FILTER, status: 'broken' }))).toBe('two');
  expect(names(filterRows(rows, { ...NO_FILTER, text: ' OK  one ' }))).toBe('one');
  expect(names(filterRows(rows, { ...NO_FILTER, text: 'one two' }))).toBe('');
});
