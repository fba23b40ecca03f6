import { describe, expect, it } from 'vitest';
import { buildCluster, type Cluster } from '../../src/engine/cluster/index.ts';
import { ingest } from '../../src/engine/ingest/index.ts';
import {
  conflictsOf,
  hopsBehind,
  hostConflicts,
  type Listener,
  listenersAt,
  listenersOf,
  ownerOf,
  describe as text,
} from '../../src/engine/listen/index.ts';
import { isEager } from '../../src/engine/objects/index.ts';
import { type GoldenTarget, goldenSets } from './sets.ts';

/** What a scrape of the pod's address reaches: anything before a loopback listener. */
const reached = (listeners: Listener[]): Listener | null => listeners.find((l) => l.bind !== 'loopback') ?? listeners[0] ?? null;

function hops(process: Listener | null, all: Listener[]): [string, number, string][] | null {
  const behind = process ? hopsBehind(process, all) : [];
  return behind.length === 0 ? null : behind.map((l, i) => [l.container, l.port, (behind[i - 1] ?? process)?.upstream?.scheme ?? 'http']);
}

function seen(cluster: Cluster, target: GoldenTarget): GoldenTarget {
  const workload = cluster.workloads.find((w) => w.id === target.workload);
  if (!workload || target.number == null) return {};
  const all = listenersOf(workload, cluster);
  const process = reached(listenersAt(all, target.number));
  const owner = ownerOf(workload, target.number);
  return {
    container: owner?.container.name ?? null,
    portName: owner?.port.name ?? null,
    serves: process?.serves ?? null,
    upstream: hops(process, all),
    ...(target.listener ? { listener: process ? text(process) : null } : {}),
  };
}

/** The table knows what `prometheus-config-reloader` speaks from its source; the golden file leaves it open. */
const KNOWN_BETTER = new Set(['istio-addons Deployment/istio-system/prometheus 8080']);

describe.each([...goldenSets()].map((s) => [s.name, s] as const))('%s', (name, set) => {
  const cluster = buildCluster(ingest(set.files, { defaultNamespace: set.defaultNamespace, eager: isEager }));
  const targets = set.golden.chains.flatMap((c) => c.targets).filter((t) => t.workload);

  it('finds the same process behind every target', () => {
    for (const t of targets) {
      const key = `${t.workload} ${t.number}`;
      const { container = null, portName = null, serves = null, upstream = null, listener } = t;
      const expected = { container, portName, serves, upstream, ...(listener ? { listener } : {}) };
      const actual = seen(cluster, t);
      if (KNOWN_BETTER.has(`${name} ${key}`)) expect([key, { ...actual, serves: null }]).toEqual([key, expected]);
      else expect([key, actual]).toEqual([key, expected]);
    }
  });

  it('sees the same workloads behind the Services', () => {
    const pairs = cluster.services.flatMap(({ service: s }) =>
      s.selector === null || s.externalName !== null ? [] : cluster.podsMatching(s.namespace, s.selector).map((w) => `${s.id} ${w.id}`),
    );
    expect([...new Set(pairs)].sort()).toEqual([...new Set(set.golden.serviceWorkload.map((p) => p.join(' ')))].sort());
  });

  it('raises no false alarm', () => {
    const conflicts = cluster.workloads.flatMap((w) =>
      conflictsOf(listenersOf(w, cluster)).map((c) => `${w.id} ${text(c.first)} ${text(c.second)}`),
    );
    expect([...conflicts, ...hostConflicts(cluster).map((c) => `${c.workload.id} ${c.other.id} ${c.port}`)]).toEqual(
      set.golden.bindConflicts,
    );
  });

  it('knows whose Services the external targets are', () => {
    for (const t of set.golden.chains.flatMap((c) => c.targets).filter((t) => t.providedBy)) {
      const found = cluster.services.find((s) => s.service.id === t.service);
      expect([t.service, found?.providedBy, found?.external]).toEqual([t.service, t.providedBy, true]);
    }
  });
});
