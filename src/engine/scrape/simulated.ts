import type { Cluster } from '../cluster/index.ts';
import type { RawObject } from '../ingest/index.ts';
import { lazily } from '../lazy/index.ts';
import type { JsonMap } from '../yaml/index.ts';
import type { JobTargets, Settings, SimulateOptions } from './simulate/index.ts';

const simulation = lazily(() => import('./simulate/index.ts'));

/** What Prometheus would make of one scrape configuration; loaded when somebody asks for targets. */
export const simulate = (cluster: Cluster, config: JsonMap, options: SimulateOptions): JobTargets =>
  simulation().simulate(cluster, config, options);

/** What a Prometheus object says about all its targets. */
export const settingsOf = (prometheus: RawObject | null): Settings => simulation().settingsOf(prometheus);
