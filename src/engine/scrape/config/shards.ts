import type { JsonMap } from '../../yaml/index.ts';
import type { Context } from './context.ts';
import { made } from './rules.ts';
import type { GeneratedRule } from './types.ts';
import { texts } from './values.ts';

const HASH = '__tmp_hash';
const DISABLED = '__tmp_disable_sharding';
const TOPOLOGY = '__tmp_topology';
const ZONE = 'topology_kubernetes_io_zone';

/** The numbers of so many shards are written out: a typing error must not fill the memory. */
const MAX_LISTED = 1000;

/** As the operator counts: never less than one. */
export const shardsOf = (c: Context): number => Math.max(1, c.prometheus.int('shards') ?? 1);

/** The zones, where every shard scrapes the targets of its own (`shardingStrategy.mode: Topology`); empty otherwise. */
function zonesOf(c: Context): string[] {
  const strategy = c.prometheus.map('shardingStrategy');
  return c.world.topologySharding && strategy.text('mode') === 'Topology' ? texts(strategy.map('topology'), 'values') : [];
}

/** True where zones must be read off the nodes, so that discovery has to attach them. */
export const needsNodes = (c: Context): boolean => !c.world.podTopologyLabels && zonesOf(c).length > 0;

/** The rules that leave each target to one shard (promcfg.go appendShardingRelabeling*). `hashed`: the label that is spread. */
export function shardRules(c: Context, hashed: '__address__' | '__param_target'): GeneratedRule[] {
  const shards = shardsOf(c);
  const zones = zonesOf(c).length;
  const spread =
    zones > 0 ? spreadRules(c, hashed, Math.max(1, Math.floor(shards / zones)), 'INZONE_SHARD') : spreadRules(c, hashed, shards, 'SHARD');
  const at = c.prometheus.has('shards') ? c.prometheus.atKey('shards') : null;
  const strategy = c.prometheus.atKey('shardingStrategy');
  return [
    ...retentionRules(c, shards).map((rule) => made('shard', at, rule)),
    // A probe's targets have no zone and so belong to no shard, unless a rule gives them one: as the operator has it.
    ...(zones > 0 ? zoneRules(c) : []).map((rule) => made('shard', strategy, rule)),
    ...spread.map((rule) => made('shard', at, rule)),
  ];
}

/** A shard that is kept for its data only scrapes nothing. */
function retentionRules(c: Context, shards: number): JsonMap[] {
  if (!c.world.shardRetention || c.isAgent) return [];
  const all = Array.from({ length: Math.min(shards, MAX_LISTED) }, (_, i) => String(i)).join('|');
  return [
    { target_label: '__tmp_current_shard', replacement: '$(SHARD)', action: 'replace' },
    { source_labels: ['__tmp_current_shard'], regex: all, action: 'keep' },
  ];
}

function zoneRules(c: Context): JsonMap[] {
  const from = c.world.podTopologyLabels ? 'pod' : 'node';
  const labels = [`__meta_kubernetes_${from}_label_${ZONE}`, `__meta_kubernetes_${from}_labelpresent_${ZONE}`];
  const zone = (sources: string[], regex: string): JsonMap => ({
    source_labels: [...sources, TOPOLOGY],
    target_label: TOPOLOGY,
    regex,
    replacement: '$1',
    action: 'replace',
  });
  return [
    zone(['__meta_kubernetes_endpointslice_endpoint_zone'], '(.+);'),
    zone(labels, '(.+);true;'),
    { source_labels: [TOPOLOGY, DISABLED], regex: '$(TOPOLOGY_ZONE);|.+;.+', action: 'keep' },
  ];
}

/** Since v0.79 a user may set the hash, since v0.83 take a target out of sharding. */
function spreadRules(c: Context, hashed: string, modulus: number, variable: string): JsonMap[] {
  const preset: JsonMap = {
    source_labels: [hashed, HASH],
    target_label: HASH,
    regex: '(.+);',
    replacement: '$1',
    action: 'replace',
  };
  const canPreset = c.world.release >= 79;
  const canDisable = c.world.release >= 83;
  return [
    ...(canPreset ? [preset] : []),
    { source_labels: [canPreset ? HASH : hashed], target_label: HASH, modulus, action: 'hashmod' },
    canDisable
      ? { source_labels: [HASH, DISABLED], regex: `$(${variable});|.+;.+`, action: 'keep' }
      : { source_labels: [HASH], regex: `$(${variable})`, action: 'keep' },
  ];
}
