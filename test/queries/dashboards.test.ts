import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { selectorsOf } from '../../src/engine/queries/promql/selectors.ts';
import { hasVariable, isPlaceholder, withoutVariables } from '../../src/engine/queries/read/variables.ts';
import { app, dashboard, picture, prometheus, viewOf } from './world.ts';

describe('variables', () => {
  test.each<[text: string, plain: string]>([
    ['rate(x[$__rate_interval])', 'rate(x[000000000000001m])'],
    ['rate(x[${i}:$r])', 'rate(x[001m:1m])'],
    ['rate(x[5$unit])', 'rate(x[5m    ])'],
    ['rate(x[${n}m])', 'rate(x[0001m])'],
    ['x offset $ago', 'x offset 001m'],
    ['topk($n, x)', 'topk(g_, x)'],
    ['sum by ([[group]]) (x)', 'sum by (grafana__) (x)'],
    ['${function:raw}(x)', 'ln             (x)'],
    ['node_$metric', 'node________'],
    ['x{job="$job"} > $limit', 'x{job="$job"} > g_____'],
    ["x{a='\"$b'} # $c", "x{a='\"$b'} # $c"],
  ])('%s', (text, plain) => {
    expect(withoutVariables(text)).toBe(plain);
    expect(selectorsOf(plain, { isVariable: hasVariable, isPlaceholder }).error).toBeNull();
  });

  test.each<[value: string, variable: boolean]>([
    ['$job', true],
    ['a-${job:regex}-b', true],
    ['[[job]]', true],
    ['$__all', true],
    ['foo$', false],
    ['(a|b)$', false],
    ['[[:alpha:]]', false],
    ['5$1', false],
  ])('in a value %s: %s', (value, variable) => {
    expect(hasVariable(value)).toBe(variable);
  });

  it('never moves a place in the text', () => {
    const parts = fc.constantFrom(
      'x',
      '$a',
      '${b:csv}',
      '[[c]]',
      '"',
      "'",
      '`',
      '\\',
      '[',
      ']',
      '(',
      ' ',
      '5',
      '#',
      '\n',
      '{',
      '}',
      ':',
      '$',
      '😀',
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 20 }), (words) => {
        const text = words.join('');
        const plain = withoutVariables(text);
        expect(plain.length).toBe(text.length);
        for (let i = 0; i < text.length; i++) if (text[i] === '"' || text[i] === '\n') expect(plain[i]).toBe(text[i]);
      }),
    );
  });
});

const panel = (expr: string, more = {}) => ({ title: 'P', targets: [{ expr }], ...more });
const A = [prometheus(), app('a')];
const items = (json: unknown, key?: string, label?: string) =>
  viewOf(...A, dashboard(json, key, label)).items.map((i) => `${i.form} ${i.name} | ${picture(i)}`);

describe('what a dashboard asks', () => {
  test.each<[what: string, json: unknown, ...expected: string[]]>([
    ['a panel', { title: 'D', panels: [panel('x{job="a"}')] }, 'panel P | fed a'],
    ['a panel that stays empty', { title: 'D', panels: [panel('x{job="z"}')] }, 'panel P | no-chain job="z"'],
    ['a variable decides', { title: 'D', panels: [panel('x{job=~"$job"}')] }, 'panel P | unknown'],
    ['beside a variable', { title: 'D', panels: [panel('x{job="a",pod="$pod"}')] }, 'panel P | fed a'],
    ['a panel in a row', { panels: [{ type: 'row', panels: [panel('x{job="a"}')] }] }, 'panel P | fed a'],
    ['rows of old', { rows: [{ panels: [panel('x{job="a"}')] }] }, 'panel P | fed a'],
    [
      'variables',
      {
        panels: [],
        templating: {
          list: [
            { type: 'query', name: 'pod', query: 'label_values(up{job="a"}, pod)' },
            { type: 'query', name: 'pod2', query: { query: 'label_values(up{job="z"},pod)' } },
            { type: 'query', name: 'pod3', query: 'query_result(max(x{job="a"}))' },
            { type: 'query', name: 'pod4', query: 'label_values(pod)' },
            { type: 'custom', name: 'pod5', query: 'a, b' },
          ],
        },
      },
      'variable pod | fed a',
      'variable pod2 | no-chain job="z"',
      'variable pod3 | fed a',
    ],
    [
      'annotations',
      {
        panels: [],
        annotations: {
          list: [
            { name: 'A', expr: 'ALERTS' },
            { name: 'B', target: { expr: 'x{job="a"}' } },
            { name: 'C', datasource: '-- Grafana --' },
          ],
        },
      },
      'annotation A | unknown',
      'annotation B | fed a',
    ],
    ['not of Prometheus', { panels: [panel('{app="a"}', { datasource: { type: 'loki', uid: 'l' } })] }],
    [
      'by a variable that picks among others',
      {
        panels: [panel('{app="a"}', { datasource: { uid: '${logs}' } })],
        templating: { list: [{ type: 'datasource', name: 'logs', query: 'loki' }] },
      },
    ],
    ['no PromQL at all', { panels: [panel('SELECT 1')] }, 'panel P | unknown'],
    ['a metric picked by a variable', { panels: [panel('$metric')] }, 'panel P | unknown'],
    [
      'wrong types everywhere',
      { panels: [null, 5, { targets: 'x' }, { targets: [7, { expr: 8 }] }], templating: { list: {} }, annotations: [] },
    ],
  ])('%s', (_, json, ...expected) => {
    expect(items(json)).toEqual(expected);
  });

  it('is found by its key or its label, and only if it is one', () => {
    const json = { panels: [panel('x{job="a"}')] };
    expect(items(json, 'd.json')).toHaveLength(1);
    expect(items(json, 'd', 'grafana_dashboard')).toHaveLength(1);
    expect(items(json, 'd')).toEqual([]);
    expect(items('{"panels": [', 'd.json')).toEqual([]);
    expect(items({ other: [] }, 'd.json')).toEqual([]);
  });

  it('is found in a list and in a GrafanaDashboard', () => {
    const one = dashboard({ panels: [panel('x{job="a"}')] });
    const listed = `apiVersion: v1\nkind: ConfigMapList\nitems:\n- ${one}\n`;
    const [item] = viewOf(...A, listed).items;
    expect(item).toMatchObject({
      verdict: 'fed',
      at: { path: ['items', 0, 'data', 'd.json'] },
      inside: ['panels', 0, 'targets', 0, 'expr'],
    });
    const resource = JSON.stringify({
      apiVersion: 'grafana.integreatly.org/v1beta1',
      kind: 'GrafanaDashboard',
      metadata: { name: 'd', namespace: 'mon' },
      spec: { json: JSON.stringify({ rows: [{ panels: [panel('x{job="z"}')] }] }) },
    });
    expect(viewOf(...A, resource).items.map(picture)).toEqual(['no-chain job="z"']);
  });

  it('never throws, whatever the JSON', () => {
    const leaf = fc.constantFrom<unknown>('x{job="a"}', '$a', '${b', 'label_values(', '', 5, null, true);
    const keys = fc.constantFrom(
      'panels',
      'rows',
      'targets',
      'expr',
      'templating',
      'list',
      'annotations',
      'query',
      'type',
      'datasource',
      'uid',
      '__proto__',
    );
    const json = fc.letrec<{ v: unknown }>((tie) => ({
      v: fc.oneof({ maxDepth: 6 }, leaf, fc.array(tie('v'), { maxLength: 3 }), fc.dictionary(keys, tie('v'), { maxKeys: 4 })),
    })).v;
    fc.assert(
      fc.property(fc.dictionary(keys, json), (d) => viewOf(dashboard({ panels: [], ...d })).items.length >= 0),
      { numRuns: 300 },
    );
  });
});
