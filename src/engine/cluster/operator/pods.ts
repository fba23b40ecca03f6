import type { Labels } from '../../objects/index.ts';
import type { Grouped } from '../group.ts';
import type { Workload } from '../types.ts';
import { mergeContainers } from './container.ts';
import { hasAppLabel } from './release.ts';
import { type Operated, type OperatorMade, versionOf } from './types.ts';

const SHARD = 'operator.prometheus.io/shard';
const NAME = 'app.kubernetes.io/name';
const VERSION = 'app.kubernetes.io/version';
const MAX_SHARDS = 64;

export const workloadId = (made: OperatorMade, cr: Operated): string => `StatefulSet/${cr.namespace}/${made.statefulSet(cr.name)}`;

/**
 * The pods of a custom resource. Shards differ in one label only, so the first shard's StatefulSet stands for all of
 * them. podMetadata may override the version label and nothing else the operator sets (domain.md d1, d2).
 */
export function generatePods(made: OperatorMade, cr: Operated, release: number | null): Grouped {
  const { spec } = cr;
  const own = made.labels(cr);
  const app = hasAppLabel(release) ? { app: own[NAME] ?? '' } : {};
  const podLabels: Labels = { [VERSION]: versionOf(cr, made.defaultVersion), ...spec.podLabels, ...app, ...own };
  const workload: Workload = {
    id: workloadId(made, cr),
    kind: 'StatefulSet',
    namespace: cr.namespace,
    name: made.statefulSet(cr.name),
    podLabels,
    labelAt: (key) =>
      Object.hasOwn(spec.podLabels, key) && spec.podLabels[key] === podLabels[key]
        ? cr.at(['spec', 'podMetadata', 'labels', key])
        : cr.at(['spec'], 'key'),
    pod: {
      hostNetwork: spec.hostNetwork,
      serviceAccountName: spec.serviceAccountName,
      automountToken: null,
      containers: mergeContainers(made.containers(cr), spec.containers),
      volumes: [],
      at: cr.at(['spec'], 'key'),
    },
    objects: [cr.id],
    generatedBy: cr.id,
  };
  return { workload, podLabels: shardLabels(podLabels, spec.shards), owner: null };
}

function shardLabels(labels: Labels, shards: number): Labels[] {
  if (!Object.hasOwn(labels, SHARD) || shards < 2) return [labels];
  return Array.from({ length: Math.min(shards, MAX_SHARDS) }, (_, i) => ({ ...labels, [SHARD]: String(i) }));
}
