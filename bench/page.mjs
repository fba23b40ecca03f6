// Used by the bench: the built app in a real Chromium, from a cold cache. Prints one line of JSON.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CHROMIUM_ARGS, ensureBrowser } from '../scripts/browser.mjs';
import { root } from '../scripts/install.mjs';
import { serve } from '../scripts/serve.mjs';

const [set = ''] = process.argv.slice(2);
const app = join(root, 'dist', 'app');
if (!existsSync(join(app, 'index.html'))) {
  console.error('There is no built app. Run "npm run build" first.');
  process.exit(1);
}
const { chromium } = await import('playwright-core');
const server = await serve(app);
const browser = await chromium.launch({ executablePath: await ensureBrowser(), args: [...CHROMIUM_ARGS] });

/** @typedef {import('playwright-core').Page} Page */

/** Long tasks and answers to input are kept from the first moment on. */
async function fresh() {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US', reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.addInitScript(() => {
    const kept = { tasks: /** @type {number[]} */ ([]), ends: /** @type {number[]} */ ([]), inputs: /** @type {number[]} */ ([]) };
    Object.assign(globalThis, { kept });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        kept.tasks.push(entry.duration);
        kept.ends.push(entry.startTime + entry.duration);
      }
    }).observe({ type: 'longtask', buffered: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) kept.inputs.push(entry.duration);
    }).observe(/** @type {PerformanceObserverInit} */ ({ type: 'event', buffered: true, durationThreshold: 16 }));
  });
  return { context, page };
}

/** @param {Page} page @param {'tasks' | 'ends' | 'inputs'} what @returns {Promise<number[]>} */
const taken = (page, what) =>
  page.evaluate(
    (key) => /** @type {{ kept: Record<string, number[]> }} */ (/** @type {unknown} */ (globalThis)).kept[key]?.splice(0) ?? [],
    what,
  );

/** Milliseconds to the first button that can be pressed, and to the end of the last long task before half a second of rest. */
async function interactive() {
  const { context, page } = await fresh();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.goto(server.url);
  await page.getByRole('banner').waitFor();
  const shown = await page.evaluate(() => performance.now());
  let quietSince = shown;
  for (;;) {
    await page.waitForTimeout(500);
    const last = Math.max(0, ...(await taken(page, 'ends')));
    if (last <= quietSince) break;
    quietSince = last;
  }
  await context.close();
  return { shown, interactive: quietSince };
}

async function withInput() {
  const { context, page } = await fresh();
  await page.goto(server.url);
  await page.getByRole('banner').waitFor();
  const session = await context.newCDPSession(page);
  const data = { items: [], files: [set], dragOperationsMask: 1 };
  for (const type of /** @type {const} */ (['dragEnter', 'dragOver', 'drop']))
    await session.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data });
  const list = page.getByRole('navigation', { name: 'Chains' });
  await list.waitFor();
  await page.getByRole('tab', { name: 'All chains' }).click();
  await page.waitForTimeout(3000);
  await page.mouse.move(650, 500);
  await taken(page, 'tasks');
  const start = Date.now();
  for (let i = 0; Date.now() - start < 5000; i++) {
    const by = i % 80 < 40 ? 60 : -60;
    if (i % 40 >= 20) await page.keyboard.down('Control');
    await page.mouse.wheel(0, by);
    if (i % 40 >= 20) await page.keyboard.up('Control');
    await page.waitForTimeout(16);
  }
  const panning = await taken(page, 'tasks');
  await page.getByRole('tab', { name: 'Chain', exact: true }).click();
  await page.waitForTimeout(1500);
  /** @type {Record<string, number>} */
  const answers = {};
  /** @param {string} name @param {() => Promise<void>} act */
  const answered = async (name, act) => {
    await taken(page, 'inputs');
    await act();
    await page.waitForTimeout(1200);
    answers[name] = Math.max(0, ...(await taken(page, 'inputs')));
  };
  await answered('filter', () => page.getByRole('searchbox').first().pressSequentially('node-exporter', { delay: 30 }));
  await answered('select', () => list.getByRole('button', { name: 'node-exporter' }).first().click());
  await answered('toggle', () =>
    page.getByRole('radiogroup', { name: 'What the chain speaks' }).getByText('http', { exact: true }).click(),
  );
  await context.close();
  return { panning, answers };
}

console.log(JSON.stringify({ ...(await interactive()), ...(await withInput()) }));
await browser.close();
await server.close();
