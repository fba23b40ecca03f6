import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildCluster, type Cluster, type ClusterService, type Workload } from '../../src/engine/cluster/index.ts';
import { ingest } from '../../src/engine/ingest/index.ts';
import { listenersOf, describe as text } from '../../src/engine/listen/index.ts';
import { isEager } from '../../src/engine/objects/index.ts';
import { SHARED } from './sets.ts';

const CASES = join(SHARED, 'conformance/chain');
const cases = readdirSync(CASES).filter((name) => existsSync(join(CASES, name, 'operator-created.yaml')));

function clusterOf(name: string, ...files: string[]): Cluster {
  const sources = files.map((path) => ({ path, text: readFileSync(join(CASES, name, path), 'utf8') }));
  return buildCluster(ingest(sources, { defaultNamespace: 'default', eager: isEager }));
}

/** What monitors, Services and scrapes can see of pods. */
const pods = (w: Workload, cluster: Cluster) => ({
  labels: { ...w.podLabels },
  ports: w.pod.containers.flatMap((c) =>
    c.ports.map((p) => `${c.name}${c.init ? ' (init)' : ''} ${p.name} ${p.containerPort}/${p.protocol}`),
  ),
  listeners: listenersOf(w, cluster).map((l) => `${text(l)} ${l.protocol} ${l.serves}`),
  generatedBy: w.generatedBy,
});
const seen = ({ service: s }: ClusterService) => ({
  labels: { ...s.labels },
  selector: { ...s.selector },
  headless: s.headless,
  publishNotReady: s.publishNotReady,
  ports: s.ports.map((p) => `${p.name} ${p.port} ${p.targetPort} ${p.protocol}`),
});

/** The operator's own output, put into the input as a dump would, changes nothing: it is what was foreseen. */
describe.each(cases)('%s', (name) => {
  const foreseen = clusterOf(name, 'input.yaml');
  const real = clusterOf(name, 'input.yaml', 'operator-created.yaml');

  it('makes the pods that the operator makes', () => {
    const generated = foreseen.workloads.filter((w) => w.generatedBy !== null);
    expect(generated.length).toBeGreaterThan(0);
    for (const w of generated) {
      const counterpart = real.workloads.find((r) => r.id === w.id);
      expect(counterpart && pods(counterpart, real)).toEqual(pods(w, foreseen));
    }
  });

  it('makes the Services that the operator makes', () => {
    for (const s of foreseen.services.filter((s) => s.providedBy?.startsWith('operator:') && !s.external)) {
      const counterpart = real.services.find((r) => r.service.id === s.service.id);
      expect(counterpart && seen(counterpart)).toEqual(seen(s));
    }
  });
});
