import { describe, expect } from 'vitest';
import { english as words } from '../../src/words/index.ts';
import { SHIPPED } from './samples.ts';
import { test } from './visit.ts';

const IMAGE = '<img src=x onerror="document.title=`harmed`">';
const BIDI = 'node\u202erecivres\u2066';
const HUGE = 'n'.repeat(100_000);

/** The sample with other names where names stand that are shown everywhere. */
const named = (monitor: string, port: string, label: string): Record<string, string> => ({
  'hostile/monitor.yaml': JSON.stringify({
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'ServiceMonitor',
    metadata: { name: monitor, namespace: label, labels: { [label]: label } },
    spec: { selector: { matchLabels: { [label]: label } }, endpoints: [{ port, path: label }] },
  }),
  'hostile/service.yaml': JSON.stringify({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: monitor, namespace: label, labels: { [label]: label } },
    spec: { selector: { [label]: label }, ports: [{ name: port, port: 80, targetPort: port }] },
  }),
  'hostile/deployment.yaml': JSON.stringify({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: monitor, namespace: label },
    spec: {
      selector: { matchLabels: { [label]: label } },
      template: {
        metadata: { labels: { [label]: label } },
        spec: { containers: [{ name: port, image: label, ports: [{ name: port, containerPort: 8080 }] }] },
      },
    },
  }),
});

describe('hostile names are shown as text, everywhere', () => {
  test.for([
    ['markup', IMAGE],
    ['bidi controls', BIDI],
    ['__proto__', '__proto__'],
    ['100 kB', HUGE],
  ] as const)('%s', async ([, name], { visit, folder }) => {
    const app = await visit();
    const { page } = app;
    await app.drop(folder({ ...SHIPPED, ...named(name, name, name) }));
    await app.chainsShown();
    await app.status('ok').first().waitFor();
    const entries = app.chainList().getByRole('button');
    await expect.poll(() => entries.count()).toBeGreaterThan(1);
    await entries.filter({ hasNotText: 'monitoring/node-exporter' }).filter({ hasText: 'ServiceMonitor' }).first().click();
    const whole = async (where: string) => {
      expect(await page.title(), where).not.toBe('harmed');
      expect(await page.locator('img[src="x"]').count(), where).toBe(0);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), where).toBeLessThanOrEqual(1440);
    };
    // Nothing that is said takes more than a few screens.
    const short = async (where: string) => {
      const tall = await page.evaluate(() =>
        [...document.querySelectorAll('h2, p, li, summary, dd, code')].flatMap((e) =>
          e.getBoundingClientRect().height < 3000
            ? []
            : [`${e.tagName} ${e.className} in ${e.parentElement?.className}: ${e.textContent?.slice(0, 80)}`],
        ),
      );
      expect(tall, where).toEqual([]);
    };
    for (const drawer of ['forecast', 'text'] as const) {
      await app.openDrawer(drawer);
      await page.waitForTimeout(500);
      await whole(drawer);
      await short(drawer);
    }
    for (const tab of ['tab.chain', 'tab.overview', 'tab.findings', 'tab.rules'] as const) {
      await page
        .getByRole('tab', { name: words('app', tab), exact: true })
        .first()
        .click();
      await page.waitForTimeout(500);
      await whole(tab);
      await short(tab);
    }
    await page.getByRole('tab', { name: words('app', 'tab.chain'), exact: true }).click();
    for (const facet of ['explain', 'targets', 'config', 'rules'] as const) {
      await page
        .getByRole('tab', { name: words('app', `facet.${facet}`), exact: true })
        .last()
        .click();
      await page.waitForTimeout(400);
      await whole(facet);
      await short(facet);
    }
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: words('app', 'search.label') }).fill(name.slice(0, 20));
    await page.waitForTimeout(400);
    await whole('search');
    await page.keyboard.press('Escape');
    await page.getByRole('tab', { name: /^Files/ }).click();
    // The folder that was dropped stands before the path.
    await page
      .getByRole('button', { name: /^Edit.*hostile\/monitor\.yaml/ })
      .first()
      .click();
    await page.locator('.cm-content').waitFor();
    await page.waitForTimeout(400);
    await whole('editor');
  });
});
