import type { Cluster } from '../cluster/index.ts';
import { lazily } from '../lazy/index.ts';
import type { Monitor, PrometheusObject } from '../objects/index.ts';
import type { FieldVerdict, ValidationWorld } from './validate/index.ts';
import type { Verdict } from './verdict.ts';

/** Large, and needed only where a Prometheus takes something up. */
const validation = lazily(() => import('./validate/index.ts'));

interface Known {
  world: ValidationWorld;
  verdicts: Map<string, Verdict>;
}
const known = new WeakMap<Cluster, Known>();

function knownOf(cluster: Cluster): Known {
  let of = known.get(cluster);
  if (!of) {
    const value = validation().contentsOf(cluster.ingested.objects);
    of = { world: { release: cluster.operator.release, closed: false, value }, verdicts: new Map() };
    known.set(cluster, of);
  }
  return of;
}

/** What the operator makes of a Prometheus itself: refused, it gets no new configuration whatever it selects. */
export const ownVerdict = (cluster: Cluster, prometheus: PrometheusObject): Verdict =>
  validation().validatePrometheus(prometheus.raw, knownOf(cluster).world);

/** What the operator makes of an object that a Prometheus selects. What is not in the input is unknown, never missing. */
export function verdictOf(cluster: Cluster, prometheus: PrometheusObject, monitor: Monitor): Verdict {
  const { validate } = validation();
  const of = knownOf(cluster);
  const key = `${prometheus.id} ${monitor.id}`;
  const verdict = of.verdicts.get(key) ?? validate(prometheus.raw, monitor.raw, of.world);
  of.verdicts.set(key, verdict);
  return verdict;
}

/**
 * Values that the CRDs of the followed operator refuse: an enum, a pattern, a range. A field that is missing altogether may
 * be in a part of the object that the input does not show.
 */
export const refusedFields = (cluster: Cluster, monitor: Monitor): FieldVerdict[] =>
  validation()
    .schemaProblems(monitor.raw, cluster.operator.release)
    .filter(({ code }) => code !== 'schema-required' && code !== 'schema-field-too-new');
