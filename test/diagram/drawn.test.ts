import { instance } from '@viz-js/viz';
import { describe, expect, it } from 'vitest';
import { dotOf, mermaidOf, svgOf } from '../../src/engine/draw/index.ts';
import { changedScene, overviewScene, type Scene } from '../../src/engine/scene/index.ts';
import { fragmentIn } from '../../src/engine/share/index.ts';
import { english, loadWords } from '../../src/words/index.ts';
import { sceneSay } from '../../src/words/scene.ts';
import { analysed, deployment, monitor, prometheus, sampled, sceneOf, service, yaml } from '../scene/picture.ts';

const say = sceneSay(english);
const caption = { title: 'a title', text: 'a text' };
const svg = (scene: Scene, more: Partial<Parameters<typeof svgOf>[1]> = {}) =>
  svgOf(scene, { theme: 'light', say, caption, lang: 'en', ...more });
const BROKEN = sceneOf(sampled('obvious-edit'));
const AFTER = changedScene(sceneOf(sampled('shipped')), sceneOf(sampled('repaired')));
const SCENES: [string, Scene][] = [
  ['a chain', sceneOf(sampled('shipped'))],
  ['a broken chain', BROKEN],
  ['before and after', AFTER],
  ['all chains', overviewScene(sampled('shipped'))],
  ['nothing', overviewScene(analysed(''))],
];

/** Names that another language could read as its own. */
const HOSTILE = [
  '<img src=x onerror=alert(1)>',
  '"]; end; click n1 "javascript:alert(1)"',
  '</text><script>alert(1)</script>',
  '\\" shape=none URL="javascript:1',
  '%%{init: {"securityLevel": "loose"}}%%',
  '`${1}` --> x',
  'a\u202eb\u2066c',
  '&amp;&lt;#35;',
  ']]><!--',
  'end',
  'x'.repeat(3000),
];
const hostile = (name: string): Scene => {
  const scene = structuredClone(BROKEN);
  for (const node of scene.nodes) {
    node.title = name;
    node.subtitle = name;
    for (const row of node.rows) Object.assign(row, { text: name, detail: name });
  }
  for (const edge of scene.edges) edge.label = name;
  return scene;
};

describe('SVG', () => {
  it.each(SCENES)('%s: shapes and texts alone', (_, scene) => {
    const drawn = svg(scene);
    expect(drawn).not.toMatch(/<(?:script|style|foreignObject|image|use|a)\b/);
    expect(drawn).not.toMatch(/\b(?:href|on\w+|style|class)=/);
    expect(new Set([...drawn.matchAll(/<(\w+)/g)].map((m) => m[1]))).toEqual(
      new Set(['svg', 'title', 'desc', 'defs', 'marker', 'path', 'rect', 'text', 'g'].filter((tag) => drawn.includes(`<${tag}`))),
    );
  });

  it.each(SCENES)('%s: every node, row and edge is in it, in both themes', (_, scene) => {
    for (const theme of ['light', 'dark'] as const) {
      const drawn = svg(scene, { theme });
      expect(drawn.match(/marker-end=/g)?.length ?? 0).toBe(scene.edges.length);
      for (const node of scene.nodes) if (node.title.length < 20 && node.title !== '') expect(drawn).toContain(`>${node.title}</text>`);
    }
  });

  it('a broken hop is told by sign and line, not by colour alone', () => {
    const drawn = svg(BROKEN);
    expect(drawn).toMatch(/stroke-dasharray="9 5"/);
    expect(drawn).toContain('>✕</text>');
  });

  it('what changed has its sign and word; in Chinese too', async () => {
    expect(svg(AFTER)).toContain('− removed');
    expect(svg(AFTER, { say: sceneSay(await loadWords('zh-CN')), lang: 'zh-CN' })).toContain('− 删除');
  });

  it('carries the link, from which it opens again', () => {
    expect(fragmentIn('a.svg', new TextEncoder().encode(svg(BROKEN, { state: 'v1.k1.AAAA' })))).toBe('v1.k1.AAAA');
    expect(fragmentIn('a.svg', new TextEncoder().encode(svg(BROKEN)))).toBeNull();
  });

  it.each(HOSTILE.map((name) => [name.slice(0, 40), name]))('%s stays text', (_, name) => {
    const drawn = svg(hostile(name), { caption: { title: name, text: name } });
    const parsed = new DOMParser().parseFromString(drawn, 'image/svg+xml');
    expect(parsed.querySelector('parsererror')).toBeNull();
    expect(parsed.querySelectorAll('script, img, a').length).toBe(0);
    expect(drawn).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
    expect(drawn.length).toBeLessThan(200_000);
  });
});

describe('Mermaid', () => {
  it.each(SCENES)('%s: is what Mermaid reads', async (_, scene) => {
    const { default: mermaid } = await import('mermaid');
    expect(await mermaid.parse(mermaidOf(scene, { say, caption }))).toMatchObject({ diagramType: 'flowchart-v2' });
  });

  it.each(HOSTILE.map((name) => [name.slice(0, 40), name]))('%s stays text', async (_, name) => {
    const { default: mermaid } = await import('mermaid');
    const text = mermaidOf(hostile(name), { say, caption: { title: name, text: name } });
    expect(await mermaid.parse(text)).toMatchObject({ diagramType: 'flowchart-v2' });
    expect(text).not.toMatch(/^\s*(?:click|style|classDef|class)\b|%%\{|<(?!br\/>)/m);
  });
});

describe('DOT', () => {
  it.each(SCENES)('%s: is what Graphviz reads', async (_, scene) => {
    const viz = await instance();
    const result = viz.renderFormats(dotOf(scene, { say, caption }), ['svg']);
    expect([result.status, result.errors.filter((e) => e.level === 'error')]).toEqual(['success', []]);
  });

  it.each(HOSTILE.map((name) => [name.slice(0, 40), name]))('%s stays text', async (_, name) => {
    const viz = await instance();
    const dot = dotOf(hostile(name), { say, caption: { title: name, text: name } });
    const graph = viz.renderJSON(dot) as { objects?: { URL?: string; shape?: string }[] };
    expect(graph.objects?.every((o) => o.URL === undefined && o.shape !== 'none')).toBe(true);
  });
});

it('long names lose their middle, not their ends', () => {
  const name = `start-${'x'.repeat(80)}-end`;
  const drawn = svg(sceneOf(analysed(yaml(prometheus, monitor(name), service(name), deployment(name)))));
  expect(drawn).toMatch(/>start-x+…x*-end<\/text>/);
});
