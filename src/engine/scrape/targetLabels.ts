import { knownLabels } from './metaLabels.ts';
import { relabel } from './relabel.ts';
import { discoveryRole } from './resolve.ts';
import type { RawTarget, Resolution } from './types.ts';

/**
 * Labels of a target's series as far as manifests determine them, null where only the running cluster does; null for a
 * target that a rule drops, or a monitor without endpoints.
 */
export function targetLabels(
  resolution: Resolution,
  target: Omit<RawTarget, 'relabelled'>,
): { labels: Map<string, string | null>; certain: boolean } | null {
  const { monitor, endpoint, job } = resolution;
  if (!endpoint || !job) return null;
  const role = discoveryRole(resolution) === 'endpointslice' ? 'endpointslice' : 'endpoint';
  const start = knownLabels(monitor, endpoint, { ...target, role });
  if (target.asked) start.set('__address__', target.asked.text);
  const { droppedBy, unknown, labels: left } = relabel(job, start, target.workload === null);
  if (droppedBy !== null) return null;
  const labels = new Map([...left].filter(([, value]) => value !== ''));
  // Where no rule sets it, it is the address.
  if (!labels.has('instance')) labels.set('instance', target.asked?.text ?? null);
  return { labels, certain: unknown.length === 0 };
}
