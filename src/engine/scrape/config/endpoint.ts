import type { Fields } from '../../objects/index.ts';
import type { JsonMap } from '../../yaml/index.ts';
import type { Context } from './context.ts';
import { addClientSwitches } from './http.ts';
import { addHonorTimestamps, addStaleness, honorLabels, schemeOf } from './job.ts';
import { addBodySizeLimit, addHistograms, addLimits, addScrapeProtocols } from './limits.ts';
import { fallbackProtocol } from './scrapeClass.ts';
import { asTexts, put, sortedMap, text } from './values.ts';

// What endpoints of ServiceMonitors and PodMonitors say alike, in the operator's order.

/** Whose labels and timestamps count. */
export function addHonoring(c: Context, endpoint: Fields, out: JsonMap): void {
  out['honor_labels'] = honorLabels(c, endpoint);
  addHonorTimestamps(c, endpoint.bool('honorTimestamps'), out);
  addStaleness(c, endpoint, out);
}

/** When and what is asked for. */
export function addRequest(c: Context, endpoint: Fields, out: JsonMap): void {
  put(out, 'scrape_interval', text(endpoint, 'interval'));
  put(out, 'scrape_timeout', text(endpoint, 'scrapeTimeout'));
  put(out, 'metrics_path', text(endpoint, 'path'));
  put(out, 'params', sortedMap(endpoint, 'params', asTexts));
  put(out, 'scheme', schemeOf(c, endpoint));
  addClientSwitches(c, endpoint, out);
}

/** How much may come, and in which form; the whole monitor's. */
export function addBounds(c: Context, spec: Fields, scrapeClass: Fields | null, out: JsonMap): void {
  addLimits(c, spec, out);
  addHistograms(c, spec, out);
  addScrapeProtocols(c, spec, fallbackProtocol(c, spec, scrapeClass), out);
  addBodySizeLimit(c, spec, out);
}
