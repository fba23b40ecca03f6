import { describe, expect } from 'vitest';
import { english as words } from '../../src/words/index.ts';
import { test } from './visit.ts';

describe('a chain from several sides', () => {
  test('its targets, rule by rule, and the configuration they come from', async ({ visit }) => {
    const app = await visit();
    await app.takeSample('shipped');
    await app.status('ok').first().waitFor();
    const { page } = app;
    await page.getByRole('tab', { name: words('app', 'facet.targets') }).click();
    await page.getByText(/2 of \d+ discovered targets are kept/).waitFor();
    await page.getByText('https://192.168.11.11:9100/metrics').click();
    await page
      .getByText(words('targets', 'effect.set', { label: 'job', to: 'node-exporter' }))
      .first()
      .waitFor();

    await page.getByText(/^Dropped \(\d+\)/).click();
    expect(await page.getByText(/by rule \d+: /).count()).toBeGreaterThan(0);

    await page.getByRole('tab', { name: words('app', 'facet.config') }).click();
    const yaml = page.getByRole('region', { name: /Scrape configuration of job/ });
    await yaml
      .getByRole('button', { name: /action: keep/ })
      .first()
      .click();
    await yaml.getByText(/serviceMonitor\.yaml/).waitFor();
    const saved = await app.saved(() => page.getByRole('button', { name: words('targets', 'config.all') }).click());
    expect(saved.name).toBe('scrape-configs.yaml');
    expect(new TextDecoder().decode(saved.bytes)).toContain('job_name: serviceMonitor/monitoring/node-exporter/0');
  });

  test('the alerts it feeds, and by keyboard to the list of all', async ({ visit }) => {
    const app = await visit();
    await app.takeSample('shipped');
    await app.status('ok').first().waitFor();
    const { page } = app;
    await page.getByRole('tab', { name: words('app', 'facet.story') }).focus();
    for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowRight');
    await page.getByText(/This chain feeds/).waitFor();
    await page
      .getByRole('tab', { name: words('app', 'tab.rules'), exact: true })
      .first()
      .click();
    await page.getByRole('heading', { name: words('queries', 'title') }).waitFor();
    expect(await page.getByText(words('queries', 'short.fed'), { exact: true }).count()).toBeGreaterThan(0);
  });
});
