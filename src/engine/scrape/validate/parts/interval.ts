import type { Fields } from '../../../objects/index.ts';
import type { Judge } from '../judge.ts';
import { parseDuration } from '../text/duration.ts';

/** Only a given timeout is compared (promcfg.go CompareScrapeTimeoutToScrapeInterval). */
export function timeoutWithinInterval(parent: Fields, judge: Judge, intervalField = 'interval'): void {
  const timeout = parent.str('scrapeTimeout') ?? '';
  if (timeout === '') return;
  const own = parent.str(intervalField) || null;
  const interval = own ?? judge.prometheus.scrapeInterval;
  const [longest, asked] = [parseDuration(interval), parseDuration(timeout)];
  if (longest === null) judge.reject(parent, own === null ? 'scrapeTimeout' : intervalField, 'duration-invalid', { value: interval });
  else if (asked === null) judge.reject(parent, 'scrapeTimeout', 'duration-invalid', { value: timeout });
  else if (asked > longest) judge.reject(parent, 'scrapeTimeout', 'timeout-over-interval', { timeout, interval });
}
