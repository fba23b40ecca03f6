import { NEWEST_RELEASE } from '../../src/engine/cluster/index.ts';
import { ingest, type RawObject } from '../../src/engine/ingest/index.ts';
import { generateScrapeConfig, type OperatorWorld, operatorOf, type ScrapeJob } from '../../src/engine/scrape/config/index.ts';
import type { Json } from '../../src/engine/yaml/index.ts';

/** All objects of a text, bodies and all. */
export const objectsOf = (text: string): RawObject[] =>
  ingest([{ path: 'a.yaml', text }], { defaultNamespace: 'shop', eager: () => true }).objects;

const GROUP: Record<string, string> = { ScrapeConfig: 'v1alpha1', PrometheusAgent: 'v1alpha1' };

/** `kind: spec` in flow style, named `x` in namespace `shop` unless the name says more: `made('Probe', '{module: a}', 'web/x')`. */
export function made(kind: string, spec: string, name = 'shop/x'): string {
  const [namespace = '', own = ''] = name.split('/');
  const version = GROUP[kind] ?? 'v1';
  return `apiVersion: monitoring.coreos.com/${version}\nkind: ${kind}\nmetadata: {name: ${own}, namespace: ${namespace}}\nspec: ${spec}\n`;
}

/** The jobs of these objects under a Prometheus (`monitoring/k8s`) with this spec. */
export function jobsOf(
  objects: readonly string[],
  prometheus = '{}',
  world: Partial<OperatorWorld> = {},
  kind = 'Prometheus',
): ScrapeJob[] {
  const all = objectsOf([made(kind, prometheus, 'monitoring/k8s'), ...objects].join('---\n'));
  const [first, ...others] = all;
  if (!first) throw new Error('no Prometheus was read');
  return generateScrapeConfig(first, others, operatorOf(NEWEST_RELEASE, world));
}

export function jobOf(object: string, prometheus = '{}', world: Partial<OperatorWorld> = {}, kind = 'Prometheus'): ScrapeJob {
  const [job] = jobsOf([object], prometheus, world, kind);
  if (!job) throw new Error('no job was generated');
  return job;
}

/** A field of the job, by its name in the configuration. */
export const field = (job: ScrapeJob, name: string): Json | undefined => job.config[name];
