import { describe, expect, it } from 'vitest';
import { overviewScene, type Scene } from '../../src/engine/scene/index.ts';
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
    expect(picture(overviewScene(analysed(SHOP), ['ServiceMonitor/shop/fine#0']))).toEqual([
      'ServiceMonitor fine[http] -http-> Service fine[http]',
      'Service fine[http] --> Deployment fine[web]',
    ]);
    expect(picture(overviewScene(analysed(SHOP), ['ServiceMonitor/shop/alone#0']))).toEqual([
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

  it('nothing in, nothing drawn', () => {
    expect(overviewScene(analysed(''))).toEqual({ chains: [], nodes: [], edges: [], columns: [], lanes: [], width: 12, height: 0 });
  });
});
