import type { Fields } from '../../objects/index.ts';
import type { Context } from './context.ts';
import { text } from './values.ts';

/** The scrape class of an object: the one it names, else the default one (promcfg.go getScrapeClassOrDefault). */
export function scrapeClassOf(c: Context, spec: Fields): Fields | null {
  if (c.world.release < 72) return null;
  const classes = c.prometheus.list('scrapeClasses');
  const wanted = spec.text('scrapeClass');
  // Of several classes with one name the last stands, as in a Go map.
  const named = wanted === null ? undefined : classes.findLast((one) => one.text('name') === wanted);
  const found = named ?? classes.find((one) => one.bool('default') === true);
  return found ?? null;
}

/** Parts of a scrape class that came later than the class itself. */
const SINCE = { relabelings: 73, metricRelabelings: 75, attachMetadata: 76, authorization: 80, fallbackScrapeProtocol: 80 } as const;

/** True where the operator already looks at this part of a class, and the class has it. */
export const classHas = (c: Context, scrapeClass: Fields | null, part: keyof typeof SINCE): scrapeClass is Fields =>
  scrapeClass !== null && c.world.release >= SINCE[part] && scrapeClass.has(part);

/** `fallbackScrapeProtocol` of the object, or of its class. */
export const fallbackProtocol = (c: Context, spec: Fields, scrapeClass: Fields | null): string | undefined =>
  text(spec, 'fallbackScrapeProtocol') ??
  (classHas(c, scrapeClass, 'fallbackScrapeProtocol') ? text(scrapeClass, 'fallbackScrapeProtocol') : undefined);
