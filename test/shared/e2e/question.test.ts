import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { describe, expect } from 'vitest';
import { root } from '../../../scripts/install.mjs';
import { loadWords } from '../../../src/words/index.ts';
import { test } from '../../e2e/visit.ts';
import { SHARED } from '../sets.ts';

/** Pictures of every step, to be looked at. */
const PICTURES = join(root, 'test-results', 'question');
mkdirSync(PICTURES, { recursive: true });

const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
];
const CASES = SIZES.flatMap((viewport) =>
  (['light', 'dark'] as const).flatMap((colorScheme) =>
    (['en', 'zh-CN'] as const).map((lang) => ({
      name: `${viewport.width}x${viewport.height}-${colorScheme}-${lang}`,
      viewport,
      colorScheme,
      lang,
    })),
  ),
);

/** Read without scrolling: all of it lies in the window, and nothing lies over its middle. */
async function inSight(what: Locator): Promise<boolean> {
  return what.evaluate((element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    if (left < 0 || top < 0 || right > innerWidth || bottom > innerHeight || right <= left || bottom <= top) return false;
    const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return over !== null && (element.contains(over) || over.contains(element));
  });
}

describe('why can I not read node-exporter from outside, and what do I change?', () => {
  test.for(CASES)('three clicks, no scrolling, no menu: $name', async ({ name, viewport, colorScheme, lang }, { visit }) => {
    const words = await loadWords(lang);
    const app = await visit({ viewport, colorScheme, locale: lang === 'en' ? 'en-US' : 'zh-CN', reducedMotion: 'reduce' });
    const { page } = app;
    const picture = (step: string) => page.screenshot({ path: join(PICTURES, `${name}-${step}.png`) });
    let clicks = 0;
    const click = async (what: Locator): Promise<void> => {
      await what.waitFor();
      await expect.poll(() => inSight(what), { timeout: 10_000 }).toBe(true);
      await what.click();
      clicks++;
    };
    await page.getByRole('heading', { name: words('app', 'welcome.title') }).waitFor();
    await app.drop(join(SHARED, 'corpus/sets/kube-prometheus-main'));
    const list = page.getByRole('navigation', { name: words('app', 'chains.title') });
    await list.waitFor();
    const filter = page.getByRole('searchbox', { name: words('app', 'filter.text') });
    await click(filter);
    await page.keyboard.type('node-exporter');
    await page.waitForTimeout(500);
    await picture('1-chains');

    await click(list.getByRole('button', { name: 'node-exporter' }).first());
    const why = page.getByText(lang === 'en' ? /plain http gets 400, and https without a token 401/ : /明文 http 得到 400/).first();
    await why.waitFor();
    await expect.poll(() => inSight(why), { timeout: 10_000 }).toBe(true);
    await page.waitForTimeout(1200);
    await picture('2-why');

    await click(page.getByRole('button', { name: words('app', 'wish.outside'), exact: true }).first());
    const ways = page.getByRole('group', { name: words('app', 'patch.ways') });
    await ways.waitFor();
    await expect.poll(() => inSight(ways.getByRole('radio', { checked: true })), { timeout: 10_000 }).toBe(true);
    // What is to be added is named where it can be read at once.
    const named = page.getByText('node-exporter-metrics-reader');
    const seen = async () => (await Promise.all((await named.all()).map(inSight))).includes(true);
    await expect.poll(seen, { timeout: 10_000 }).toBe(true);
    await page.waitForTimeout(1200);
    await picture('3-what');
    expect(clicks).toBeLessThanOrEqual(3);
  });
});
