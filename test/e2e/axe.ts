import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Every rule, with the one of WCAG 2.2 that axe leaves out unless it is asked for. */
const OPTIONS: RunOptions = { rules: { 'target-size': { enabled: true } } };

/**
 * Boxes, rows and edges of a picture may be small, or lie half under its edge, as it is moved and zoomed: WCAG 2.5.8 lets them
 * where the same is had elsewhere on the page, and each is had from the story, the details and the search.
 */
const ofPicture = (html: string): boolean => html.includes('data-stop=');

/** What the page as it stands violates of WCAG 2.2 A and AA, and whatever else axe calls serious or critical, as `rule: element`. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found = await page.evaluate(
    (options) => (globalThis as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }).axe.run(options),
    OPTIONS,
  );
  return found.violations
    .filter(({ tags, impact }) => tags.some((tag) => /^wcag2\d?aa?$/.test(tag)) || impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes
        .filter(({ html }) => !(id === 'target-size' && ofPicture(html)))
        .map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)}\n${failureSummary}`),
    );
}
