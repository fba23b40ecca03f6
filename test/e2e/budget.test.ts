import { gzipSync } from 'node:zlib';
import { describe, expect, inject } from 'vitest';
import { test } from './visit.ts';

/** Kilobytes as the budget counts them. */
const LIMIT = 300_000;

/** Scripts with all that they import, however deep. */
async function withImports(files: readonly string[], seen = new Set<string>()): Promise<Set<string>> {
  for (const file of files) {
    if (seen.has(file)) continue;
    seen.add(file);
    const text = await (await fetch(file)).text();
    const imports = text.matchAll(/(?:\bfrom|\bimport)\s*\(?["'`]\.\/([^"'`]+\.js)["'`]/g);
    await withImports(
      [...imports].map(([, name = '']) => new URL(name, file).href),
      seen,
    );
  }
  return seen;
}

describe('budget', () => {
  test('the first screen loads at most 300 kB of script and style, gzipped', async ({ visit }) => {
    const app = await visit();
    await app.welcome().waitFor();
    await app.page.waitForLoadState('networkidle');
    // What the page itself asked for: the worker, which starts while it is idle, loads its own.
    const loaded = await app.page.evaluate(() => performance.getEntriesByType('resource').map((entry) => entry.name));
    const workers = await withImports(loaded.filter((name) => /worker[^/]*\.js$/.test(name)));
    const files = loaded.filter((name) => /\.(js|css)$/.test(name) && !workers.has(name));
    expect(files.length).toBeGreaterThan(1);
    const sizes = await Promise.all(files.map(async (file) => gzipSync(await (await fetch(file)).text(), { level: 9 }).length));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(LIMIT);
    for (const file of files) expect(file.startsWith(inject('url'))).toBe(true);
  });
});
