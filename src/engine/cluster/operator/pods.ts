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

/** An agent may run once a node (feature gate PrometheusAgentDaemonSet). */
const controllerOf = (cr: Operated): string => (cr.kind === 'PrometheusAgent' && cr.spec.daemonSet ? 'DaemonSet' : 'StatefulSet');

export const workloadId = (made: OperatorMade, cr: Operated): string => `${controllerOf(cr)}/${cr.namespace}/${made.statefulSet(cr.name)}`;

/**
 * The pods of a custom resource. Shards differ in one label only, so the first shard's StatefulSet stands for all of
 * them. podMetadata may override the version label and nothing else the operator sets (domain.md d1, d2).
 */
export function generatePods(made: OperatorMade, cr: Operated, release: number): Grouped {
  const { spec } = cr;
  const { [SHARD]: shard, ...fixed } = made.labels(cr);
  const own: Labels = shard === undefined || controllerOf(cr) === 'DaemonSet' ? fixed : { ...fixed, [SHARD]: shard };
  const app = hasAppLabel(release) ? { app: own[NAME] ?? '' } : {};
  const podLabels: Labels = { [VERSION]: versionOf(cr, made.defaultVersion), ...spec.podLabels, ...app, ...own };
  const workload: Workload = {
    id: workloadId(made, cr),
    kind: controllerOf(cr),
    namespace: cr.namespace,
    name: made.statefulSet(cr.name),
    podLabels,
    podAnnotations: spec.podAnnotations,
    live: [],
    families: shardFamilies(made.statefulSet(cr.name), podLabels, spec.shards),
    replicas: spec.replicas,
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
  return { workload, podLabels: workload.families.map((f) => f.labels), owner: null };
}

/** The first shard has the plain name, the others say their number (prometheus-operator pkg/prometheus/server/operator.go). */
function shardFamilies(name: string, labels: Labels, shards: number): Workload['families'] {
  if (!Object.hasOwn(labels, SHARD) || shards < 2) return [{ name, labels }];
  return Array.from({ length: Math.min(shards, MAX_SHARDS) }, (_, i) => ({
    name: i === 0 ? name : `${name}-shard-${i}`,
    labels: { ...labels, [SHARD]: String(i) },
  }));
}
