import { foldScene, type Scene } from '../../engine/scene/index.ts';

export interface Size {
  width: number;
  height: number;
}
export interface Viewport {
  x: number;
  y: number;
  zoom: number;
}

const PAD = 20;
/** The tools stand over the lower edge. */
const FOOT = 50;
export const MIN_ZOOM = 0.15;
export const MAX_ZOOM = 2.5;

const zoomOf = (scene: Scene, size: Size): number =>
  Math.min(1.15, (size.width - 2 * PAD) / Math.max(1, scene.width), (size.height - PAD - FOOT) / Math.max(1, scene.height));

/** Whether the picture reads better in two lines here. */
export function wantsFold(scene: Scene, size: Size): boolean {
  const flat = zoomOf(scene, size);
  return flat < 0.8 && zoomOf(foldScene(scene), size) > flat * 1.12;
}

/** Small screens start where the chain starts, at a size that can be read; everything else with all of it. */
export function opening(scene: Scene, size: Size): Viewport {
  const all = fitted(scene, size);
  return all.zoom < 0.55 ? { zoom: 0.75, x: PAD, y: PAD } : all;
}

/** All of a chain, centred; lanes by their width from the top, since they are read downwards. */
export function fitted(scene: Scene, size: Size): Viewport {
  const lanes = scene.lanes.length > 0;
  const zoom = lanes
    ? Math.max(0.4, Math.min(1, (size.width - 2 * PAD) / Math.max(1, scene.width)))
    : Math.max(MIN_ZOOM, zoomOf(scene, size));
  const x = (size.width - scene.width * zoom) / 2;
  return {
    zoom,
    x: lanes ? Math.max(PAD, x) : x,
    y: lanes ? PAD : Math.max(PAD, (size.height - FOOT + PAD - scene.height * zoom) / 2),
  };
}
