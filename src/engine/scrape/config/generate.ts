import type { RawObject } from '../../ingest/index.ts';
import { additionalJobs } from './additional.ts';
import { type Context, contextOf, specOf } from './context.ts';
import { podMonitorJob } from './podMonitor.ts';
import { probeJob } from './probe.ts';
import { scrapeConfigJob } from './scrapeConfig.ts';
import { serviceMonitorJob } from './serviceMonitor.ts';
import type { ConfigObject, OperatorWorld, ScrapeJob } from './types.ts';

/** The lists of endpoints, where a kind has one. */
const ENDPOINTS: Readonly<Record<string, string>> = { ServiceMonitor: 'endpoints', PodMonitor: 'podMetricsEndpoints' };

/** The job the operator writes for one endpoint, or for an object without endpoints. `index` only counts where there are some. */
export function generateJob(prometheus: RawObject, object: ConfigObject, index: number | null, world: OperatorWorld): ScrapeJob {
  return jobOf(contextOf(prometheus, world), object, index ?? 0);
}

function jobOf(c: Context, object: ConfigObject, index: number): ScrapeJob {
  switch (object.kind) {
    case 'PodMonitor':
      return podMonitorJob(c, object, index);
    case 'Probe':
      return probeJob(c, object);
    case 'ScrapeConfig':
      return scrapeConfigJob(c, object);
    default:
      return serviceMonitorJob(c, object, index);
  }
}

/** Every job of a Prometheus object for these objects, in the operator's order (domain.md a4); selection is not asked again. */
export function generateScrapeConfig(prometheus: RawObject, objects: readonly ConfigObject[], world: OperatorWorld): ScrapeJob[] {
  const c = contextOf(prometheus, world);
  const jobs = (kind: string): ScrapeJob[] =>
    objects
      .filter((o) => o.kind === kind)
      .sort(byKey)
      .flatMap((o) => jobsOf(c, o));
  if (!c.isAgent) return [...['ServiceMonitor', 'PodMonitor', 'Probe', 'ScrapeConfig'].flatMap(jobs), ...additionalJobs(c)];
  const others = c.daemonSet ? [] : ['ServiceMonitor', 'Probe', 'ScrapeConfig'].flatMap(jobs);
  return [...jobs('PodMonitor'), ...additionalJobs(c), ...others];
}

function jobsOf(c: Context, object: ConfigObject): ScrapeJob[] {
  const list = Object.hasOwn(ENDPOINTS, object.kind) ? ENDPOINTS[object.kind] : undefined;
  if (list === undefined) return [jobOf(c, object, 0)];
  return specOf(object)
    .list(list)
    .map((endpoint) => jobOf(c, object, endpoint.index));
}

function byKey(a: ConfigObject, b: ConfigObject): number {
  const [x, y] = [`${a.namespace}/${a.name}`, `${b.namespace}/${b.name}`];
  return x < y ? -1 : x > y ? 1 : 0;
}
