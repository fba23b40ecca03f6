import type { Json, JsonMap } from '../../src/engine/yaml/index.ts';
import type { Labels } from './types.ts';

/** `$(SHARD)` as the config reloader fills it in, in every text of a configuration. */
export function fillShard(value: Json, shard: number): Json {
  if (typeof value === 'string') return value.replaceAll('$(SHARD)', String(shard));
  if (Array.isArray(value)) return value.map((item) => fillShard(item, shard));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fillShard(item, shard)]));
}

/** Credentials and files that are not here; a pool that cannot read them has no targets. They decide nothing about targets. */
const CREDENTIALS = ['authorization', 'basic_auth', 'bearer_token', 'bearer_token_file', 'oauth2', 'sigv4', 'azuread', 'tls_config'];
/** Ways out of this machine, and the limit on what Prometheus remembers of dropped targets. */
const REPLACED = ['proxy_url', 'proxy_from_environment', 'proxy_connect_header', 'no_proxy', 'keep_dropped_targets', 'static_configs'];

/** A port on which nobody answers: every scrape goes there, so that nothing leaves the machine. */
const NOWHERE = 'http://127.0.0.1:1';

/** A job that finds exactly the targets of a file and reaches nobody. */
export function offline(config: JsonMap, file: string): JsonMap {
  const removed = new Set([...CREDENTIALS, ...REPLACED]);
  const kept = Object.entries(config).filter(([key]) => !removed.has(key) && !key.endsWith('_sd_configs'));
  return { ...Object.fromEntries(kept), proxy_url: NOWHERE, file_sd_configs: [{ files: [file] }] };
}

/** What stands for a label that only a running cluster knows: file_sd takes nothing but text. */
export const EXAMPLE = 'known-at-run-time';

/** Raw targets as file_sd reads them, one group each; `defaults` are what Prometheus adds by itself. */
export const fileOf = (targets: readonly Labels[], defaults: ReadonlyMap<string, string>): JsonMap[] =>
  targets.map((labels) => {
    const own = [...labels].filter(([name, value]) => name !== '__address__' && defaults.get(name) !== value);
    return {
      targets: [labels.get('__address__') ?? ''],
      labels: Object.fromEntries(own.map(([name, value]): [string, Json] => [name, value ?? EXAMPLE])),
    };
  });

/** A configuration without some fields, wherever they stand. */
export function without(value: Json, fields: ReadonlySet<string>): Json {
  if (Array.isArray(value)) return value.map((item) => without(item, fields));
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => !fields.has(key));
  return Object.fromEntries(kept.map(([key, item]) => [key, without(item, fields)]));
}

/** Fields that a Prometheus says it does not know: newer ones, or discoveries its build leaves out. */
export const unknownFields = (message: string): string[] => [
  ...new Set([...message.matchAll(/field (\w+) not found in type/g)].map(([, name]) => name as string)),
];
