import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NEWEST_RELEASE } from '../../src/engine/cluster/index.ts';
import { ingest, type RawObject } from '../../src/engine/ingest/index.ts';
import { generateScrapeConfig, type OperatorWorld, operatorOf, scrapeConfigYaml } from '../../src/engine/scrape/config/index.ts';
import { readValue } from '../../src/engine/yaml/index.ts';
import { firstDifference } from './compare.ts';
import type { Difference } from './types.ts';

interface CaseFile {
  mode: 'server' | 'agent';
  prometheusVersion: string;
  options: Partial<Record<keyof typeof OPTIONS, boolean>>;
}

/** The options of the operator's own tests, and what they are called here. */
const OPTIONS = {
  endpointSliceSupported: 'endpointSlices',
  daemonSet: 'agentDaemonSet',
  prometheusTopologySharding: 'topologySharding',
  prometheusRetentionPolicies: 'shardRetention',
  podTopologyLabelsSupported: 'podTopologyLabels',
  inlineTLSConfig: 'inlineTls',
  bypassVersionCheck: 'bypassVersionCheck',
} as const satisfies Record<string, keyof OperatorWorld>;

const ADDITIONAL = { name: 'additional', key: 'additional-scrape-configs.yaml' };
const CONFIG_KINDS = ['ServiceMonitor', 'PodMonitor', 'Probe', 'ScrapeConfig'];

/** Generates the `scrape_configs` of one case and says where it first differs from the operator's golden file. */
export function compareScrapeConfig(folder: string): Difference[] {
  const about = JSON.parse(readFileSync(join(folder, 'case.json'), 'utf8')) as CaseFile;
  const text = readFileSync(join(folder, 'input.yaml'), 'utf8');
  const { objects } = ingest([{ path: 'input.yaml', text }], { defaultNamespace: 'default', eager: () => true });
  const prometheus = objects.find((o) => o.kind === 'Prometheus' || o.kind === 'PrometheusAgent');
  if (!prometheus) return [{ chain: '-', field: 'input', expected: 'a Prometheus object', got: null }];
  const extra = join(folder, ADDITIONAL.key);
  const additional = existsSync(extra) ? readFileSync(extra, 'utf8') : null;
  const jobs = generateScrapeConfig(
    asTested(prometheus, about, additional !== null),
    objects.filter((o) => CONFIG_KINDS.includes(o.kind)),
    worldOf(about, objects, additional),
  );
  const expected = readValue(readFileSync(join(folder, 'expected.yaml'), 'utf8')).value;
  const difference = firstDifference(expected, readValue(scrapeConfigYaml(jobs)).value);
  return difference ? [{ chain: '-', field: difference.path, expected: difference.expected, got: difference.got }] : [];
}

/** The tests hand things over outside the object: the text of the additional configurations, the way an agent is deployed. */
function asTested(prometheus: RawObject, about: CaseFile, hasAdditional: boolean): RawObject {
  const body = prometheus.body();
  const spec = {
    version: about.prometheusVersion,
    ...(about.options.daemonSet ? { mode: 'DaemonSet' } : {}),
    ...(hasAdditional ? { additionalScrapeConfigs: ADDITIONAL } : {}),
  };
  const given = body['spec'];
  const merged = { ...(typeof given === 'object' && !Array.isArray(given) ? given : {}), ...spec };
  const kind = about.mode === 'agent' ? 'PrometheusAgent' : prometheus.kind;
  return { ...prometheus, kind, body: () => ({ ...body, spec: merged }) };
}

function worldOf({ options }: CaseFile, objects: readonly RawObject[], additional: string | null): OperatorWorld {
  const set = Object.entries(OPTIONS).map(([name, field]) => [field, options[name as keyof typeof OPTIONS] ?? false]);
  return operatorOf(NEWEST_RELEASE, {
    ...(Object.fromEntries(set) as Partial<OperatorWorld>),
    crdDefaults: false,
    value(kind, namespace, name, key) {
      if (name === ADDITIONAL.name && key === ADDITIONAL.key) return additional;
      const found = objects.find((o) => o.kind === kind && o.namespace === namespace && o.name === name);
      return found ? valueIn(found, key) : null;
    },
  });
}

function valueIn(object: RawObject, key: string): string | null {
  const entry = (field: string): string | null => {
    const map = object.body()[field];
    const value = typeof map === 'object' && map !== null && !Array.isArray(map) && Object.hasOwn(map, key) ? map[key] : null;
    return typeof value === 'string' ? value : null;
  };
  const data = entry('data');
  if (object.kind === 'ConfigMap' || data === null) return data ?? entry('stringData');
  return Buffer.from(data, 'base64').toString('utf8');
}
