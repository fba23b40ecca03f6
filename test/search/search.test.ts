import { describe, expect, it } from 'vitest';
import { parseQuery, search } from '../../src/engine/search/index.ts';
import { analyzeText, edit, SHOP } from '../fixtures/shop.ts';

const shop = analyzeText(SHOP);
const broken = analyzeText(edit(SHOP, ['- port: http-metrics', '- port: metric']));
const texts = (line: string, of = shop): string[] => search(of, line).hits.map((h) => `${h.kind} ${h.of} ${h.text}`);

describe('a line that is typed', () => {
  it.each<[line: string, words: string[], filters: string]>([
    ['cart', ['cart'], ''],
    ['  Cart   WEB ', ['cart', 'web'], ''],
    ['ns:shop kind:Service cart', ['cart'], 'shop service'],
    ['port:8080', [], '8080'],
    ['is:br', [], 'broken'],
    ['ns: kind:', [], ''],
    ['a:b', ['a:b'], ''],
  ])('%j', (line, words, filters) => {
    const q = parseQuery(line);
    expect([q.words, [...q.namespaces, ...q.kinds, ...q.ports, ...q.is].join(' ')]).toEqual([words, filters]);
  });
});

describe('search', () => {
  it.each<[line: string, found: string[]]>([
    ['cart#0', ['chain ServiceMonitor cart#0']],
    [
      'kind:service cart',
      [
        'object Service cart',
        'object ServiceMonitor cart',
        'chain ServiceMonitor cart#0',
        'label Service app=cart',
        'port Service http-metrics',
        'port Service 80',
        'label Service tier=web',
      ],
    ],
    ['port:metrics', ['port Deployment metrics', 'port Service http-metrics']],
    ['port:80 ns:shop', ['port Deployment 8080', 'port Service 80']],
    ['tier=web', ['label Deployment tier=web', 'label Service tier=web']],
    ['ns:mon', ['object Prometheus main']],
    ['is:ok', ['chain ServiceMonitor cart#0']],
    ['is:broken', []],
    ['nothing of the kind', []],
    ['', []],
  ])('%j', (line, found) => {
    expect(texts(line).sort()).toEqual([...found].sort());
  });

  it('puts names before mentions, and chains first', () => {
    expect(texts('cart')[0]).toBe('object Deployment cart');
    expect(
      search(shop, 'cart')
        .hits.map((h) => h.kind)
        .indexOf('chain'),
    ).toBeLessThan(4);
  });

  it('leads to the worst chain of an object, and to its file', () => {
    const [hit] = search(broken, 'kind:service cart').hits.filter((h) => h.kind === 'object' && h.of === 'Service');
    expect([hit?.chain, hit?.status, hit?.file]).toEqual(['ServiceMonitor/shop/cart#0', 'broken', 'all.yaml']);
    expect(texts('is:broken', broken)).toEqual(['chain ServiceMonitor cart#0']);
  });

  it('tells how many there are beyond those it gives', () => {
    expect(search(shop, 'cart', 2)).toMatchObject({ count: texts('cart').length, hits: { length: 2 } });
  });
});
