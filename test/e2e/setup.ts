import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { CHROMIUM_ARGS, ensureBrowser } from '../../scripts/browser.mjs';
import { root } from '../../scripts/install.mjs';
import { serve } from '../../scripts/serve.mjs';

declare module 'vitest' {
  export interface ProvidedContext {
    url: string;
    browser: string;
  }
}

/** The built app behind the server of `npm start`, and one Chromium for all files. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const app = join(root, 'dist', 'app');
  if (!existsSync(join(app, 'index.html'))) throw new Error('The end-to-end tests use the built app. Run "npm run build" first.');
  const executablePath = await ensureBrowser();
  const server = await serve(app);
  const browser = await chromium.launchServer({ executablePath, args: [...CHROMIUM_ARGS] });
  project.provide('url', server.url);
  project.provide('browser', browser.wsEndpoint());
  return async () => {
    await browser.close();
    await server.close();
  };
}
