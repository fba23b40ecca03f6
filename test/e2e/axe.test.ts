import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { describe, expect } from 'vitest';
import { english as words } from '../../src/words/index.ts';
import type { App } from './app.ts';
import { test } from './visit.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe calls serious or critical on the page as it stands, as `rule: element`. */
async function serious({ page }: App): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run());
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}

const SIZES = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };

describe.each(['light', 'dark'] as const)('axe, %s', (colorScheme) => {
  test('desktop: first screen, chain, changes, all chains, files', async ({ visit }) => {
    const app = await visit({ colorScheme, viewport: SIZES.desktop });
    await app.welcome().waitFor();
    expect(await serious(app), 'first screen').toEqual([]);
    await app.takeSample('obvious-edit');
    await app.status('broken').first().waitFor();
    await app.finding('bind-conflict').first().click();
    expect(await serious(app), 'chain').toEqual([]);
    await app.reload();
    await app.page.getByRole('button', { name: words('app', 'header.samples') }).click();
    await app.page.getByRole('menuitem', { name: words('samples', 'shipped.title') }).click();
    await app.status('ok').first().waitFor();
    await app.switchTo('http');
    await app.patchPanel().waitFor();
    await app.diffs().first().waitFor();
    expect(await serious(app), 'changes').toEqual([]);
    for (const facet of ['explain', 'targets', 'config', 'rules'] as const) {
      await app.page
        .getByRole('tab', { name: words('app', `facet.${facet}`), exact: true })
        .last()
        .click();
      await app.page.waitForTimeout(600);
      const summary = app.page.locator('aside details > summary').first();
      if (await summary.isVisible()) await summary.click();
      expect(await serious(app), facet).toEqual([]);
    }
    for (const tab of ['tab.overview', 'tab.forecast', 'tab.findings', 'tab.rules', 'tab.files'] as const) {
      await app.page
        .getByRole('tab', { name: new RegExp(words('app', tab).replace(/ \(.*/, '')) })
        .first()
        .click();
      await app.page.waitForTimeout(300);
      expect(await serious(app), tab).toEqual([]);
    }
    await app.page
      .getByRole('button', { name: words('diagnose', 'title'), exact: true })
      .first()
      .click();
    await app.page.getByLabel(words('diagnose', 'label')).fill('server returned HTTP status 400 Bad Request');
    await app.page.getByText(words('diagnose', 'class.http-400')).waitFor();
    expect(await serious(app), 'error box').toEqual([]);
  });

  test('phone: first screen, list, chain, changes', async ({ visit }) => {
    const app = await visit({ colorScheme, viewport: SIZES.phone });
    await app.welcome().waitFor();
    expect(await serious(app), 'first screen').toEqual([]);
    await app.page.getByRole('button', { name: words('samples', 'shipped.title') }).click();
    await app.status('ok').first().waitFor();
    expect(await serious(app), 'list').toEqual([]);
    await app.openChain('node-exporter');
    await app.schemeSwitch().waitFor();
    expect(await serious(app), 'chain').toEqual([]);
    await app.switchTo('http');
    await app.showPane('patch');
    await app.diffs().first().waitFor();
    expect(await serious(app), 'changes').toEqual([]);
    expect(await app.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(SIZES.phone.width);
  });
});
