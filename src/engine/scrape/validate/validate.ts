import type { RawObject } from '../../ingest/index.ts';
import type { Fields } from '../../objects/index.ts';
import type { Verdict } from '../verdict.ts';
import { type Judge, judged } from './judge.ts';
import { podMonitor, serviceMonitor } from './kinds/monitor.ts';
import { probe } from './kinds/probe.ts';
import { prometheusRule } from './kinds/prometheusRule.ts';
import { scrapeConfig } from './kinds/scrapeConfig.ts';
import { viewOf } from './prometheusView.ts';
import type { ValidationWorld } from './types.ts';

/** What the operator checks of each kind it selects. */
const CHECKS = new Map<string, (object: Fields, judge: Judge) => void>([
  ['ServiceMonitor', serviceMonitor],
  ['PodMonitor', podMonitor],
  ['Probe', probe],
  ['ScrapeConfig', scrapeConfig],
  ['PrometheusRule', prometheusRule],
]);

/**
 * What the operator makes of an object that a Prometheus selects. One bad endpoint rejects the whole object (domain: it is
 * skipped, with an event). Never throws, except that patterns may need `withParts`. Other kinds are accepted.
 */
export function validate(prometheus: RawObject, object: RawObject, world: ValidationWorld): Verdict {
  const check = CHECKS.get(object.kind);
  return check ? judged(object, viewOf(prometheus), world, check) : { state: 'accepted' };
}
