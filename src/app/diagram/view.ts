import { foldScene, type Scene, type SceneLane } from '../../engine/scene/index.ts';

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
const MIN_ZOOM = 0.15;
export const MAX_ZOOM = 2.5;

const zoomOf = (scene: Scene, size: Size): number =>
  Math.min(1.15, (size.width - 2 * PAD) / Math.max(1, scene.width), (size.height - PAD - FOOT) / Math.max(1, scene.height));

/** Whether the picture reads better in two lines here. */
export function wantsFold(scene: Scene, size: Size): boolean {
  const flat = zoomOf(scene, size);
  return flat < 0.8 && zoomOf(foldScene(scene), size) > flat * 1.12;
}

/** All of a large overview can be seen, however small. */
export const minZoom = (scene: Scene, size: Size): number => Math.min(MIN_ZOOM, fitted(scene, size).zoom);

export const laneAt = (scene: Scene, { x, y }: { x: number; y: number }): SceneLane | null =>
  scene.lanes.find((l) => x >= l.x && x <= l.x + l.width && y >= l.y && y <= l.y + l.height) ?? null;

/** Lanes in one column are read downwards; several columns are looked at as a whole. */
const isColumn = (scene: Scene): boolean => scene.lanes.length > 0 && scene.width <= (scene.lanes[0]?.width ?? 0);

/** Whether all of it can be read here at once. */
export const fits = (scene: Scene, size: Size): boolean => scene.lanes.length > 0 || fitted(scene, size).zoom >= 0.55;

/** Where all of it could not be read: what changed or breaks, else the start of the chain. Otherwise all of it. */
export function opening(scene: Scene, size: Size): Viewport {
  const all = fitted(scene, size);
  if (scene.lanes.length > 0) return isColumn(scene) ? all : { zoom: Math.max(0.6, Math.min(1, all.zoom)), x: PAD, y: PAD };
  if (fits(scene, size)) return all;
  const zoom = 0.75;
  const telling = scene.nodes.filter((n) => n.role !== 'pod' && n.guards === undefined && (n.change !== null || n.state === 'broken'));
  const last = telling.toSorted((a, b) => a.y + a.x - b.y - b.x).at(-1);
  if (!last) return { zoom, x: PAD, y: PAD };
  // The last of them, with as much of the way there as fits.
  return {
    zoom,
    x: Math.min(PAD, size.width - PAD - (last.x + last.width) * zoom),
    y: Math.min(PAD, size.height - FOOT - (last.y + last.height) * zoom),
  };
}

/** All of a picture, centred; one column of lanes by its width from the top. */
export function fitted(scene: Scene, size: Size): Viewport {
  const column = isColumn(scene);
  const zoom = column
    ? Math.max(0.4, Math.min(1, (size.width - 2 * PAD) / Math.max(1, scene.width)))
    : scene.lanes.length > 0
      ? zoomOf(scene, size)
      : Math.max(MIN_ZOOM, zoomOf(scene, size));
  const x = (size.width - scene.width * zoom) / 2;
  return {
    zoom,
    x: column ? Math.max(PAD, x) : x,
    y: column ? PAD : Math.max(PAD, (size.height - FOOT + PAD - scene.height * zoom) / 2),
  };
}
