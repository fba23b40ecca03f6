import type { Cluster } from '../cluster/index.ts';
import type { MonitorEndpoint } from '../objects/index.ts';
import type { Json, JsonMap } from '../yaml/index.ts';
import type { ScrapeJob } from './config/index.ts';
import { declaring } from './podPorts.ts';
import type { TargetStory } from './simulate/index.ts';
import { simulate } from './simulated.ts';
import type { RawTarget, Resolution } from './types.ts';

type Found = Pick<Resolution, 'services' | 'pods' | 'targets' | 'misses' | 'skipped' | 'elsewhere'>;

/** Targets beyond these say nothing new about who answers; the exact list is the simulation's. */
const MOST = 200;

/**
 * A ScrapeConfig's Kubernetes discovery finds whatever its role lists, and its relabelings choose: nothing but running them
 * tells. What only a running cluster knows stays unknown.
 */
export function discoverSimulated(cluster: Cluster, endpoint: MonitorEndpoint, job: ScrapeJob, ownNamespace: string): Found {
  const all = job.config['kubernetes_sd_configs'];
  const own = Array.isArray(all) ? all[Number(endpoint.path.at(-1))] : undefined;
  const config: JsonMap = { ...job.config, kubernetes_sd_configs: own === undefined ? [] : [own], static_configs: [] };
  const { kept, droppedStories, discovered } = simulate(cluster, config, { shard: 0, ownNamespace, symbolic: true });
  const found: Found = { services: [], pods: [], targets: [], misses: [], skipped: [], elsewhere: null };
  if (discovered === 0) found.misses.push({ code: 'no-workload', service: null, workload: null, asked: null });
  const stories = kept.length > 0 ? kept : droppedStories;
  const targets = new Map(stories.map((story) => [keyOf(story), story]));
  found.targets = [...targets.values()].slice(0, MOST).map((story) => targetOf(story, job));
  return found;
}

const META = '__meta_kubernetes_';
const portNameOf = ({ labels }: TargetStory): string | null =>
  labels.get(`${META}endpointslice_port_name`) ?? labels.get(`${META}endpoint_port_name`) ?? labels.get(`${META}service_port_name`) ?? null;

/** Pods of one template are one target here. */
const keyOf = (t: TargetStory): string =>
  JSON.stringify([t.service?.service.id, t.pod?.workload.id, t.port, t.pod === null ? t.address : '', portNameOf(t), t.droppedBy]);

function targetOf(story: TargetStory, job: ScrapeJob): RawTarget {
  const { service, pod, port } = story;
  const name = portNameOf(story);
  const servicePort = name === null ? null : (service?.service.ports.find((p) => p.name === name) ?? null);
  return {
    service,
    servicePort,
    workload: pod?.workload ?? null,
    number: port ?? 0,
    protocol: 'TCP',
    declared: pod && port !== null ? declaring(pod.workload, port) : null,
    asked: null,
    relabelled: {
      droppedBy: story.droppedBy === null ? null : (job.relabelings[story.droppedBy] ?? null),
      unknown: story.unknown.flatMap((index) => job.relabelings[index] ?? []),
      rewrites: new Set(job.relabelings.map(({ rule }) => targetLabel(rule['target_label'])).filter((label) => REWRITES.has(label))),
      scheme: story.scheme || null,
      job: story.final.get('job') ?? null,
      labels: story.final,
    },
  };
}

/** Writing the port of a pod into the address is what such rules are for; a scheme or path is followed. */
const REWRITES = new Set(['__scheme__', '__metrics_path__']);
const targetLabel = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
