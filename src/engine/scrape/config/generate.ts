import type { RawObject } from '../../ingest/index.ts';
import type { Fields } from '../../objects/index.ts';
import { additionalJobs } from './additional.ts';
import { type Context, contextOf, specOf } from './context.ts';
import { podMonitorJob } from './podMonitor.ts';
import { probeJob } from './probe.ts';
import { scrapeConfigJob } from './scrapeConfig.ts';
import { serviceMonitorJob } from './serviceMonitor.ts';
import type { ConfigObject, OperatorWorld, ScrapeJob } from './types.ts';

/**
 * The job the operator writes for one endpoint of a monitor, or for a Probe or ScrapeConfig, which have none. Null where there is no such
 * endpoint.
 */
export function generateJob(prometheus: RawObject, object: ConfigObject, index: number | null, world: OperatorWorld): ScrapeJob | null {
  const jobs = makersOf(contextOf(prometheus, world), object);
  return jobs.find((one) => one.index === index)?.make() ?? null;
}

interface Maker {
  index: number | null;
  make(): ScrapeJob;
}

function makersOf(c: Context, object: ConfigObject): Maker[] {
  const each = (list: string, job: (c: Context, object: ConfigObject, endpoint: Fields) => ScrapeJob): Maker[] =>
    specOf(object)
      .list(list)
      .map((endpoint) => ({ index: endpoint.index, make: () => job(c, object, endpoint) }));
  switch (object.kind) {
    case 'ServiceMonitor':
      return each('endpoints', serviceMonitorJob);
    case 'PodMonitor':
      return each('podMetricsEndpoints', podMonitorJob);
    case 'Probe':
      return [{ index: null, make: () => probeJob(c, object) }];
    case 'ScrapeConfig':
      return [{ index: null, make: () => scrapeConfigJob(c, object) }];
    default:
      return [];
  }
}

/** Every job of a Prometheus object for these objects, in the operator's order (domain.md a4); selection is not asked again. */
export function generateScrapeConfig(prometheus: RawObject, objects: readonly ConfigObject[], world: OperatorWorld): ScrapeJob[] {
  const c = contextOf(prometheus, world);
  const jobs = (kind: string): ScrapeJob[] =>
    objects
      .filter((o) => o.kind === kind)
      .sort(byKey)
      .flatMap((o) => makersOf(c, o).map((one) => one.make()));
  if (!c.isAgent) return [...['ServiceMonitor', 'PodMonitor', 'Probe', 'ScrapeConfig'].flatMap(jobs), ...additionalJobs(c)];
  const others = c.daemonSet ? [] : ['ServiceMonitor', 'Probe', 'ScrapeConfig'].flatMap(jobs);
  return [...jobs('PodMonitor'), ...additionalJobs(c), ...others];
}

function byKey(a: ConfigObject, b: ConfigObject): number {
  const [x, y] = [`${a.namespace}/${a.name}`, `${b.namespace}/${b.name}`];
  return x < y ? -1 : x > y ? 1 : 0;
}
