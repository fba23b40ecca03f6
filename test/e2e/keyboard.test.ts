import { describe, expect } from 'vitest';
import { english as words } from '../../src/words/index.ts';
import { CHAIN } from './samples.ts';
import { test } from './visit.ts';

const SERVICE = 'node-exporter/service.yaml';

describe('by keyboard alone', () => {
  test('a sample, its chain walked along its edges, switched, renamed, applied, undone, exported', async ({ visit }) => {
    const app = await visit();
    const { page } = app;
    const focused = () =>
      page.evaluate(() => {
        const at = document.activeElement;
        return at instanceof HTMLInputElement && at.type === 'radio'
          ? `radio ${at.value}`
          : (at?.getAttribute('aria-label') ?? at?.textContent ?? '');
      });
    /** Tab until the element with the focus is called so. */
    const tabTo = async (name: RegExp | string, most = 120): Promise<void> => {
      const way: string[] = [];
      for (let i = 0; i < most; i++) {
        const at = await focused();
        way.push(at.slice(0, 30));
        if (typeof name === 'string' ? at === name : name.test(at)) {
          // Whoever goes by keyboard sees where they are.
          const seen = await page.evaluate(() => {
            const { activeElement } = document;
            if (!activeElement) return false;
            const around = [activeElement, activeElement.parentElement, activeElement.nextElementSibling].filter((e) => e !== null);
            return around.some((e) => {
              const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(e);
              return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
            });
          });
          expect(seen, `the focus is visible on ${at}`).toBe(true);
          return;
        }
        await page.keyboard.press('Tab');
      }
      throw new Error(`Tab does not reach ${name}: ${way.join(' | ')}`);
    };
    await app.welcome().waitFor();
    await tabTo(/^node-exporter as shipped/);
    await page.keyboard.press('Enter');
    await app.status('ok').first().waitFor();
    await app.picture(CHAIN).locator('[data-stop]').first().waitFor();

    await tabTo(/^Prometheus main/);
    const way: string[] = [];
    for (let i = 0; i < 12; i++) {
      way.push(await focused());
      await page.keyboard.press('ArrowRight');
    }
    for (const stop of [/^ServiceMonitor/, /^Service node-exporter|Service node-exporter/, /node-exporter/])
      expect(
        way.some((w) => stop.test(w)),
        String(stop),
      ).toBe(true);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('[data-stop][aria-pressed="true"]').count()).toBe(1);
    await page.keyboard.press('Escape');

    // The switch is a group of radio buttons.
    await tabTo('radio https');
    await page.keyboard.press('ArrowLeft');
    await app.patchPanel().waitFor();
    await app.diffs().first().waitFor();
    await tabTo('radio keep');
    await page.keyboard.press('ArrowRight');
    await app.diffs().filter({ hasText: SERVICE }).waitFor();
    await tabTo(words('app', 'patch.apply'));
    await page.keyboard.press('Enter');
    await app.patchPanel().waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    await app.patchPanel().waitFor();
    await app.diffs().first().waitFor();
    await page.keyboard.press('Control+k');
    await expect.poll(focused).toBe(words('app', 'search.label'));
    await page.keyboard.type(words('app', 'export.diff'));
    const option = page.getByRole('dialog').getByRole('option', { name: words('app', 'export.diff') });
    await option.waitFor();
    const saved = await app.saved(() => page.keyboard.press('Enter'));
    expect(new TextDecoder().decode(saved.bytes)).toMatch(/^--- /m);
  });
});
