import { describe, expect } from 'vitest';
import { english as words } from '../../src/words/index.ts';
import { test } from './visit.ts';

const CHAIN = 'ServiceMonitor/monitoring/node-exporter#0';

describe('why, and what will I see', () => {
  test('the verdict stands in the list, over the picture and at the head of the story', async ({ visit }) => {
    const app = await visit();
    await app.takeSample('obvious-edit');
    await app.status('broken').first().waitFor();
    const { page } = app;
    const said = /both want port 9100/;
    // The list is drawn after the picture.
    await app.chainList().getByText(said).waitFor();
    expect(await app.chainList().getByText(words('chain', 'symptom.down')).count()).toBe(1);
    const verdict = page.getByRole('region', { name: words('app', 'verdict.label') });
    await verdict.getByText(said).waitFor();
    await verdict.getByText(words('app', 'verdict.lines')).click();
    await verdict.locator('mark').first().waitFor();
  });

  test('the forecast shows both worlds of a conflict, why, and what to try', async ({ visit }) => {
    const app = await visit();
    await app.takeSample('obvious-edit');
    await app.status('broken').first().waitFor();
    const { page } = app;
    await app.openDrawer('forecast');
    const cell = page.getByRole('button', { name: /^Outside the cluster, curl http: 200 or 400$/ });
    await cell.focus();
    await page.keyboard.press('Enter');
    expect(await cell.getAttribute('aria-expanded')).toBe('true');
    expect(await page.getByText(/binds port 9100 first/).count()).toBe(2);
    await page.getByText("curl -sS --max-time 5 'http://<node-ip>:9100/metrics'").waitFor();
  });

  test('findings are filtered by severity and code, and lead to their chain', async ({ visit }) => {
    const app = await visit();
    await app.takeSample('obvious-edit');
    await app.status('broken').first().waitFor();
    const { page } = app;
    await page.getByRole('tab', { name: words('app', 'tab.findings') }).click();
    const list = page.getByRole('list', { name: words('app', 'findings.all') });
    await list.getByText('bind-conflict').waitFor();
    const all = await list.getByRole('listitem').count();
    await page.getByRole('combobox', { name: words('app', 'findings.severity') }).selectOption('error');
    expect(await list.locator('details').count()).toBe(1);
    expect(all).toBeGreaterThan(1);
    await list.locator('summary').first().click();
    await list.locator('mark').first().waitFor();
    await list.getByRole('button', { name: words('app', 'findings.open', { chain: CHAIN }) }).click();
    await page.getByRole('heading', { name: /node-exporter/, level: 2 }).waitFor();
  });

  test('a pasted error names the chain, the hop and the finding; an unknown one is said to be', async ({ visit }) => {
    const app = await visit();
    await app.takeSample('obvious-edit');
    await app.status('broken').first().waitFor();
    const { page } = app;
    await page
      .getByRole('button', { name: words('diagnose', 'title'), exact: true })
      .first()
      .click();
    const box = page.getByLabel(words('diagnose', 'label'));
    await box.fill('a cloud, lonely, wandering');
    await page.getByText(words('diagnose', 'unknown')).waitFor();
    await box.fill('listen tcp 0.0.0.0:9100: bind: address already in use');
    await page.getByText(words('diagnose', 'class.bind-in-use')).waitFor();
    await page.getByText('bind-conflict').last().waitFor();
    await page.getByRole('button', { name: words('diagnose', 'open', { chain: CHAIN }) }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  test('the chain is told in words, with the ways to read it from outside', async ({ visit }) => {
    const app = await visit();
    await app.takeSample('shipped');
    await app.status('ok').first().waitFor();
    const { page } = app;
    await page.getByRole('tab', { name: words('app', 'facet.explain') }).click();
    await page.getByText(/from outside its metrics are only to be had through kube-rbac-proxy, with a token/).waitFor();
    await page.getByText(words('explain', 'way.token')).click();
    await page.getByText(words('explain', 'way.token.cost')).waitFor();
  });
});
