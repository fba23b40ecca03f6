import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldScene, routesOf, type Scene, type SceneNode } from '../../src/engine/scene/index.ts';
import { layout } from '../../src/engine/scene/layout/layout.ts';
import { analysed, deployment, monitor, prometheus, sampled, sceneOf, service, yaml } from './picture.ts';

/** Pairs of nodes that cover each other without one standing inside the other. */
function overlaps(nodes: readonly SceneNode[]): string[] {
  return nodes.flatMap((a, i) =>
    nodes.slice(i + 1).flatMap((b) => {
      if (a.parent === b.id || b.parent === a.id) return [];
      const apart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
      return apart ? [] : [`${a.id} × ${b.id}`];
    }),
  );
}
/** Inner nodes that stick out of the pod they stand in. */
const escaped = (nodes: readonly SceneNode[]): string[] =>
  nodes.flatMap((n) => {
    const pod = nodes.find((p) => p.id === n.parent);
    if (!pod) return [];
    const inside = n.x >= pod.x && n.y >= pod.y && n.x + n.width <= pod.x + pod.width && n.y + n.height <= pod.y + pod.height;
    return inside ? [] : [n.id];
  });

const MANY = yaml(
  prometheus,
  monitor('all', 'all: "yes"'),
  ...Array.from({ length: 9 }, (_, i) => yaml(service(`a${i}`, `app: a${i}, all: "yes"`), deployment(`a${i}`, `app: a${i}, all: "yes"`))),
);
const SCENES: [string, Scene][] = [
  ['as shipped', sceneOf(sampled('shipped'))],
  ['the obvious edit', sceneOf(sampled('obvious-edit'))],
  ['nothing there', sceneOf(analysed(monitor('web')))],
  ['several Services', sceneOf(analysed(MANY))],
];

describe.each(SCENES)('%s', (_, scene) => {
  it.each([
    ['in one line', scene],
    ['folded', foldScene(scene)],
  ])('%s: nothing covers anything, nothing sticks out, every edge is routed', (_how, drawn) => {
    expect(overlaps(drawn.nodes)).toEqual([]);
    expect(escaped(drawn.nodes)).toEqual([]);
    expect([...routesOf(drawn).keys()].sort()).toEqual(drawn.edges.map((e) => e.id).sort());
    for (const { path, x, y } of routesOf(drawn).values()) expect(`${path} ${x} ${y}`).not.toMatch(/NaN|undefined/);
  });

  it('is the same whatever the order of the input', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...scene.edges], { minLength: scene.edges.length }), (edges) => {
        const containers = scene.nodes.filter((n) => n.role === 'container');
        const others = scene.nodes.filter((n) => n.role !== 'container').reverse();
        const again = layout([...others, ...containers], edges);
        const place = (nodes: readonly SceneNode[]) => Object.fromEntries(nodes.map((n) => [n.id, [n.x, n.y]]));
        expect(place(again.nodes)).toEqual(place(scene.nodes));
      }),
      { numRuns: 20 },
    );
  });
});

it('edges lead from left to right, from one Service to its pods without a crossing', () => {
  const scene = sceneOf(analysed(MANY));
  const y = (id: string) => scene.nodes.find((n) => n.id === id)?.y ?? -1;
  const pairs = scene.edges
    .filter((e) => e.link.startsWith('service-pods'))
    .map((e) => [y(e.from.node), y(e.to.node)] as const)
    .sort(([a], [b]) => a - b);
  expect(pairs.length).toBe(9);
  expect(pairs.map(([, to]) => to)).toEqual(pairs.map(([, to]) => to).sort((a, b) => a - b));
  const x = (id: string) => scene.nodes.find((n) => n.id === id)?.x ?? -1;
  for (const e of scene.edges) if (e.kind === 'chain') expect(x(e.to.node)).toBeGreaterThan(x(e.from.node));
});

it('long names are cut to a width, never drawn past their node', () => {
  const name = 'n'.repeat(200);
  const scene = sceneOf(analysed(yaml(prometheus, monitor('web', `app: ${name.slice(0, 60)}`, `port: ${name}`))));
  expect(Math.max(...scene.nodes.filter((n) => n.parent === null && n.role !== 'pod').map((n) => n.width))).toBeLessThanOrEqual(290);
});

it('folded, the pods stand below everything else', () => {
  const scene = foldScene(sceneOf(sampled('shipped')));
  const left = scene.nodes.filter((n) => ['prometheus', 'endpoint', 'service'].includes(n.role));
  const pod = scene.nodes.find((n) => n.role === 'pod');
  expect(pod?.y).toBeGreaterThan(Math.max(...left.map((n) => n.y + n.height)));
  expect(scene.width).toBeLessThan(sceneOf(sampled('shipped')).width * 0.6);
});
