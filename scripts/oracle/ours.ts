import { analyze } from '../../src/engine/analyze.ts';
import type { Cluster } from '../../src/engine/cluster/index.ts';
import type { SourceFile } from '../../src/engine/ingest/index.ts';
import type { PrometheusObject } from '../../src/engine/objects/index.ts';
import { generateScrapeConfig, settingsOf, simulate, type TargetStory, takenUpBy, worldOf } from '../../src/engine/scrape/index.ts';
import type { Json, JsonMap } from '../../src/engine/yaml/index.ts';
import { type Labels, nothing, type Side } from './types.ts';

/** One job as we see it. */
export interface OurJob {
  name: string;
  config: JsonMap;
  /** Every raw target before any rule, with what Prometheus adds to it. */
  raw: Labels[];
  side: Side;
  /** Raw targets for which Prometheus reports an error instead of a target. */
  rejected: { labels: Labels; error: string }[];
  /** Raw targets that are not asked about: a rule decides over a label that only a running cluster knows. */
  undecided: number;
  /** Kept targets that equal another. */
  duplicates: number;
  /** Discoveries of the job that ask somebody outside the input. */
  elsewhere: readonly string[];
}

export interface OurPrometheus {
  id: string;
  /** `spec.version` of the input, where it is not the one that is asked. */
  written: string | null;
  global: JsonMap;
  jobs: OurJob[];
}

/** All Prometheus objects of the input with their jobs, as a Prometheus of this version would have them. */
export function ourView(files: readonly SourceFile[], version: string): OurPrometheus[] {
  const { cluster } = analyze(files, { defaultNamespace: 'default' });
  return cluster.prometheuses.map((written) => {
    const prometheus = asVersion(written, `v${version}`);
    const objects = takenUpBy(cluster, prometheus).map((m) => m.raw);
    const { interval, timeout } = settingsOf(prometheus.raw);
    return {
      id: prometheus.id,
      written: written.version,
      global: { scrape_interval: interval, scrape_timeout: timeout },
      jobs: generateScrapeConfig(prometheus.raw, objects, worldOf(cluster)).map((job) => ourJob(cluster, prometheus, job.name, job.config)),
    };
  });
}

/** What is written for a Prometheus depends on its version. */
function asVersion(prometheus: PrometheusObject, version: string): PrometheusObject {
  const body = prometheus.raw.body();
  const spec = isMap(body['spec']) ? body['spec'] : {};
  return { ...prometheus, version, raw: { ...prometheus.raw, body: () => ({ ...body, spec: { ...spec, version } }) } };
}

const isMap = (value: Json | undefined): value is JsonMap => typeof value === 'object' && value !== null && !Array.isArray(value);

function ourJob(cluster: Cluster, prometheus: PrometheusObject, name: string, config: JsonMap): OurJob {
  const stories: TargetStory[] = [];
  const options = { shard: 0, ownNamespace: prometheus.namespace, settings: settingsOf(prometheus.raw) };
  const { kept, duplicates, elsewhere } = simulate(cluster, config, { ...options, each: (story) => stories.push(story) });
  const decided = stories.filter((s) => s.unknown.length === 0);
  const side = nothing();
  const rejected: OurJob['rejected'] = [];
  for (const { labels, droppedBy, error } of decided) {
    if (error !== null) rejected.push({ labels, error });
    else (droppedBy === null ? side.kept : side.dropped).push(labels);
  }
  for (const { url, final, unknown } of kept) if (unknown.length === 0) side.active.push({ url: url ?? '', labels: final });
  return {
    name,
    config,
    raw: decided.map((s) => s.labels),
    side,
    rejected,
    undecided: stories.length - decided.length,
    duplicates,
    elsewhere,
  };
}
