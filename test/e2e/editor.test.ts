import { describe, expect } from 'vitest';
import { english as words } from '../../src/words/index.ts';
import { violations } from './axe.ts';
import { SHIPPED } from './samples.ts';
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

  test('under the picture: each points at the other, and what is selected in one is selected in the other', async ({ visit }) => {
    const app = await visit();
    const { page } = app;
    await app.takeSample('shipped');
    await app.status('ok').first().waitFor();
    await app.openDrawer('text');
    await app.editor(MONITOR).waitFor();
    const picture = app.picture('ServiceMonitor/monitoring/node-exporter#0');
    const row = picture.getByRole('button', { name: /^port: https/ });
    // From the text to the picture: pointed at, then selected by the keys.
    const line = page.locator('.cm-line').filter({ hasText: /^\s*(- )?port: https$/ });
    await line.hover({ position: { x: 60, y: 5 } });
    await expect.poll(() => row.getAttribute('data-pointed')).toBe('true');
    await line.click({ position: { x: 60, y: 5 } });
    await expect.poll(() => row.getAttribute('aria-pressed')).toBe('true');
    const details = page.getByRole('complementary', { name: words('app', 'inspector.label') });
    await details.getByRole('heading', { name: words('app', 'inspector.selected') }).waitFor();
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => row.getAttribute('aria-pressed')).toBe('false');
    // From the picture to the text, with the focus left where it is.
    const service = picture.getByRole('button', { name: /^https 9100/ }).first();
    await service.focus();
    await page.keyboard.press('Enter');
    await app.editor(SERVICE).waitFor();
    expect(await service.evaluate((e) => e === document.activeElement)).toBe(true);
    await expect.poll(async () => (await page.locator('.cm-pointed').allTextContents()).join('\n')).toContain('targetPort: https');
    // Typing mends and breaks the picture as everywhere.
    const file = page.getByLabel(words('app', 'text.file'));
    await file.selectOption(MONITOR);
    await app.editor(MONITOR).waitFor();
    await line.click({ position: { x: 60, y: 5 } });
    await page.keyboard.press('End');
    await page.keyboard.type('x');
    await app.status('broken').first().waitFor();
    await page.keyboard.press('Backspace');
    await app.status('ok').first().waitFor();
    // While what is typed makes no chain at all, the text and the cursor stay; then the chain is back.
    await page.keyboard.press('Control+Home');
    const kind = (await page.locator('.cm-line').allTextContents()).indexOf('kind: ServiceMonitor');
    for (let i = 0; i < kind; i++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('End');
    await page.keyboard.type('x');
    await page.getByRole('main').getByText(words('app', 'chains.none')).first().waitFor();
    await page.keyboard.press('Backspace');
    await app.status('ok').first().waitFor();
    expect(await app.editor(MONITOR).evaluate((e) => e === document.activeElement)).toBe(true);
    expect(await violations(page)).toEqual([]);
    // Nothing stays pointed at by a text that is gone.
    await page.mouse.move(2, 2);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowDown');
    await page
      .getByRole('region', { name: words('app', 'files.editor', { file: MONITOR }) })
      .getByRole('button', { name: words('app', 'files.editor.close') })
      .press('Enter');
    await app.editor(MONITOR).waitFor({ state: 'detached' });
    expect(await page.locator('[data-pointed]').count()).toBe(0);
  });

  test('both ends in one file, with the line ends of Windows', async ({ visit, folder }) => {
    const app = await visit();
    const { page } = app;
    const text = Object.values(SHIPPED).join('---\n').replaceAll('\n', '\r\n');
    await app.drop(folder({ 'all.yaml': text }));
    await app.status('ok').first().waitFor();
    await page.getByRole('tab', { name: /^Files/ }).click();
    await page.getByRole('button', { name: /^Edit.*all\.yaml/ }).click();
    const ties = page.getByRole('region', { name: words('app', 'tie.title') });
    await page.locator('.cm-content').press('Control+Home');
    // The line that asks for the port, and there and back.
    const asks = page.locator('.cm-line').filter({ hasText: /^\s*port: https$/ });
    for (let i = 0; i < 40 && (await asks.count()) === 0; i++) await page.keyboard.press('PageDown');
    await asks.click();
    const there = ties.getByText(/^port https — Service\//);
    const back = ties.getByText(/^port https — ServiceMonitor\//);
    await there.waitFor();
    await page.keyboard.press('F12');
    await back.waitFor();
    await page.keyboard.press('F12');
    await there.waitFor();
    await page.keyboard.press('F12');
    await back.waitFor();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('# typed');
    await expect.poll(async () => new TextDecoder().decode((await app.exportAs('export.multidoc')).bytes).includes('# typed')).toBe(true);
    const kept = new TextDecoder().decode((await app.exportAs('export.multidoc')).bytes);
    expect(kept.split('\r\n').length).toBeGreaterThanOrEqual(text.split('\r\n').length);
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
    const app = await visit({ colorScheme: 'dark', reducedMotion: 'reduce' });
    const { page } = app;
    await app.takeSample('shipped');
    await app.status('ok').first().waitFor();
    await app.editFile(SERVICE);
    // The first click of all lands on the line that is clicked.
    await page.waitForTimeout(600);
    await page.locator('.cm-line').filter({ hasText: 'name: https' }).click();
    expect(await page.locator('.cm-activeLine').first().textContent()).toMatch(/name: https/);
    await page.keyboard.press('End');
    await page.keyboard.type('x');
    await app.chainList().getByText(words('chain', 'status.broken'), { exact: true }).waitFor();
    expect(await violations(page)).toEqual([]);
  });
});
