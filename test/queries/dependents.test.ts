import { describe, expect, it, test } from 'vitest';
import { cutOff, dependentsOf, judgeObjects, rulesInSlices } from '../../src/engine/queries/index.ts';
import { english } from '../../src/words/index.ts';
import { analysisOf, app, dashboard, prometheus, rules, viewOf } from './world.ts';

const CHAIN = 'ServiceMonitor/shop/a#0';
const ALERTS = rules({
  Job: 'up{job="a"} == 0',
  Port: 'up{job="a",endpoint="http"} == 0',
  Any: 'up{job="a",endpoint=~"http|https"} == 0',
  Not: 'up{job="a",endpoint!="https"} == 0',
  Other: 'up{job="b",endpoint="http"} == 0',
  'r:x': 'sum by (job) (x{endpoint="http"})',
  Recorded: 'r:x{job="a"} > 1',
});
const BOARD = dashboard({ title: 'D', panels: [{ title: 'P', targets: [{ expr: 'x{job="a",endpoint="http",instance="$i"}' }] }] });
const before = [prometheus(), app('a'), app('b'), ALERTS, BOARD];

test.each<[change: { label: string; from?: string; to?: string | null }, expected: string]>([
  [
    { label: 'endpoint', from: 'http', to: 'https' },
    'Port endpoint="http" · Not endpoint!="https" · r:x endpoint="http" · P endpoint="http"',
  ],
  [
    { label: 'endpoint', from: 'http', to: null },
    'Port endpoint="http" · Any endpoint=~"http|https" · r:x endpoint="http" · P endpoint="http"',
  ],
  [{ label: 'job', from: 'a' }, 'Job job="a" · Port job="a" · Any job="a" · Not job="a" · Recorded job="a" · P job="a"'],
  [{ label: 'job', from: 'z' }, ''],
  [{ label: 'instance' }, ''],
])('what hangs on %o', (change, expected) => {
  const found = dependentsOf(viewOf(...before), CHAIN, change);
  expect(found.map((d) => `${d.item.name} ${d.matchers.map((m) => d.item.expr.slice(m.from, m.to)).join(' ')}`).join(' · ')).toBe(expected);
});

describe('what a change cuts off', () => {
  it('is what a chain fed before, recorded metrics followed', () => {
    const renamed = before.map((d) =>
      d.includes('name: a,') ? d.replace('port: http}', 'port: https}').replace('name: http, port: 80', 'name: https, port: 80') : d,
    );
    const cut = cutOff(viewOf(...before), viewOf(...renamed));
    expect(cut.map((c) => `${c.before.name} ${c.verdict} −${c.lost.map((l) => l.split('/').at(-1)).join(' −')}`)).toEqual([
      'Port no-chain −a#0',
      'Not no-chain −a#0',
      'r:x fed −a#0',
      'Recorded no-chain −a#0',
      'P no-chain −a#0',
    ]);
    expect(cutOff(viewOf(...before), viewOf(...before))).toEqual([]);
  });
});

it('says so in words', () => {
  const view = viewOf(
    prometheus(),
    app('a'),
    rules({ Gone: 'up{job="z"}', Absent: 'absent(up{job="z"})' }),
    BOARD.replaceAll('http', 'nope'),
  );
  expect(view.findings.map((f) => english.code('queries', `${f.code}.${f.params['variant']}`, f.params))).toEqual([
    'Alert Gone can never fire: no chain brings series with job="z". Values here: a.',
    'Absent asks whether job="z" is absent. No chain brings it, so the answer is always yes.',
    'Panel “P” of D stays empty: no chain brings series with endpoint="nope". Values here: http.',
  ]);
});

it('answers object by object, and for labels given from elsewhere', () => {
  const analysis = analysisOf(...before);
  const slices = [...rulesInSlices(analysis)];
  expect(slices.length).toBeGreaterThanOrEqual(4);
  const judged = judgeObjects(analysis, [], []);
  expect(judged.next()).toEqual({ done: true, value: { objects: [], items: [], findings: [] } });
});

it('is indifferent to the order of documents', () => {
  const picture = (docs: string[]) =>
    viewOf(...docs)
      .items.map((i) => `${i.id} ${i.verdict} ${[...i.chains].sort()}`)
      .sort();
  expect(picture([...before].reverse())).toEqual(picture(before));
});
