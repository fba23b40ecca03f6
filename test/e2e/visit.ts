import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium } from 'playwright-core';
import { test as base, expect, inject } from 'vitest';
import { App } from './app.ts';

interface Fixtures {
  /**
   * Opens the app as somebody who was never here before; `hash` is what follows the address. `at`: another address of it;
   * `allowed`: requests and complaints that the test is about. `workers`: false for a browser that will not start any.
   */
  visit: (options?: BrowserContextOptions & { hash?: string; at?: string; allowed?: RegExp; workers?: boolean }) => Promise<App>;
  /** A folder on disk with these files, gone after the test. */
  folder: (files: Readonly<Record<string, string | Uint8Array>>) => string;
}

let browser: Promise<Browser> | null = null;

/** A test in a real Chromium. It fails on any console error or warning, any uncaught exception, and any request that leaves the app. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the parameter's pattern
  visit: async ({}, use) => {
    browser ??= chromium.connect(inject('browser'));
    const home = inject('url');
    const complaints: string[] = [];
    const closers: (() => Promise<void>)[] = [];
    await use(async ({ hash = '', at: url = home, allowed, workers = true, ...options } = {}) => {
      const complain = (text: string) => {
        if (!allowed?.test(text)) complaints.push(text);
      };
      const context = await ((await browser) as Browser).newContext({
        locale: 'en-US',
        viewport: { width: 1440, height: 900 },
        ...options,
      });
      closers.push(() => context.close());
      const page = await context.newPage();
      page.setDefaultTimeout(15_000);
      if (!workers) await page.addInitScript(() => Object.assign(globalThis, { Worker: undefined }));
      page.on('pageerror', (error) => complain(`uncaught: ${error.message}`));
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) complain(`console: ${message.text()}`);
      });
      page.on('request', (request) => {
        const to = request.url();
        if (!to.startsWith(url) && !/^(data|blob):/.test(to)) complain(`request to ${to}`);
      });
      await page.goto(`${url}${hash}`);
      // Loaded is not yet ready: nobody drops a file on a page that shows nothing.
      await page.getByRole('banner').waitFor();
      return new App(page);
    });
    for (const close of closers) await close();
    expect(complaints).toEqual([]);
  },
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the parameter's pattern
  folder: async ({}, use) => {
    const made: string[] = [];
    await use((files) => {
      const dir = mkdtempSync(join(tmpdir(), 'linkchain-e2e-'));
      made.push(dir);
      for (const [path, content] of Object.entries(files)) {
        mkdirSync(dirname(join(dir, path)), { recursive: true });
        writeFileSync(join(dir, path), content);
      }
      return dir;
    });
    for (const dir of made) rmSync(dir, { recursive: true, force: true });
  },
});
