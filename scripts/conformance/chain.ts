import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildCluster, type Cluster } from '../../src/engine/cluster/index.ts';
import { ingest } from '../../src/engine/ingest/index.ts';
import type { Monitor, PrometheusObject } from '../../src/engine/objects/index.ts';
import {
  generateScrapeConfig,
  type JobTargets,
  type ScrapeJob,
  selectedBy,
  simulate,
  type TargetStory,
  worldOf,
} from '../../src/engine/scrape/index.ts';
import { validate } from '../../src/engine/scrape/validate/index.ts';
import type { JsonMap } from '../../src/engine/yaml/index.ts';
import { readValue } from '../../src/engine/yaml/index.ts';
import { firstDifference } from './compare.ts';
import { closedWorld } from './selection.ts';
import type { Difference } from './types.ts';

interface ExpectedJob {
  job: string;
  role?: string;
  namespaces?: string[];
  discovered: number;
  dropped: number;
  duplicates?: number;
  targets: Record<string, unknown>[];
}
interface Expected {
  prometheus: string;
  selection: { kind: string; object: string; status: string }[];
  jobs: ExpectedJob[];
}

/** A case of `conformance/chain`: from manifests to final targets, as the real operator and the real Prometheus answered. */
export function compareChain(folder: string): Difference[] {
  const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
  const text = read('input.yaml');
  const expected = readValue(read('expected.yaml')).value as unknown as Expected[];
  const cluster = asRecorded(buildCluster(ingest([{ path: 'input.yaml', text }], { defaultNamespace: 'default', eager: () => true })));
  return expected.flatMap((one) => {
    const prometheus = cluster.prometheuses.find((p) => `${p.namespace}/${p.name}` === one.prometheus);
    if (!prometheus) return [{ chain: one.prometheus, field: 'prometheus', expected: one.prometheus, got: null }];
    return [...compareSelection(cluster, prometheus, one), ...compareJobs(cluster, prometheus, one)];
  });
}

/** The recorded runs know neither the kubelet's Service nor what clusters bring along, and say which operator it was. */
const asRecorded = (cluster: Cluster): Cluster => {
  const services = cluster.services.filter((s) => !s.external);
  return { ...cluster, services, servicesIn: (namespace) => services.filter((s) => s.service.namespace === namespace) };
};

function compareSelection(cluster: Cluster, prometheus: PrometheusObject, { selection }: Expected): Difference[] {
  const taken = verdictsOf(cluster, prometheus);
  return selection.flatMap(({ kind, object, status }) => {
    const monitor = cluster.monitors.find((m) => m.kind === kind && `${m.namespace}/${m.name}` === object);
    const got = monitor ? (taken.get(monitor) ?? 'not-selected') : null;
    return got === status ? [] : [{ chain: `${kind}/${object}`, field: 'selection', expected: status, got }];
  });
}

/** The recorded runs hold everything there is: what is referred to and absent is a reason to refuse. */
function verdictsOf(cluster: Cluster, prometheus: PrometheusObject): Map<Monitor, string> {
  const world = closedWorld(cluster.ingested.objects);
  return new Map(selectedBy(cluster, prometheus).map(({ monitor }) => [monitor, validate(prometheus.raw, monitor.raw, world).state]));
}

function compareJobs(cluster: Cluster, prometheus: PrometheusObject, { jobs }: Expected): Difference[] {
  const accepted = [...verdictsOf(cluster, prometheus)].flatMap(([m, state]) => (state === 'accepted' ? [m.raw] : []));
  const ours = generateScrapeConfig(prometheus.raw, accepted, worldOf(cluster));
  const wanted = new Map(jobs.map((j) => [j.job, j]));
  const differences: Difference[] = [];
  for (const job of ours) {
    const expected = wanted.get(job.name);
    wanted.delete(job.name);
    if (!expected) differences.push({ chain: job.name, field: 'job', expected: null, got: job.name });
    else differences.push(...compareJob(cluster, prometheus, job, expected));
  }
  for (const name of wanted.keys()) differences.push({ chain: name, field: 'job', expected: name, got: null });
  return differences;
}

function compareJob(cluster: Cluster, prometheus: PrometheusObject, job: ScrapeJob, expected: ExpectedJob): Difference[] {
  const got = simulate(cluster, job.config, { shard: 0, ownNamespace: prometheus.namespace });
  const view = viewOf(job, got);
  const wanted = { ...expected, targets: [...expected.targets].sort(byText) };
  const found = firstDifference(wanted, view);
  return found ? [{ chain: job.name, field: found.path, expected: found.expected, got: found.got }] : [];
}

const byText = (a: unknown, b: unknown): number => (JSON.stringify(keyOf(a)) < JSON.stringify(keyOf(b)) ? -1 : 1);
const keyOf = (t: unknown) => {
  const { address, labels, params } = t as { address: string; labels: Record<string, string>; params?: Record<string, string> };
  return [address, Object.entries(labels).sort(), Object.entries(params ?? {}).sort()];
};

/** The answer in the words of the recorded one: what is empty is left out. */
function viewOf(job: ScrapeJob, got: JobTargets): ExpectedJob {
  const [sd] = (job.config['kubernetes_sd_configs'] as JsonMap[] | undefined) ?? [];
  const names = (sd?.['namespaces'] as JsonMap | undefined)?.['names'] as string[] | undefined;
  return {
    job: job.name,
    ...(sd ? { role: String(sd['role']) } : {}),
    ...(names ? { namespaces: names } : {}),
    discovered: got.discovered,
    dropped: got.dropped,
    ...(got.duplicates > 0 ? { duplicates: got.duplicates } : {}),
    targets: got.kept.map(targetView).sort(byText),
  };
}

const META = '__meta_kubernetes_';
/** Where a target came from, by the labels that say so. */
const VIA: readonly (readonly [field: string, ...labels: string[]])[] = [
  ['namespace', 'namespace'],
  ['service', 'service_name'],
  ['servicePortName', 'endpointslice_port_name', 'endpoint_port_name'],
  ['pod', 'pod_name'],
  ['container', 'pod_container_name'],
  ['containerPortName', 'pod_container_port_name'],
  ['containerPortNumber', 'pod_container_port_number'],
  ['node', 'pod_node_name', 'endpointslice_endpoint_node_name', 'endpoint_node_name'],
  ['ready', 'endpointslice_endpoint_conditions_ready', 'endpoint_ready'],
];

function targetView(t: TargetStory): Record<string, unknown> {
  const via = Object.fromEntries(
    VIA.flatMap(([field, ...labels]) => {
      const value = labels.map((l) => t.labels.get(META + l)).find((v) => v);
      return value ? [[field, value]] : [];
    }),
  );
  return {
    address: t.address,
    scheme: t.scheme,
    metricsPath: t.path,
    ...(Object.keys(t.params).length > 0 ? { params: t.params } : {}),
    labels: Object.fromEntries(t.final),
    ...(Object.keys(via).length > 0 ? { via } : {}),
  };
}
