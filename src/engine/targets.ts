import type { Analysis } from './analyze.ts';
import type { StepView, TargetsView, TargetView } from './api.ts';
import type { Chain } from './chain/index.ts';
import type { Monitor, PrometheusObject } from './objects/index.ts';
import {
  generateJob,
  generateScrapeConfig,
  type JobTargets,
  NOBODY,
  ownVerdict,
  type ScrapeJob,
  scrapeConfigYaml,
  selectedBy,
  settingsOf,
  simulate,
  type TargetStory,
  takenUpBy,
  type Verdict,
  worldOf,
} from './scrape/index.ts';
import type { Json, JsonMap } from './yaml/index.ts';

/** Stories one answer carries; the counts have all. */
const MOST = 300;

interface Asked {
  monitor: Monitor;
  prometheus: PrometheusObject | null;
  job: ScrapeJob;
}

/** The job of a chain, as the first Prometheus that takes it up would have it. */
function askedOf({ cluster }: Analysis, chain: Chain): Asked | null {
  const monitor = cluster.monitors.find((m) => m.id === chain.monitor);
  const prometheus = cluster.prometheuses.find((p) => p.id === chain.selectedBy[0]) ?? null;
  if (!monitor || chain.index === null) return null;
  const index = monitor.kind === 'Probe' || monitor.kind === 'ScrapeConfig' ? null : chain.index;
  const job = generateJob(prometheus?.raw ?? NOBODY, monitor.raw, index, worldOf(cluster));
  return job && { monitor, prometheus, job };
}

/** What Prometheus would discover, keep and drop for a chain; null where the chain makes no job. */
export function targetsOf(analysis: Analysis, id: string): TargetsView | null {
  const chain = analysis.chains.find((c) => c.id === id);
  const asked = chain && askedOf(analysis, chain);
  if (!asked) return null;
  const { monitor, prometheus, job } = asked;
  const ownNamespace = prometheus?.namespace ?? monitor.namespace;
  const found = simulate(analysis.cluster, job.config, { shard: 0, ownNamespace, settings: settingsOf(prometheus?.raw ?? null) });
  return viewOf(id, asked, found);
}

function viewOf(chain: string, { prometheus, job }: Asked, found: JobTargets): TargetsView {
  const yaml = scrapeConfigYaml([job]);
  const lines = ruleLines(yaml);
  const [sd] = maps(job.config['kubernetes_sd_configs']);
  const names = maps([sd?.['namespaces'] ?? null])[0]?.['names'];
  return {
    chain,
    prometheus: prometheus?.id ?? null,
    job: job.name,
    yaml,
    rules: job.relabelings.map(({ rule, origin, at }, i) => ({
      text: flow(rule),
      origin,
      at,
      line: lines[i] ?? 0,
      drops: found.drops.get(i) ?? 0,
    })),
    role: typeof sd?.['role'] === 'string' ? sd['role'] : null,
    namespaces: Array.isArray(names) ? names.map(String) : null,
    elsewhere: found.elsewhere.length > 0 && found.discovered === 0 ? found.elsewhere.join(', ') : null,
    simulated: found.simulated,
    counts: {
      discovered: found.discovered,
      kept: found.kept.length,
      dropped: found.dropped,
      duplicates: found.duplicates,
    },
    kept: found.kept.slice(0, MOST).map(targetView),
    dropped: found.droppedStories.slice(0, MOST).map(targetView),
  };
}

/** What only a running cluster knows is shown as such. */
const RUN_TIME = '?';

function targetView(t: TargetStory): TargetView {
  const pairs = (labels: ReadonlyMap<string, string | null>): [string, string][] =>
    [...labels].map(([name, value]): [string, string] => [name, value ?? RUN_TIME]).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    url: t.url,
    droppedBy: t.droppedBy,
    error: t.error,
    labels: pairs(t.final),
    discovered: pairs(t.labels),
    steps: t.steps.map((s): StepView => ({ ...s })),
    service: t.service?.service.id ?? null,
    workload: t.pod?.workload.id ?? null,
    pod: t.pod?.name ?? null,
  };
}

/** The lines on which the entries of `relabel_configs` begin. */
function ruleLines(yaml: string): number[] {
  const lines = yaml.split('\n');
  const start = lines.findIndex((line) => /^ *relabel_configs:$/.test(line));
  if (start < 0) return [];
  const indent = /^ */.exec(lines[start] as string)?.[0] ?? '';
  const found: number[] = [];
  for (let i = start + 1; i < lines.length; i++) {
    const line = lines[i] as string;
    if (line.startsWith(`${indent}- `)) found.push(i);
    else if (!line.startsWith(`${indent}  `)) break;
  }
  return found;
}

const maps = (value: Json | undefined): JsonMap[] =>
  Array.isArray(value) ? value.filter((v): v is JsonMap => typeof v === 'object' && v !== null && !Array.isArray(v)) : [];

const flow = (rule: JsonMap): string =>
  Object.entries(rule)
    .map(([name, value]) => `${name}: ${Array.isArray(value) ? `[${value.join(', ')}]` : String(value)}`)
    .join(', ');

export interface Refusal {
  /** The Prometheus itself, or what it selects. */
  object: string;
  prometheus: string;
  verdict: Verdict & { state: 'rejected' };
}

/** What the operator refuses: a Prometheus gets no new configuration, and of what it selects no job is made. */
export function refusals({ cluster }: Analysis): Refusal[] {
  return cluster.prometheuses.flatMap((prometheus) => {
    const own = { object: prometheus.id, verdict: ownVerdict(cluster, prometheus) };
    const selected = selectedBy(cluster, prometheus).map(({ monitor, verdict }) => ({ object: monitor.id, verdict }));
    return [own, ...selected].flatMap(({ object, verdict }) =>
      verdict.state === 'rejected' ? [{ object, prometheus: prometheus.id, verdict }] : [],
    );
  });
}

/** Every job of every Prometheus of the input, one YAML document each; what nobody selects makes no job. */
export function scrapeConfigs({ cluster }: Analysis): string {
  return cluster.prometheuses
    .map((prometheus) => {
      const objects = takenUpBy(cluster, prometheus).map((m) => m.raw);
      return `# ${prometheus.id}\n${scrapeConfigYaml(generateScrapeConfig(prometheus.raw, objects, worldOf(cluster)))}`;
    })
    .join('---\n');
}
