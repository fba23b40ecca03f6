import { describe, expect } from 'vitest';
import { english as words } from '../../src/words/index.ts';
import type { App } from './app.ts';
import { violations } from './axe.ts';
import { test } from './visit.ts';

const wish = async ({ page }: App, name: string): Promise<void> => {
  await page.getByRole('button', { name: words('app', 'wish.menu') }).click();
  await page.getByRole('menuitem', { name }).click();
};

describe.each(['light', 'dark'] as const)('goals, %s', (colorScheme) => {
  test('read it from outside: ways, what follows, what is seen; taken over, undone, changed by hand', async ({ visit }) => {
    const app = await visit({ colorScheme });
    const { page } = app;
    await app.takeSample('shipped');
    await app.status('ok').first().waitFor();
    await wish(app, words('app', 'wish.outside'));
    const panel = app.patchPanel();
    const ways = panel.getByRole('group', { name: words('app', 'patch.ways') });
    await ways.getByRole('radio', { name: new RegExp(words('patch', 'strategy.token-reader')) }).waitFor();
    expect(await ways.getByRole('radio').count()).toBe(2);
    await panel.getByText('create token node-exporter-metrics-reader').waitFor();
    expect(await violations(page)).toEqual([]);

    await ways.getByRole('radio', { name: new RegExp(words('patch', 'strategy.plain-port')) }).check();
    await panel
      .getByRole('region', { name: words('app', 'patch.newFindings') })
      .getByText('proxy-bypass')
      .waitFor();
    await app.diffs().getByText('--web.listen-address=:9101').waitFor();

    // A second goal behind it, which then goes first.
    await app.switchTo('http');
    const goals = panel.getByRole('listitem').filter({ hasText: 'node-exporter#0' });
    await goals.nth(1).waitFor();
    await panel.getByRole('button', { name: words('app', 'patch.raise', { chain: 'ServiceMonitor/monitoring/node-exporter#0' }) }).click();
    await expect.poll(async () => (await goals.first().innerText()).includes(words('patch', 'goal.http'))).toBe(true);
    await panel.getByRole('table').getByRole('row').nth(1).waitFor();
    expect(await violations(page)).toEqual([]);

    // Applied, the result is the source; undo brings the goals back.
    await page.getByRole('button', { name: words('app', 'patch.apply'), exact: true }).click();
    await panel.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: words('app', 'header.undo'), exact: true }).click();
    await panel.waitFor();
    await page.getByRole('button', { name: words('app', 'header.redo'), exact: true }).click();
    await panel.waitFor({ state: 'detached' });

    const editor = await app.editFile('node-exporter/serviceMonitor.yaml');
    expect(await violations(page)).toEqual([]);
    await editor.press('Control+End');
    await editor.pressSequentially('\n# typed by hand');
    await editor.press('Control+Home');
    await expect.poll(async () => (await page.locator('.cm-content').innerText()).includes('# typed by hand')).toBe(true);
    await page.getByRole('button', { name: words('app', 'files.editor.close') }).click();
    await page.getByRole('button', { name: words('app', 'header.undo'), exact: true }).click();
    await app.editFile('node-exporter/serviceMonitor.yaml');
    expect(await page.locator('.cm-content').innerText()).not.toContain('# typed by hand');
  });
});

describe('other forms', () => {
  test('a fix from the finding, and the forms that a change is applied in', async ({ visit }) => {
    const app = await visit();
    const { page } = app;
    await app.takeSample('obvious-edit');
    await app.status('broken').first().waitFor();
    await wish(app, words('app', 'wish.fix', { code: 'bind-conflict' }));
    await app.diffs().first().waitFor();
    for (const form of ['json6902', 'kustomize', 'kubectl', 'rollback'] as const) {
      await page.getByRole('button', { name: words('app', 'export.menu'), exact: true }).click();
      const item = page.getByRole('menuitem', { name: words('app', `export.${form}`), exact: true });
      const [download] = await Promise.all([page.waitForEvent('download'), item.click()]);
      expect(download.suggestedFilename()).toMatch(/^linkchain/);
      await page.getByRole('menu').waitFor({ state: 'hidden' });
    }
  });
});

describe('search and keys', () => {
  test('by keyboard alone: a chain, an object, a filter, a command; the keys are listed', async ({ visit }) => {
    const app = await visit();
    const { page } = app;
    await app.takeSample('obvious-edit');
    await app.status('broken').first().waitFor();
    await page.keyboard.press('Control+k');
    const input = page.getByRole('combobox', { name: words('app', 'search.label') });
    await input.fill('kind:service node-exporter');
    const options = page.getByRole('option');
    await options.filter({ hasText: 'Service · monitoring' }).first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await input.waitFor({ state: 'detached' });
    await page.getByRole('heading', { name: /node-exporter/, level: 2 }).waitFor();

    await page.locator('body').press('/');
    await input.fill('is:broken');
    await options.filter({ hasText: 'node-exporter#0' }).first().waitFor();
    await input.fill(words('app', 'tab.findings'));
    await options
      .filter({ hasText: words('app', 'tab.findings') })
      .first()
      .waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('list', { name: words('app', 'findings.all') }).waitFor();

    await page.locator('body').press('Shift+?');
    await page.getByRole('dialog', { name: words('app', 'keys.title') }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });
});

describe('the tour', () => {
  test('tells the story in six real states, and can be left', async ({ visit }) => {
    const app = await visit();
    const { page } = app;
    await app.takeSample('shipped');
    await app.status('ok').first().waitFor();
    const tour = page.getByRole('region', { name: words('app', 'tour.title') });
    const next = tour.getByRole('button', { name: words('app', 'tour.next') });
    await tour.getByText(words('app', 'tour.inside')).waitFor();
    expect(await violations(page)).toEqual([]);
    await next.click();
    await page.getByRole('button', { name: /^Outside the cluster, curl http: 400$/ }).waitFor();
    await next.click();
    await tour.getByText(words('app', 'tour.edit')).waitFor();
    await app.status('broken').first().waitFor();
    await next.click();
    await page.getByRole('button', { name: /^Outside the cluster, curl http: 200 or 400$/ }).waitFor();
    await next.click();
    await tour.getByText(words('app', 'tour.patch')).waitFor();
    await app.diffs().first().waitFor();
    // The list is of these files, not of those before.
    await app.status('broken').first().waitFor({ state: 'detached' });
    await next.click();
    await page.getByRole('button', { name: /^Outside the cluster, curl http: 200$/ }).waitFor();
    await tour.getByRole('button', { name: words('app', 'tour.back') }).click();
    await tour.getByText(words('app', 'tour.patch')).waitFor();
    await tour.getByRole('button', { name: words('app', 'tour.skip') }).click();
    await tour.waitFor({ state: 'detached' });
    // Own manifests end it as well.
    await page.getByRole('button', { name: words('app', 'header.samples') }).click();
    await page.getByRole('menuitem', { name: words('app', 'tour.title') }).click();
    await tour.waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: words('app', 'search.label') }).fill(words('app', 'add.paste'));
    await page.getByRole('option', { name: words('app', 'add.paste') }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByLabel(words('app', 'paste.label')).fill('apiVersion: v1\nkind: Service\nmetadata: {name: own}\n');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: words('app', 'paste.add'), exact: true })
      .click();
    await tour.waitFor({ state: 'detached' });
  });
});

describe('from the evidence to the text', () => {
  test('the editor opens at the line that is at fault, and mending it by hand mends the chain', async ({ visit }) => {
    const app = await visit();
    const { page } = app;
    await app.takeSample('obvious-edit');
    await app.status('broken').first().waitFor();
    const verdict = page.getByRole('region', { name: words('app', 'verdict.label') });
    await verdict.getByText(words('app', 'verdict.lines')).click();
    await verdict
      .getByRole('button', { name: /^Edit node-exporter\/daemonset\.yaml at line/ })
      .first()
      .click();
    const line = page.locator('.cm-activeLine');
    await line.filter({ hasText: '--web.listen-address=0.0.0.0:9100' }).waitFor();
    await page.keyboard.press('End');
    for (let i = 0; i < '0.0.0.0:9100'.length; i++) await page.keyboard.press('Backspace');
    await page.keyboard.type('127.0.0.1:9100');
    await app.chainList().getByText('bind-conflict').waitFor({ state: 'detached' });
  });
});
