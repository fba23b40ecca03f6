import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildCluster, type Cluster, type Workload } from '../../src/engine/cluster/index.ts';
import { ingest } from '../../src/engine/ingest/index.ts';
import { connections } from './connections.ts';
import type { Difference } from './types.ts';

/** A case of `conformance/netpol`: who may talk to whom, as an independent analyser of NetworkPolicies recorded it. */
export function compareNetpol(folder: string): Difference[] {
  const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
  const expected = read('expected.txt')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
  const text = read('manifests.yaml');
  const cluster = buildCluster(ingest([{ path: 'manifests.yaml', text }], { defaultNamespace: 'default', eager: () => true }));
  const got = connections(asRecorded(cluster));
  return [
    ...without(expected, got).map((line) => ({ chain: '-', field: 'connection', expected: line, got: null })),
    ...without(got, expected).map((line) => ({ chain: '-', field: 'connection', expected: null, got: line })),
  ];
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
    const about = { podAnnotations: {}, live: [], families: [], replicas: null, generatedBy: null };
    const own = { ...about, id, kind, namespace: o.namespace, name, podLabels: o.podLabels, pod, objects: [o.id] };
    if (!workloads.has(id)) workloads.set(id, { ...own, labelAt: (key) => o.at([...o.podLabelsPath, key], 'value') });
  }
  return { ...cluster, workloads: [...workloads.values()] };
}
