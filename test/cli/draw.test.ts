import { describe, expect, it } from 'vitest';
import { edit, SHOP } from '../fixtures/shop.ts';
import { linkchain } from './world.ts';

const CHAIN = 'ServiceMonitor/shop/cart#0';
const draw = (stdin: string, ...args: string[]) => linkchain(['draw', ...args, '-'], { stdin });
const BROKEN = edit(SHOP, ['targetPort: metrics', 'targetPort: nowhere']);

describe('linkchain draw', () => {
  it('draws one chain as SVG, with how it fares', async () => {
    const { exit, out, err } = await draw(SHOP, '--chain', CHAIN);
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    expect(out).toMatch(/^<svg [^>]*lang="en"/);
    expect(out).toContain(`<title id="lc-title">${CHAIN}</title>`);
    for (const name of ['main', 'cart', 'http-metrics']) expect(out).toContain(`>${name}</text>`);
  });

  it('draws all chains where none is named', async () => {
    const { out } = await draw(SHOP);
    expect(out).toContain('cart · Deployment · shop · 1 chain</text>');
  });

  it.each([
    ['mermaid', /^flowchart LR\n/, /-\.->\|"✕/],
    ['dot', /^digraph linkchain \{\n/, /label="✕/],
  ])('draws it as %s, broken hops with their sign; a broken chain is no failure of the drawing', async (format, start, broken) => {
    const { exit, out } = await draw(BROKEN, '--chain', CHAIN, '--format', format);
    expect(exit).toBe(0);
    expect(out).toMatch(start);
    expect(out).toMatch(broken);
  });

  it('in dark colours and in Chinese when asked', async () => {
    const { out } = await draw(SHOP, '--chain', CHAIN, '--theme', 'dark', '--lang', 'zh-CN');
    expect(out).toContain('fill="#111418"');
    expect(out).toContain('lang="zh-CN"');
    expect(out).toContain('正常');
  });

  it.each<[string, string[], RegExp]>([
    ['a theme there is none of', ['--theme', 'pink'], /--theme is "pink"; it can be light, dark\./],
    ['a format there is none of', ['--format', 'png'], /svg, mermaid, dot/],
    ['a chain there is none of', ['--chain', 'ServiceMonitor/shop/nobody#0'], /nobody/],
  ])('refuses %s', async (_, args, message) => {
    const { exit, out, err } = await draw(SHOP, ...args);
    expect([exit, out]).toEqual([2, '']);
    expect(err).toMatch(message);
  });

  it('no other command takes --theme', async () => {
    expect((await linkchain(['report', '--theme', 'dark', '-'], { stdin: SHOP })).exit).toBe(2);
  });
});
