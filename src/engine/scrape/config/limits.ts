import type { Fields } from '../../objects/index.ts';
import type { JsonMap } from '../../yaml/index.ts';
import { type Context, isAtLeast } from './context.ts';
import { put, quantity, scalar, text, texts } from './values.ts';

const LIMITS = [
  ['sampleLimit', 'sample_limit', null],
  ['targetLimit', 'target_limit', '2.21.0'],
  ['labelLimit', 'label_limit', '2.27.0'],
  ['labelNameLengthLimit', 'label_name_length_limit', '2.27.0'],
  ['labelValueLengthLimit', 'label_value_length_limit', '2.27.0'],
  ['keepDroppedTargets', 'keep_dropped_targets', '2.47.0'],
] as const;

/** All limits of an object, held below what the Prometheus object enforces (promcfg.go AddLimitsToYAML). */
export function addLimits(c: Context, spec: Fields, out: JsonMap): void {
  for (const [field, name, since] of LIMITS) {
    const enforced = `enforced${field.charAt(0).toUpperCase()}${field.slice(1)}`;
    const limit = lower(c, spec.int(field), c.prometheus.int(enforced));
    if (since === null || c.since(since)) put(out, name, limit);
  }
}

/** Zero means no limit. Since 2.45 an enforced limit stands in the global section, and need not be said again. */
function lower(c: Context, own: number | null, enforced: number | null): number | null {
  if (!enforced) return own;
  if (!own) return isAtLeast(c, '2.45.0') ? null : enforced;
  return enforced > own ? own : enforced;
}

/** `own`: the kind has a `bodySizeLimit` (a Probe has none). */
export function addBodySizeLimit(c: Context, spec: Fields | null, out: JsonMap): void {
  const enforced = text(c.prometheus, 'enforcedBodySizeLimit');
  const own = spec ? text(spec, 'bodySizeLimit') : undefined;
  const limit = own && enforced ? (bytes(own) > bytes(enforced) ? enforced : own) : (own ?? enforced);
  if (c.since('2.28.0')) put(out, 'body_size_limit', limit);
}

/** `512MB` and `512MiB` are the same (alecthomas/units ParseBase2Bytes); what is neither counts as 0, as there. */
function bytes(size: string): number {
  const form = /(\d+(?:\.\d*)?|\.\d+)([KMGTPE]?)i?B/g;
  if (size.replace(form, '') !== '') return 0;
  return [...size.matchAll(form)].reduce((sum, [, digits, unit]) => sum + Number(digits) * 1024 ** ' KMGTPE'.indexOf(unit || ' '), 0);
}

/** Native histogram settings (promcfg.go addNativeHistogramConfig). */
export function addHistograms(c: Context, spec: Fields, out: JsonMap): void {
  if (c.since('3.8.0')) put(out, 'scrape_native_histograms', scalar(spec, 'scrapeNativeHistograms'));
  if (c.since('2.45.0')) put(out, 'native_histogram_bucket_limit', scalar(spec, 'nativeHistogramBucketLimit'));
  if (c.since('2.50.0')) put(out, 'native_histogram_min_bucket_factor', quantity(spec.raw('nativeHistogramMinBucketFactor')));
  const classic = scalar(spec, 'scrapeClassicHistograms');
  if (c.version.numbers[0] === 3) put(out, 'always_scrape_classic_histograms', classic);
  else if (c.since('2.45.0')) put(out, 'scrape_classic_histograms', classic);
  if (c.since('3.0.0')) put(out, 'convert_classic_histograms_to_nhcb', scalar(spec, 'convertClassicHistogramsToNHCB'));
}

export function addScrapeProtocols(c: Context, spec: Fields, fallback: string | undefined, out: JsonMap): void {
  const wanted = texts(spec, 'scrapeProtocols');
  const understood = wanted.filter((protocol) => protocol !== 'PrometheusText1.0.0' || c.since('3.0.0-rc.0'));
  if (wanted.length > 0 && c.since('2.49.0')) out['scrape_protocols'] = understood;
  if (c.since('3.0.0')) put(out, 'fallback_scrape_protocol', fallback);
}
