import type { Cluster } from '../cluster/index.ts';
import { lazily } from '../lazy/index.ts';
import type { JsonMap } from '../yaml/index.ts';
import type { JobTargets, SimulateOptions } from './simulate/index.ts';

const simulation = lazily(() => import('./simulate/index.ts'));

/** What Prometheus would make of one scrape configuration; loaded when somebody asks for targets. */
export const simulate = (cluster: Cluster, config: JsonMap, options: SimulateOptions): JobTargets =>
  simulation().simulate(cluster, config, options);
