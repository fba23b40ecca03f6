import { strFromU8, unzipSync } from 'fflate';
import { beforeEach, expect, test } from 'vitest';
import type { Engine, Exported } from '../../src/engine/api.ts';
import { createEngine } from '../../src/engine/engine.ts';
import type { Goal } from '../../src/engine/patch/index.ts';
import { decodeState } from '../../src/engine/share/index.ts';
import { edit, SHOP } from '../fixtures/shop.ts';

const ID = 'ServiceMonitor/shop/cart#0';
const toHttps: Goal = { chain: ID, goal: 'https', names: 'keep', removeUnusedRbac: false };

/** The shop with a second namespace next to it, one file a document. */
const files = SHOP.split('---\n').map((text, i) => ({ path: `part-${i}.yaml`, text }));

let engine: Engine;
beforeEach(() => {
  engine = createEngine();
  engine.setFiles({ put: files });
});

const text = (out: Exported | { refused: string }): string => ('refused' in out ? `refused: ${out.refused}` : strFromU8(out.bytes));

test('files are put, replaced and removed by path', () => {
  expect(engine.setFiles({}).rows.map((r) => [r.id, r.status])).toEqual([[ID, 'ok']]);
  const renamed = edit(files[3]?.text ?? '', ['{name: http-metrics,', '{name: web,']);
  expect(engine.setFiles({ put: [{ path: 'part-3.yaml', text: renamed }] }).rows[0]).toMatchObject({
    status: 'broken',
    first: 'port-not-found',
  });
  expect(engine.setFiles({ remove: ['part-3.yaml'] }).rows[0]).toMatchObject({ status: 'incomplete', reasons: ['service-not-found'] });
  expect(engine.setFiles({ clear: true }).rows).toEqual([]);
});

test('a row tells what is really spoken, from the listener', () => {
  expect(engine.setFiles({}).rows[0]).toMatchObject({
    port: 'http-metrics',
    scheme: 'http',
    serves: 'http',
    workloads: ['Deployment/shop/cart'],
  });
});

test('every file says what it is for', () => {
  const roles = engine.setFiles({}).files.flatMap((f) => f.roles.map((r) => `${r.kind} ${r.code}`));
  expect(roles).toEqual([
    'Namespace namespace',
    'Prometheus prometheus',
    'Deployment workload',
    'Service service',
    'ServiceMonitor monitor',
  ]);
});

test('the default namespace is part of the question', () => {
  const bare = SHOP.replaceAll(', namespace: shop', '');
  engine.setFiles({ clear: true, put: [{ path: 'a.yaml', text: bare }] });
  expect(engine.setFiles({ defaultNamespace: 'x' }).rows.map((r) => r.id)).toEqual(['ServiceMonitor/x/cart#0']);
});

test('evidence is looked up in the file, line and column as a person would count', () => {
  const link = engine.chain(ID)?.chain.links.find((l) => l.kind === 'endpoint-port');
  const fact = link?.facts[0];
  const [left, right] = engine.locate([fact?.left?.at, fact?.right?.at].filter((at) => at != null));
  expect(left).toMatchObject({ file: 'part-4.yaml', line: 7, column: 11, text: 'http-metrics' });
  expect(right).toMatchObject({ file: 'part-3.yaml', text: 'http-metrics' });
});

test('a preview proves itself on the patched text and leaves the sources alone', () => {
  const { preview, chain } = engine.preview([toHttps]);
  expect(preview.refusals).toEqual([null]);
  expect(chain).toMatchObject({ id: ID, status: 'ok', scheme: 'https' });
  expect(chain?.targets[0]).toMatchObject({ serves: 'https', upstream: [['cart', expect.any(Number), 'http']] });
  expect(engine.chain(ID)?.chain.scheme).toBe('http');
});

test('exports: only what changed, everything, the diff, the report', () => {
  const zip = engine.export('files-changed', [toHttps]);
  expect('bytes' in zip && Object.keys(unzipSync(zip.bytes))).toEqual(engine.preview([toHttps]).preview.changes.map((c) => c.path));
  expect(text(engine.export('files-changed', []))).toBe('refused: nothing-changed');
  expect(text(engine.export('file', [], 'part-3.yaml'))).toBe(files[3]?.text);
  expect(text(engine.export('file', [], 'none.yaml'))).toBe('refused: no-such-file');
  expect(text(engine.export('diff', [toHttps]))).toContain('+    scheme: https');
  expect(JSON.parse(text(engine.export('report', [toHttps])))).toMatchObject({ version: 1, summary: { status: { ok: 1 } } });
  const again = createEngine().setFiles({ put: [{ path: 'all.yaml', text: text(engine.export('multidoc', [toHttps])) }] });
  expect(again.rows[0]).toMatchObject({ id: ID, status: 'ok', serves: 'https' });
});

test('a link holds the chain, its goals and the selection, and opens to the same', () => {
  const opened = decodeState(engine.share({ chain: ID, goals: [toHttps], selection: 'node:1' }).fragment);
  if (!opened.ok) throw new Error(opened.code);
  expect(opened.state).toMatchObject({ chain: ID, goals: [toHttps], selection: 'node:1', defaultNamespace: 'default' });
  expect(createEngine().setFiles({ put: opened.state.files }).rows).toMatchObject([{ id: ID, status: 'ok' }]);
});

test('nothing throws on questions about what is not there', () => {
  expect(engine.chain('no')).toBe(null);
  expect(engine.open('no')).toBe(null);
  expect(engine.locate([{ doc: 'no#0', path: ['a'], part: 'value' }])).toEqual([null]);
  expect(engine.preview([{ ...toHttps, chain: 'no' }]).preview.refusals[0]).not.toBe(null);
  expect(decodeState(engine.share({ chain: 'no', goals: [], selection: null }).fragment)).toMatchObject({
    ok: true,
    state: { chain: null, files: [] },
  });
});

const RULES = `apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata: {name: cart, namespace: mon}
spec:
  groups:
  - name: cart
    rules:
    - {alert: CartDown, expr: 'up{job="cart", endpoint="http-metrics"} == 0'}
    - {alert: ShelfDown, expr: 'up{job="shelf"} == 0'}
`;
const selecting = edit(files[1]?.text ?? '', ['serviceMonitorSelector: {}', 'ruleSelector: {}\n  serviceMonitorSelector: {}']);

test('rules are read when asked for, with the parser loaded on first use', async () => {
  engine.setFiles({
    put: [
      { path: 'part-1.yaml', text: selecting },
      { path: 'rules.yaml', text: RULES },
    ],
  });
  const view = engine.rules();
  expect(view.rows.map((i) => [i.name, i.verdict, i.chains])).toEqual([
    ['CartDown', 'fed', [ID]],
    ['ShelfDown', 'no-chain', []],
  ]);
  expect(engine.rules()).toEqual(view);
  const [at] = view.rows.map((i) => i.at);
  expect(engine.locate(at ? [at] : [])).toMatchObject([{ file: 'rules.yaml', line: 8 }]);
});

test('what a goal cuts off: nothing where the names stay, the alert on the port where they follow', async () => {
  engine.setFiles({
    put: [
      { path: 'part-1.yaml', text: selecting },
      { path: 'rules.yaml', text: RULES },
    ],
  });
  expect(engine.cutOff([toHttps])).toEqual([]);
  const cut = engine.cutOff([{ ...toHttps, names: 'tidy' }]);
  expect(cut.map((c) => [c.row.name, c.verdict, c.lost])).toEqual([['CartDown', 'no-chain', [ID]]]);
});
