import type { Labels } from '../objects/index.ts';
import { knownLabels, sanitize } from './metaLabels.ts';
import { type KnownLabels, relabelled } from './relabel.ts';
import { discoveryRole } from './resolve.ts';
import type { RawTarget, Resolution } from './types.ts';

/**
 * Labels of a target's series as far as manifests determine them, null where only the running cluster does; null for a
 * target that a rule drops. `podTargetLabels` are those of the Prometheus (domain.md b.I 5-10).
 */
export function targetLabels(
  resolution: Resolution,
  target: Omit<RawTarget, 'relabelled'>,
  podTargetLabels: readonly string[] = [],
): { labels: KnownLabels; certain: boolean } | null {
  const { monitor, endpoint } = resolution;
  if (!endpoint) return null;
  const slices = discoveryRole(monitor, resolution.selections) === 'EndpointSlice';
  const start = knownLabels(monitor, endpoint, { ...target, role: slices ? 'endpointslice' : 'endpoint' });
  const { service, workload } = target;
  const copy = (keys: readonly string[], from: Labels | null): void => {
    for (const key of keys) {
      const value = from === null ? null : Object.hasOwn(from, key) ? from[key] : undefined;
      const name = sanitize(key);
      // The rules for `job` and `endpoint` come later and win.
      if (value !== undefined && value !== '' && name !== 'job' && !(name === 'endpoint' && start.has('endpoint'))) start.set(name, value);
    }
  };
  if (service) copy(monitor.targetLabels, service.service.labels);
  copy([...monitor.podTargetLabels, ...podTargetLabels], workload?.podLabels ?? null);
  const { labels, droppedBy, unknown } = relabelled(endpoint.relabelings, start, workload === null);
  if (droppedBy !== null) return null;
  if (labels.get('instance') === undefined || labels.get('instance') === '') labels.set('instance', null);
  for (const [name, value] of [...labels]) if (name.startsWith('__') || value === '') labels.delete(name);
  return { labels, certain: !unknown };
}
