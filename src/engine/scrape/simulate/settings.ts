import type { RawObject } from '../../ingest/index.ts';
import { fieldsOf } from '../../objects/index.ts';
import { atLeast, DEFAULT_PROMETHEUS, parseVersion } from '../version.ts';
import { durationText, parseDuration } from './duration.ts';

/** What of the Prometheus object itself reaches every target. */
export interface Settings {
  /** `scrape_interval` and `scrape_timeout` of `global`, as Prometheus writes durations. */
  interval: string;
  timeout: string;
  /** Prometheus 2 gives an address without a port that of its scheme. */
  defaultPort: boolean;
  /** Rules cannot make label names beyond ASCII letters, digits and `_`: Prometheus 2, or 3 when told so. */
  legacyNames: boolean;
}

/** The settings of an object; what the CRD, the operator and Prometheus take where it is silent. */
export function settingsOf(prometheus: RawObject | null): Settings {
  const spec = prometheus === null ? null : fieldsOf(prometheus, []).map('spec');
  const version = parseVersion(spec?.text('version') || DEFAULT_PROMETHEUS);
  const interval = parseDuration(spec?.text('scrapeInterval') ?? '') || 30_000;
  const timeout = parseDuration(spec?.text('scrapeTimeout') ?? '') || Math.min(10_000, interval);
  const isTwo = version !== null && !atLeast({ ...version, pre: '' }, '3.0.0');
  return {
    interval: durationText(interval),
    timeout: durationText(timeout),
    defaultPort: isTwo,
    legacyNames: isTwo || spec?.text('nameValidationScheme') === 'Legacy',
  };
}
