import { isMap } from '../../objects/index.ts';
import { type JsonMap, readValue } from '../../yaml/index.ts';
import type { Context } from './context.ts';
import { made } from './rules.ts';
import { shardRulesIfNeeded } from './scrapeConfig.ts';
import { shardsOf } from './shards.ts';
import type { ScrapeJob } from './types.ts';

/**
 * `additionalScrapeConfigs`: what the Secret holds, with shard rules where there are several shards (promcfg.go
 * generateAdditionalScrapeConfigs). Empty when its text is not known, or no list.
 */
export function additionalJobs(c: Context): ScrapeJob[] {
  const selector = c.prometheus.map('additionalScrapeConfigs');
  const name = selector.text('name');
  const text = name ? c.world.value('Secret', c.home, name, selector.text('key') ?? '') : null;
  const read = text === null ? null : readValue(text).value;
  return Array.isArray(read) ? read.filter(isMap).map((config) => additionalJob(c, config)) : [];
}

function additionalJob(c: Context, given: JsonMap): ScrapeJob {
  const at = c.prometheus.atKey('additionalScrapeConfigs');
  const rulesOf = (key: string) => {
    const found = Object.hasOwn(given, key) ? given[key] : undefined;
    return Array.isArray(found) ? found.filter(isMap).map((rule) => made('additional', at, rule)) : [];
  };
  const own = rulesOf('relabel_configs');
  const relabelings = [...own, ...shardRulesIfNeeded(c, own)];
  const config: JsonMap = Object.fromEntries(Object.entries(given));
  if (shardsOf(c) > 1 && !c.daemonSet) {
    // As the operator rebuilds such a job: its rules come last.
    delete config['relabel_configs'];
    config['relabel_configs'] = relabelings.map((r) => r.rule);
  }
  const name = typeof given['job_name'] === 'string' ? given['job_name'] : '';
  return { name, object: null, index: null, config, relabelings, metricRelabelings: rulesOf('metric_relabel_configs') };
}
