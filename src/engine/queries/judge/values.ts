import { demands, satisfies } from '../promql/matchers.ts';
import type { Matcher } from '../promql/types.ts';
import type { ChainLabels, Tri } from '../types.ts';
import { TARGET_LABELS } from '../world/labels.ts';
import { rewrites } from '../world/rewrites.ts';

/** Series Prometheus writes about a scrape itself: they bear the target's labels, whatever it exposes (Prometheus scrape/scrape.go). */
const REPORTED =
  /^(?:up|scrape_(?:duration_seconds|samples_scraped|samples_post_metric_relabeling|series_added|timeout_seconds|sample_limit|body_size_bytes))$/;
const STANDARD = new Set(TARGET_LABELS);

/** `open`: the series may bring the label itself, so a matcher on it says nothing about the target. null: known at run time only. */
type Value = { known: string } | 'open' | null;

function labelOf(entry: ChainLabels, label: string, metric: string | null): Value {
  const value = entry.labels.get(label);
  if (entry.enforced === label && typeof value === 'string') return { known: value };
  const reported = metric !== null && REPORTED.test(metric);
  if (!reported) {
    if (rewrites(entry.rewritten, label)) return null;
    const origin = label === 'job' || label === 'instance';
    if (entry.honorLabels && origin && entry.foreign) return null;
    if (entry.honorLabels && !origin && label !== 'metrics_path') return 'open';
  }
  if (value !== undefined) return value === null ? null : { known: value };
  if (!entry.certain) return null;
  return label === 'metrics_path' || (reported && STANDARD.has(label)) ? { known: '' } : 'open';
}

/** Whether a matcher picks out some sources: it asks for the label and is not content with any value. */
export const pins = (m: Matcher): boolean => !m.variable && m.label !== '__name__' && demands(m) && !anyValue(m);
const anyValue = (m: Matcher): boolean => m.op === '!=' || m.op === '!~' || (m.op === '=~' && (m.value === '.+' || m.value === '.*'));

/** Whether metric relabelings of the target leave nothing of a metric. */
export const dropsMetric = (entry: ChainLabels, metric: string | null): boolean =>
  metric !== null &&
  !REPORTED.test(metric) &&
  entry.filters.some(({ action, regex }) => satisfies({ op: '=~', value: regex }, metric) === (action === 'drop'));

/** Whether the series of one target can satisfy all matchers. `yes` needs one that picks it out by a known label. */
export function holds(entry: ChainLabels, metric: string | null, matchers: readonly Matcher[]): Tri {
  let picked = false;
  let unknown = !entry.certain;
  for (const m of matchers) {
    if (m.variable || m.label === '__name__') continue;
    const value = labelOf(entry, m.label, metric);
    if (value === 'open') continue;
    if (value === null) {
      if (pins(m)) unknown = true;
      continue;
    }
    if (!satisfies(m, value.known)) return 'no';
    if (pins(m)) picked = true;
  }
  return !unknown && picked ? 'yes' : 'unknown';
}
