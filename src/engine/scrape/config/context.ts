import type { RawObject } from '../../ingest/index.ts';
import { type Fields, fieldsOf } from '../../objects/index.ts';
import { DEFAULT_PROMETHEUS, isBefore, parseVersion, type Version } from '../version.ts';
import type { OperatorWorld } from './types.ts';

/** What every part of the generator asks: the operator, the Prometheus object, and what its version understands. */
export interface Context {
  world: OperatorWorld;
  /** `metadata.namespace` of the Prometheus object. */
  home: string;
  /** `spec` of the Prometheus or PrometheusAgent. */
  prometheus: Fields;
  version: Version;
  /** A PrometheusAgent that runs as a DaemonSet: pods only, no shards. */
  daemonSet: boolean;
  isAgent: boolean;
  /** Prometheus understands what came with this version. */
  since(version: string): boolean;
}

/** A version nobody can read fails the whole configuration upstream; here it counts as the default one. */
export function contextOf(prometheus: RawObject, world: OperatorWorld): Context {
  const spec = specOf(prometheus);
  const version = parseVersion(spec.text('version') || DEFAULT_PROMETHEUS) ?? (parseVersion(DEFAULT_PROMETHEUS) as Version);
  const isAgent = prometheus.kind === 'PrometheusAgent';
  return {
    world,
    home: prometheus.namespace,
    prometheus: spec,
    version,
    isAgent,
    daemonSet: isAgent && world.agentDaemonSet && spec.text('mode') === 'DaemonSet',
    since: (wanted) => world.bypassVersionCheck || !isBefore(version, parseVersion(wanted) as Version),
  };
}

/** True from this version on, whatever the operator was told to bypass. */
export const isAtLeast = (c: Context, wanted: string): boolean => !isBefore(c.version, parseVersion(wanted) as Version);

/** `spec` of an object. What is odd in it is reported by the readers of src/engine/objects and only skipped here. */
export const specOf = (raw: RawObject): Fields => fieldsOf(raw, []).map('spec');
