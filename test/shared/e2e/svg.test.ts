import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect } from 'vitest';
import { rsvg } from '../../../scripts/rsvg.mjs';
import { analyze } from '../../../src/engine/analyze.ts';
import { svgOf } from '../../../src/engine/draw/index.ts';
import { pictureOf } from '../../../src/engine/pictures.ts';
import { overviewScene } from '../../../src/engine/scene/index.ts';
import { english } from '../../../src/words/index.ts';
import { captionOf, overviewCaption, sceneSay } from '../../../src/words/scene.ts';
import { test } from '../../e2e/visit.ts';

const SETS = new URL('../../../../shared/corpus/sets/', import.meta.url);
const filesOf = (set: string) =>
  readdirSync(new URL(`${set}/`, SETS), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.ya?ml$/.test(path))
    .map((path) => ({ path, text: readFileSync(new URL(`${set}/${path}`, SETS), 'utf8') }));

const analysis = analyze(filesOf('kube-prometheus-main'), { defaultNamespace: 'default' });
const say = sceneSay(english);
const ofChain = (part: string, theme: 'light' | 'dark'): string => {
  const chain = analysis.chains.find((c) => c.id.includes(part));
  if (!chain) throw new Error(`no chain ${part}`);
  return svgOf(pictureOf(analysis, chain), { theme, say, caption: captionOf(english, chain), lang: 'en' });
};
const all = (): string => {
  const scene = overviewScene(analysis);
  return svgOf(scene, { theme: 'light', say, caption: overviewCaption(english, scene), lang: 'en' });
};

/** Of all pixels at a quarter of the size, how many may differ by more than two shades: letters are smoothed differently. */
const TOLERANCE = 0.01;

describe('an SVG looks the same in Chromium and drawn by librsvg', () => {
  test.for<[string, () => string]>([
    ['node-exporter', () => ofChain('node-exporter', 'light')],
    ['node-exporter, dark', () => ofChain('node-exporter', 'dark')],
    ['kube-state-metrics', () => ofChain('kube-state-metrics', 'light')],
    ['all chains', all],
  ])('%s', async ([, draw], { visit }) => {
    const svg = draw();
    const { page } = await visit();
    const differ = await page.evaluate(
      async ([picture = '', other = '']) => {
        const load = async (src: string) => {
          const image = new Image();
          image.src = src;
          await image.decode();
          return image;
        };
        const one = await load(URL.createObjectURL(new Blob([picture], { type: 'image/svg+xml' })));
        const two = await load(`data:image/png;base64,${other}`);
        if (one.naturalWidth !== two.naturalWidth || one.naturalHeight !== two.naturalHeight) return 1;
        const [width, height] = [Math.round(one.naturalWidth / 4), Math.round(one.naturalHeight / 4)];
        const pixels = (image: HTMLImageElement) => {
          const context = new OffscreenCanvas(width, height).getContext('2d');
          if (!context) return new Uint8ClampedArray();
          context.imageSmoothingQuality = 'high';
          context.drawImage(image, 0, 0, width, height);
          return context.getImageData(0, 0, width, height).data;
        };
        const [left, right] = [pixels(one), pixels(two)];
        let count = 0;
        for (let i = 0; i < left.length; i += 4)
          if ([0, 1, 2].some((c) => Math.abs((left[i + c] ?? 0) - (right[i + c] ?? 0)) > 64)) count++;
        return count / (width * height);
      },
      [svg, rsvg(svg).toString('base64')],
    );
    expect(differ).toBeLessThan(TOLERANCE);
  });
});
