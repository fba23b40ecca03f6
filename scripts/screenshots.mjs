// `npm run screenshots`: the pictures of the README, taken from the built app in a real Chromium.
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { CHROMIUM_ARGS, ensureBrowser } from './browser.mjs';
import { ensureInstalled, root } from './install.mjs';
import { serve } from './serve.mjs';

ensureInstalled();
const { chromium } = await import('playwright-core');

const app = join(root, 'dist', 'app');
if (!existsSync(join(app, 'index.html'))) {
  console.error('There is no built app. Run "npm run build" first.');
  process.exit(1);
}
const pictures = join(root, 'public', 'readme');
mkdirSync(pictures, { recursive: true });

/** @typedef {import('playwright-core').Page} Page */

/** @type {{ name: string, colorScheme: 'light' | 'dark', act: (page: Page) => Promise<void> }[]} */
const SHOTS = [
  {
    name: 'broken-chain',
    colorScheme: 'light',
    act: async (page) => {
      await page.getByRole('button', { name: 'The obvious edit' }).click();
      await page.getByText('bind-conflict').first().waitFor();
    },
  },
  {
    name: 'switched-to-http',
    colorScheme: 'dark',
    act: async (page) => {
      await page.getByRole('button', { name: 'node-exporter as shipped' }).click();
      await page.getByRole('button', { name: 'Leave the tour' }).click();
      const scheme = page.getByRole('radiogroup', { name: 'What the chain speaks' });
      await scheme.getByText('http', { exact: true }).click();
      await page
        .getByRole('region', { name: /^Changes in / })
        .first()
        .waitFor();
    },
  },
];

const server = await serve(app);
const browser = await chromium.launch({ executablePath: await ensureBrowser(), args: [...CHROMIUM_ARGS] });
for (const { name, colorScheme, act } of SHOTS) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, colorScheme, locale: 'en-US', reducedMotion: 'reduce' });
  await page.goto(server.url);
  await act(page);
  // Pictures settle: fonts, the fitted diagram, the last notification.
  await page.waitForTimeout(6000);
  // Where the pointer rests would be lit and the rest dimmed.
  await page.mouse.move(2, 2);
  await page.waitForTimeout(300);
  await page.screenshot({ path: join(pictures, `${name}.png`) });
  console.log(`public/readme/${name}.png`);
  await page.close();
}
await browser.close();
await server.close();
