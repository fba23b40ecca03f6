import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildCluster, type Cluster, type Workload } from '../../src/engine/cluster/index.ts';
import { ingest } from '../../src/engine/ingest/index.ts';
import { connections } from './connections.ts';
import type { Case, Difference } from './types.ts';

/** `conformance/netpol`: who may talk to whom, as an independent analyser of NetworkPolicies recorded it. */
export function* netpolCases(folder: string): Generator<Case> {
  const names = existsSync(folder) ? readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()) : [];
  for (const { name } of names.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const started = performance.now();
    const differences = run(join(folder, name));
    yield { suite: 'netpol', name, required: true, chains: 0, differences, milliseconds: performance.now() - started };
  }
}

function run(folder: string): Difference[] {
  const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
  const expected = read('expected.txt')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
  try {
    const text = read('manifests.yaml');
    const got = connections(
      asRecorded(buildCluster(ingest([{ path: 'manifests.yaml', text }], { defaultNamespace: 'default', eager: () => true }))),
    );
    return [
      ...without(expected, got).map((line) => ({ chain: '-', field: 'connection', expected: line, got: null })),
      ...without(got, expected).map((line) => ({ chain: '-', field: 'connection', expected: null, got: line })),
    ];
  } catch (error) {
    return [{ chain: '-', field: 'crash', expected: 'an answer', got: error instanceof Error ? error.message : String(error) }];
  }
}

const without = (lines: readonly string[], others: readonly string[]): string[] => {
  const known = new Set(others);
  return lines.filter((line) => !known.has(line));
};

/**
 * Workloads as the analyser counts them: pods of one owner together, under its name, whatever stands above it. It does not
 * model hostNetwork, we do: as pods like any other the policies must come out the same.
 */
function asRecorded(cluster: Cluster): Cluster {
  const workloads = new Map<string, Workload>();
  for (const o of cluster.objects.values()) {
    if (!('podPath' in o)) continue;
    const { kind, name } = o.kind === 'Pod' ? (o.owner ?? o) : o;
    const id = `${kind}/${o.namespace}/${name}`;
    const pod = { ...o.pod, hostNetwork: false };
    const own = { id, kind, namespace: o.namespace, name, podLabels: o.podLabels, pod, objects: [o.id], generatedBy: null };
    if (!workloads.has(id)) workloads.set(id, { ...own, labelAt: (key) => o.at([...o.podLabelsPath, key], 'value') });
  }
  return { ...cluster, workloads: [...workloads.values()] };
}
