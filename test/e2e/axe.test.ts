import { describe, expect } from 'vitest';
import { english as words } from '../../src/words/index.ts';
import { violations } from './axe.ts';
import { test } from './visit.ts';

const SIZES = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };

describe.each(['light', 'dark'] as const)('axe, %s', (colorScheme) => {
  test('desktop: first screen, chain, changes, all chains, files', async ({ visit }) => {
    const app = await visit({ colorScheme, viewport: SIZES.desktop });
    await app.welcome().waitFor();
    expect(await violations(app.page), 'first screen').toEqual([]);
    await app.takeSample('obvious-edit');
    await app.status('broken').first().waitFor();
    await app.finding('bind-conflict').first().click();
    expect(await violations(app.page), 'chain').toEqual([]);
    await app.reload();
    await app.page.getByRole('button', { name: words('app', 'header.samples') }).click();
    await app.page.getByRole('menuitem', { name: words('samples', 'shipped.title') }).click();
    await app.status('ok').first().waitFor();
    await app.switchTo('http');
    await app.patchPanel().waitFor();
    await app.diffs().first().waitFor();
    expect(await violations(app.page), 'changes').toEqual([]);
    for (const facet of ['explain', 'targets', 'config', 'rules'] as const) {
      await app.page
        .getByRole('tab', { name: words('app', `facet.${facet}`), exact: true })
        .last()
        .click();
      await app.page.waitForTimeout(600);
      const summary = app.page.locator('aside details > summary').first();
      if (await summary.isVisible()) await summary.click();
      expect(await violations(app.page), facet).toEqual([]);
    }
    for (const drawer of ['forecast', 'text'] as const) {
      await app.openDrawer(drawer);
      await app.page.waitForTimeout(600);
      expect(await violations(app.page), drawer).toEqual([]);
    }
    for (const tab of ['tab.overview', 'tab.findings', 'tab.rules', 'tab.files'] as const) {
      await app.page
        .getByRole('tab', { name: new RegExp(words('app', tab).replace(/ \(.*/, '')) })
        .first()
        .click();
      await app.page.waitForTimeout(300);
      expect(await violations(app.page), tab).toEqual([]);
    }
    await app.page
      .getByRole('button', { name: words('diagnose', 'title'), exact: true })
      .first()
      .click();
    await app.page.getByLabel(words('diagnose', 'label')).fill('server returned HTTP status 400 Bad Request');
    await app.page.getByText(words('diagnose', 'class.http-400')).waitFor();
    expect(await violations(app.page), 'error box').toEqual([]);
    await app.page.keyboard.press('Escape');
    const share = await app.openShare();
    await share.getByLabel(words('app', 'share.mask.hosts')).click();
    await share.getByText(words('app', 'share.local')).waitFor();
    expect(await violations(app.page), 'share').toEqual([]);
    await app.page.keyboard.press('Escape');
    await app.openUrlDialog();
    await app.page.getByLabel(words('app', 'src.url'), { exact: true }).fill('no address');
    expect(await violations(app.page), 'from an address').toEqual([]);
    await app.page.keyboard.press('Escape');
    await app.page.evaluate(() => {
      location.hash = '#src=https://example.org/a.yaml';
    });
    await app.page.getByText(words('app', 'src.title')).waitFor();
    expect(await violations(app.page), 'another server').toEqual([]);
  });

  test('phone: first screen, list, chain, changes', async ({ visit }) => {
    const app = await visit({ colorScheme, viewport: SIZES.phone });
    await app.welcome().waitFor();
    expect(await violations(app.page), 'first screen').toEqual([]);
    await app.page.getByRole('button', { name: words('samples', 'shipped.title') }).click();
    await app.status('ok').first().waitFor();
    expect(await violations(app.page), 'list').toEqual([]);
    await app.openChain('node-exporter');
    await app.schemeSwitch().waitFor();
    expect(await violations(app.page), 'chain').toEqual([]);
    await app.switchTo('http');
    await app.showPane('patch');
    await app.diffs().first().waitFor();
    expect(await violations(app.page), 'changes').toEqual([]);
    expect(await app.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(SIZES.phone.width);
  });
});
