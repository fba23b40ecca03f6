import { describe, expect } from 'vitest';
import { english as words } from '../../src/words/index.ts';
import { edit, SHOP } from '../fixtures/shop.ts';
import { test } from './visit.ts';

/** `count` shops, three to a namespace; the last one asks for a port that is not there. */
function shops(count: number): Record<string, string> {
  const [head = '', ...rest] = SHOP.split('apiVersion: apps/v1\n');
  const app = (i: number) =>
    `apiVersion: apps/v1\n${rest.join('')}`
      .replaceAll('name: cart', `name: cart-${i}`)
      .replaceAll('namespace: shop', `namespace: mall-${i % Math.ceil(count / 3)}`)
      .replaceAll('app: cart', `app: cart-${i}`);
  const apps = Array.from({ length: count }, (_, i) =>
    i === count - 1 ? edit(app(i), ['- port: http-metrics', '- port: nowhere']) : app(i),
  );
  return { 'mall.yaml': `${head}${apps.join('---\n')}` };
}

describe('a large input from afar', () => {
  test('is painted, walked by keyboard, and opened where it breaks', async ({ visit, folder }) => {
    const app = await visit();
    await app.drop(folder(shops(90)));
    await app.chainsShown();
    const { page } = app;
    await page.getByRole('tab', { name: words('app', 'tab.overview') }).click();
    const picture = page.getByRole('region', { name: /^Picture of all 90 chains$/ });
    await picture.waitFor();
    // The worst lane comes first, as elements; the others near it as well, and never all of them.
    const lane = (name: RegExp) => picture.getByRole('heading', { name });
    await lane(/broken.*cart-89/).waitFor();
    expect(await lane(/cart-\d+/).count()).toBeLessThan(60);

    // All of it: what cannot be read is painted alone.
    await page.getByRole('button', { name: words('scene', 'tools.fit'), exact: true }).click();
    await expect.poll(() => lane(/cart-\d+/).count(), { timeout: 10_000 }).toBeLessThan(3);
    expect(
      await picture.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
        const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
        let painted = 0;
        for (let i = 3; i < data.length; i += 4) if (data[i] !== 0) painted++;
        return painted / (data.length / 4);
      }),
    ).toBeGreaterThan(0.1);

    // The keyboard comes nearer by itself.
    const first = picture.getByRole('button', { name: /^ServiceMonitor cart-89, mall-29$/ });
    await first.focus();
    for (let i = 0; i < 6; i++) await page.keyboard.press('ArrowDown');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? ''), { timeout: 10_000 })
      .toMatch(/ServiceMonitor cart-/);
    await expect.poll(() => lane(/cart-\d+/).count(), { timeout: 10_000 }).toBeGreaterThan(3);
  });

  test('namespaces fold, and one workload is shown in detail', async ({ visit, folder }) => {
    const app = await visit();
    await app.drop(folder(shops(90)));
    await app.chainsShown();
    const { page } = app;
    await page.getByRole('tab', { name: words('app', 'tab.overview') }).click();
    await page.getByRole('button', { name: words('app', 'scope.fold') }).click();
    await page.getByRole('button', { name: /^mall-29: 3 workloads, 3 chains$/, expanded: false }).click();
    await page.getByRole('heading', { name: /broken.*cart-89/ }).waitFor();
    await page
      .getByRole('button', { name: words('scene', 'lane.open') })
      .last()
      .click();
    await page.getByRole('button', { name: /^container cart-59$/ }).waitFor();
    const where = page.getByRole('navigation', { name: words('app', 'scope.label') });
    await where.getByRole('button', { name: words('app', 'scope.namespace', { name: 'mall-29' }) }).click();
    await page
      .getByRole('heading', { name: /cart-\d+/ })
      .first()
      .waitFor();
    expect(await page.getByRole('heading', { name: /cart-\d+/ }).count()).toBe(3);
  });
});
