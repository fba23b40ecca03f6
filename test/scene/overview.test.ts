import { describe, expect, it } from 'vitest';
import { NOTHING_AROUND, overviewScene, type Scene, workloadScene } from '../../src/engine/scene/index.ts';
import { analysed, deployment, monitor, picture, prometheus, sampled, service, yaml } from './picture.ts';

const lanes = (scene: Scene): string[] => scene.lanes.map((l) => `${l.status} ${l.title.replaceAll('  ·  ', ' ')} ${l.chains.length}`);

const SHOP = yaml(
  prometheus,
  yaml(monitor('fine'), service('fine'), deployment('fine')),
  yaml(monitor('wrong', 'app: wrong', 'port: metrics'), service('wrong'), deployment('wrong')),
  yaml(monitor('twice'), service('twice'), deployment('twice'), monitor('again', 'app: twice')),
  monitor('alone'),
);

describe('lanes', () => {
  it('one a workload, worst first, chains of one workload together', () => {
    expect(lanes(overviewScene(analysed(SHOP)))).toEqual([
      'broken wrong ServiceMonitor shop 1',
      'incomplete alone ServiceMonitor shop 1',
      'ok fine Deployment shop 1',
      'ok twice Deployment shop 2',
    ]);
  });

  it('carry the port rows and how each hop fares', () => {
    expect(picture(overviewScene(analysed(SHOP), { chains: ['ServiceMonitor/shop/fine#0'] }))).toEqual([
      'ServiceMonitor fine[http] -http-> Service fine[http]',
      'Service fine[http] --> Deployment fine[web]',
    ]);
    expect(picture(overviewScene(analysed(SHOP), { chains: ['ServiceMonitor/shop/alone#0'] }))).toEqual([
      'ServiceMonitor alone[http] -unknown-> ?Service',
    ]);
  });

  it('lie one below the other, with their nodes inside', () => {
    const scene = overviewScene(analysed(SHOP));
    for (const [i, lane] of scene.lanes.entries()) {
      const next = scene.lanes[i + 1];
      if (next) expect(lane.y + lane.height).toBeLessThan(next.y);
    }
    for (const node of scene.nodes) {
      const lane = scene.lanes.find((l) => node.id.startsWith(`${l.id} > `));
      expect(node.y).toBeGreaterThan(lane?.y ?? Number.POSITIVE_INFINITY);
      expect(node.y + node.height).toBeLessThan((lane?.y ?? 0) + (lane?.height ?? 0));
    }
  });

  it('a broken listener is seen from afar', () => {
    const scene = overviewScene(sampled('obvious-edit'));
    expect(lanes(scene)).toEqual(['broken node-exporter DaemonSet monitoring 1']);
    expect(scene.edges.at(-1)).toMatchObject({ state: 'broken', codes: ['bind-conflict'] });
  });

  it('one chain over many workloads stands in a few lanes, not in all', () => {
    const apps = Array.from({ length: 40 }, (_, i) =>
      yaml(service(`a${i}`, `app: a${i}, all: "yes"`), deployment(`a${i}`, `app: a${i}, all: "yes"`)),
    );
    expect(overviewScene(analysed(yaml(prometheus, monitor('all', 'all: "yes"'), ...apps))).lanes).toHaveLength(8);
  });

  it('of several namespaces stand under their headings, the worst first; a folded one is its heading', () => {
    const two = yaml(SHOP, ...[monitor('till'), service('till'), deployment('till')].map((o) => o.replaceAll('shop', 'cash')));
    const headings = (scene: Scene) =>
      scene.groups.map((g) => `${g.status} ${g.namespace} ${g.lanes} ${g.chains}${g.folded ? ' folded' : ''}`);
    const whole = overviewScene(analysed(two));
    expect(headings(whole)).toEqual(['broken shop 4 5', 'ok cash 1 1']);
    const folded = overviewScene(analysed(two), { folded: ['shop'] });
    expect(headings(folded)).toEqual(['broken shop 4 5 folded', 'ok cash 1 1']);
    expect(lanes(folded)).toEqual(['ok till Deployment cash 1']);
    expect(folded.chains).toHaveLength(6);
    const one = overviewScene(analysed(two), { namespace: 'cash' });
    expect([headings(one), lanes(one), one.chains]).toEqual([[], ['ok till Deployment cash 1'], ['ServiceMonitor/cash/till#0']]);
  });

  it('many stand in columns side by side, read downwards, none over another', () => {
    const apps = Array.from({ length: 60 }, (_, i) =>
      [monitor(`a${i}`), service(`a${i}`), deployment(`a${i}`)].map((o) => o.replaceAll('shop', `ns${i % 3}`)).join('---\n'),
    );
    const scene = overviewScene(analysed(yaml(prometheus, ...apps)));
    const columns = new Set(scene.lanes.map((l) => l.x));
    expect(columns.size).toBeGreaterThan(1);
    expect(scene.width / scene.height).toBeGreaterThan(0.8);
    expect(scene.width / scene.height).toBeLessThan(2);
    const things = [...scene.lanes, ...scene.groups];
    for (const [i, a] of things.entries())
      for (const b of things.slice(i + 1))
        expect(a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y, `${a.id} and ${b.id}`).toBe(
          true,
        );
    for (const lane of scene.lanes) expect(scene.groups.some((g) => g.x === lane.x && g.namespace === lane.group)).toBe(true);
  });

  it('nothing in, nothing drawn', () => {
    expect(overviewScene(analysed(''))).toEqual({
      chains: [],
      nodes: [],
      edges: [],
      columns: [],
      lanes: [],
      groups: [],
      width: 12,
      height: 0,
    });
  });
});

describe('a workload', () => {
  const of = (text: string, id: string): Scene => workloadScene(analysed(text), id, () => NOTHING_AROUND);

  it('all its chains in one picture, what they share drawn once', () => {
    const scene = of(SHOP, 'Deployment/shop/twice');
    expect(scene.chains).toEqual(['ServiceMonitor/shop/twice#0', 'ServiceMonitor/shop/again#0']);
    expect(scene.nodes.filter((n) => n.role === 'service').map((n) => n.title)).toEqual(['twice']);
    const drawn = picture(scene);
    expect(new Set(drawn).size).toBe(drawn.length);
    expect(
      drawn.filter((line) => line.includes('ServiceMonitor[0] twice') || line.includes('ServiceMonitor[0] again')).length,
    ).toBeGreaterThan(3);
  });

  it('of a chain that ends at many workloads, only its own', () => {
    const apps = ['x', 'y'].map((n) => yaml(service(n, `app: ${n}, all: "yes"`), deployment(n, `app: ${n}, all: "yes"`)));
    const scene = of(yaml(prometheus, monitor('all', 'all: "yes"'), ...apps), 'Deployment/shop/x');
    expect(scene.nodes.filter((n) => n.role === 'pod' || n.role === 'service').map((n) => `${n.kind} ${n.title}`)).toEqual([
      'Service x',
      'Deployment x',
    ]);
  });

  it('there is none of', () => {
    expect(of(SHOP, 'Deployment/shop/nobody').chains).toEqual([]);
  });
});
