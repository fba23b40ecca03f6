import { expect, it } from 'vitest';
import { changedScene, type Scene } from '../../src/engine/scene/index.ts';
import { sampled, sceneOf } from './picture.ts';

const SIGNS = { added: '+', removed: '−', changed: '~' } as const;

/** `~ process node-exporter` and, indented, its marked rows. */
const marks = (scene: Scene): string[] =>
  scene.nodes.flatMap((n) => [
    ...(n.change ? [`${SIGNS[n.change]} ${n.kind} ${n.title}`] : []),
    ...n.rows.flatMap((r) => (r.change ? [`  ${SIGNS[r.change]} ${r.text}`] : [])),
  ]);
const edgeMarks = (scene: Scene): string[] => scene.edges.flatMap((e) => (e.change ? [`${SIGNS[e.change]} ${e.label}`] : [])).sort();

it('nothing changed, nothing marked', () => {
  const scene = sceneOf(sampled('shipped'));
  const same = changedScene(scene, sceneOf(sampled('shipped')));
  expect(marks(same)).toEqual([]);
  expect(edgeMarks(same)).toEqual([]);
  expect(same.nodes).toEqual(scene.nodes.map((n) => ({ ...n, rows: n.rows.map((r) => ({ ...r, change: null })) })));
});

it('from the proxy to plain http: what goes, what comes, what is renamed', () => {
  const after = changedScene(sceneOf(sampled('shipped')), sceneOf(sampled('repaired')), (id) => id.startsWith('ServiceAccount/'));
  expect(marks(after)).toEqual([
    '~ ServiceMonitor[0] node-exporter',
    '  ~ port: http',
    '  ~ scheme:',
    '  − tlsConfig',
    '  − bearerTokenFile',
    '~ Service node-exporter',
    '  ~ http',
    '~ container node-exporter',
    '  + http',
    '− container kube-rbac-proxy',
    '− process kube-rbac-proxy',
    '− ClusterRole prometheus-main',
    '− ClusterRole node-exporter',
    '~ process node-exporter',
    '  ~ :9100',
  ]);
  // Renamed ends are the same edge with another label; the port that moved to another container is not.
  expect(edgeMarks(after)).toEqual(
    expect.arrayContaining(['~ port: http', '+ targetPort: http', '− targetPort: https', '− <pod-ip>:9100']),
  );
});

it('a right nobody needs any more, and that stays in the files, is left out', () => {
  const after = changedScene(sceneOf(sampled('shipped')), sceneOf(sampled('repaired')), () => true);
  expect(after.nodes.filter((n) => n.role === 'rbac').map((n) => n.title)).toEqual(['prometheus-discovery']);
});
