import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { root } from '../../scripts/install.mjs';
import { english as words } from '../../src/words/index.ts';
import { test } from './visit.ts';

const FOLDER = join(root, 'test', 'e2e', 'pictures');
const SEEN = join(root, 'test-results', 'pictures');
const DRAWN_BY = join(FOLDER, 'drawn-by.txt');
/** `npm run pictures` takes them anew. */
const RENEW = process.env['RENEW_PICTURES'] === '1';
/** Of all pixels, how many may differ by more than a shade. */
const TOLERANCE = 0.008;
const STEPS = ['inside', 'outside', 'edit', 'conflict', 'patch', 'proof'] as const;

/** Which browser draws, and how wide its texts are: others make other pictures. */
const drawnBy = async (page: Page): Promise<string> => {
  const widths = await page.evaluate(() => {
    const context = document.createElement('canvas').getContext('2d');
    const { fontFamily } = getComputedStyle(document.body);
    const mono = getComputedStyle(document.documentElement).getPropertyValue('--lc-mono');
    return [`400 14px ${fontFamily}`, `650 14px ${fontFamily}`, `400 12px ${mono}`].map((font) => {
      if (context) context.font = font;
      return Math.round((context?.measureText('node-exporter https ✓ 9100 中文').width ?? 0) * 100) / 100;
    });
  });
  return `${page.context().browser()?.version()} ${widths.join(' ')}\n`;
};

/** The screen at half its size, as a PNG in base64. */
async function halved(page: Page): Promise<string> {
  const shot = (await page.screenshot()).toString('base64');
  return page.evaluate(async (png) => {
    const image = await createImageBitmap(new Blob([Uint8Array.from(atob(png), (c) => c.charCodeAt(0))]));
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.width / 2, image.height / 2];
    const context = canvas.getContext('2d');
    if (context) context.imageSmoothingQuality = 'high';
    context?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return canvas.toDataURL('image/png').replace(/^[^,]*,/, '');
  }, shot);
}

/** The share of pixels that differ. */
const difference = (page: Page, a: string, b: string): Promise<number> =>
  page.evaluate(
    async ([one = '', two = '']) => {
      const pixels = async (png: string) => {
        const image = await createImageBitmap(new Blob([Uint8Array.from(atob(png), (c) => c.charCodeAt(0))]));
        const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
        context?.drawImage(image, 0, 0);
        return context?.getImageData(0, 0, image.width, image.height).data ?? new Uint8ClampedArray();
      };
      const [left, right] = [await pixels(one), await pixels(two)];
      if (left.length !== right.length) return 1;
      let differ = 0;
      for (let i = 0; i < left.length; i += 4) if ([0, 1, 2].some((c) => Math.abs((left[i + c] ?? 0) - (right[i + c] ?? 0)) > 40)) differ++;
      return differ / (left.length / 4);
    },
    [a, b],
  );

describe('the six states of the tour look as they did', () => {
  test('compared where the fonts are those of the pictures', async ({ visit }) => {
    const app = await visit({ colorScheme: 'light', reducedMotion: 'reduce' });
    const { page } = app;
    await app.takeSample('shipped');
    await app.status('ok').first().waitFor();
    const tour = page.getByRole('region', { name: words('app', 'tour.title') });
    const drawn = await drawnBy(page);
    const same = existsSync(DRAWN_BY) && readFileSync(DRAWN_BY, 'utf8') === drawn;
    if (!same && !RENEW)
      console.log('Another browser or other fonts than those of the pictures: not compared. "npm run pictures" takes them anew.');
    for (const [i, step] of STEPS.entries()) {
      if (i > 0) await tour.getByRole('button', { name: words('app', 'tour.next') }).click();
      await tour.getByText(words('app', `tour.${step}`)).waitFor();
      // Where the picture is looked for, what came first decides how far it is moved; fitted it stands still.
      const fit = page.getByRole('button', { name: words('scene', 'tools.fit'), exact: true });
      await page.waitForTimeout(2000);
      if (await fit.isVisible()) await fit.click();
      await page.mouse.move(2, 2);
      // The picture is fitted, the last notification gone.
      await page.waitForTimeout(i === 0 ? 5000 : 1000);
      const now = await halved(page);
      const file = join(FOLDER, `${i + 1}-${step}.png`);
      if (RENEW) {
        mkdirSync(FOLDER, { recursive: true });
        writeFileSync(file, Buffer.from(now, 'base64'));
        writeFileSync(DRAWN_BY, drawn);
      } else if (same) {
        // For a look at both where they differ.
        mkdirSync(SEEN, { recursive: true });
        writeFileSync(join(SEEN, `${i + 1}-${step}.png`), Buffer.from(now, 'base64'));
        const kept = readFileSync(file).toString('base64');
        // On a busy machine the last of it comes late.
        const differs = async () => difference(page, await halved(page), kept);
        await expect.poll(differs, { timeout: 20_000, interval: 1000, message: step }).toBeLessThanOrEqual(TOLERANCE);
      }
      // Wherever it runs, there is something to see.
      expect(now.length, step).toBeGreaterThan(20_000);
    }
  });
});
