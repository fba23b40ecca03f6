import { describe, expect } from 'vitest';
import { english as words } from '../../src/words/index.ts';
import { violations } from './axe.ts';
import { test } from './visit.ts';

const SERVICE = 'node-exporter/service.yaml';
const MONITOR = 'node-exporter/serviceMonitor.yaml';

describe('text beside the picture', () => {
  test('by keys: to the other end of a port name, another name for it, undone at once', async ({ visit }) => {
    const app = await visit();
    const { page } = app;
    await app.takeSample('shipped');
    await app.status('ok').first().waitFor();
    const monitor = await app.editFile(MONITOR);
    await page.getByText(words('app', 'tie.none')).waitFor();
    // To the line that asks for the port.
    await monitor.press('Control+Home');
    const lines = (await page.locator('.cm-line').allTextContents()).map((l) => l.trim());
    const line = lines.findIndex((l) => /^(- )?port: https$/.test(l));
    expect(line).toBeGreaterThan(0);
    for (let i = 0; i < line; i++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('End');
    const ties = page.getByRole('region', { name: words('app', 'tie.title') });
    await ties.getByText(/^port https — Service\/monitoring\/node-exporter/).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('F12');
    await app.editor(SERVICE).waitFor();
    await ties.getByText(/^port https — ServiceMonitor\/monitoring\/node-exporter/).waitFor();
    await page.keyboard.press('End');
    await page.keyboard.press('F2');
    const form = page.getByRole('form', { name: words('app', 'rename.title', { name: 'https' }) });
    await form.getByRole('textbox').fill('No good');
    await form.getByText(words('app', 'rename.bad-name')).waitFor();
    await form.getByRole('textbox').fill('metrics');
    await form.getByText(words('app', 'rename.good')).waitFor();
    expect(await form.getByRole('listitem').count()).toBe(2);
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await page.locator('.cm-content').innerText()).includes('name: metrics')).toBe(true);
    await page.getByRole('button', { name: words('app', 'header.undo'), exact: true }).click();
    await expect.poll(async () => (await page.locator('.cm-content').innerText()).includes('name: metrics')).toBe(false);
  });

  test('a finding stands at its line, and its fix is one press away', async ({ visit }) => {
    const app = await visit();
    const { page } = app;
    await app.takeSample('obvious-edit');
    await app.status('broken').first().waitFor();
    const editor = await app.editFile('node-exporter/daemonset.yaml');
    await page.locator('.cm-lintRange-error').first().waitFor();
    await editor.press('Control+Shift+M');
    const remarks = page.getByRole('listbox', { name: words('app', 'files.editor.marks') });
    await remarks
      .getByText(/bind-conflict/)
      .first()
      .waitFor();
    await remarks
      .getByRole('button', { name: words('app', 'wish.fix', { code: 'bind-conflict' }) })
      .first()
      .click();
    await app.patchPanel().waitFor();
    await app.diffs().first().waitFor();
  });

  test('typing is analysed', async ({ visit }) => {
    const app = await visit({ colorScheme: 'dark' });
    const { page } = app;
    await app.takeSample('shipped');
    await app.status('ok').first().waitFor();
    await app.editFile(SERVICE);
    await page.getByText('name: https').first().click();
    await page.keyboard.press('End');
    await page.keyboard.type('x');
    await app.chainList().getByText(words('chain', 'status.broken'), { exact: true }).waitFor();
    expect(await violations(page)).toEqual([]);
  });
});
