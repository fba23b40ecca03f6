import { useStoreApi } from '@xyflow/react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Scene, SceneLane } from '../../../engine/scene/index.ts';
import { type Flow, flowOf, headingOf } from '../flow.ts';
import type { Size } from '../view.ts';
import { type Walk, walkOf } from '../walk.ts';
import { type Band, bandsOf } from './bands.ts';
import { TEXTS } from './paint.ts';

/** Lanes of an overview that are more boxes than this are painted, and only those that can be read are elements as well. */
const MANY = 40;
/** Milliseconds after the last move until elements take the painted lanes' place, and how many a frame does. */
const REST = 90;
const STEP = 2;
/** Pixels around the window in which lanes are made ready. */
const MARGIN = 60;

type Mounted = ReadonlySet<string>;
const NONE: Mounted = new Set();

export interface Near extends Flow {
  /** Lanes of a picture that is painted, of which only those in reach are nodes and edges; null for one that is not. */
  bands: readonly Band[] | null;
}

/** What of a picture is there as elements: all of it, or of a large overview the lanes near enough to be read, a few a frame while nothing moves. */
export function useNear(scene: Scene, walk: () => Walk, size: Size, tabStop: string | null): Near {
  const store = useStoreApi();
  const bands = useMemo(() => (scene.lanes.length > 0 && scene.nodes.length > MANY ? bandsOf(scene) : null), [scene]);
  const whole = useMemo(() => (bands ? null : flowOf(scene, walk())), [bands, scene, walk]);
  const parts = useMemo(() => bands && partsOf(scene, bands), [bands, scene]);
  const [mounted, setMounted] = useState(NONE);
  const now = useRef(mounted);
  useEffect(() => {
    now.current = mounted;
  });

  const home = useMemo(() => {
    const lane = scene.nodes.find((n) => n.id === tabStop)?.lane;
    return lane === undefined ? null : `lane ${lane}`;
  }, [scene, tabStop]);
  const wantedNow = useCallback((): Set<string> => {
    const [x, y, zoom] = store.getState().transform;
    const near = zoom < TEXTS ? [] : [...(parts ?? [])].filter(([, { area }]) => reaches(area, { x, y, zoom }, size));
    return new Set([...near.map(([id]) => id), ...(home === null ? [] : [home])]);
  }, [parts, home, size, store]);

  useEffect(() => {
    if (!parts) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let frame = 0;
    const step = () => {
      const next = stepTowards(now.current, wantedNow());
      if (!next) return;
      now.current = next;
      setMounted(next);
      frame = requestAnimationFrame(step);
    };
    const rest = (after: number) => {
      clearTimeout(timer);
      cancelAnimationFrame(frame);
      timer = setTimeout(step, after);
    };
    rest(0);
    let last = store.getState().transform;
    const stop = store.subscribe(({ transform }) => {
      if (transform === last) return;
      last = transform;
      rest(REST);
    });
    return () => {
      stop();
      clearTimeout(timer);
      cancelAnimationFrame(frame);
    };
  }, [parts, store, wantedNow]);

  return useMemo(() => {
    if (whole) return { ...whole, bands };
    const taken = [...mounted].flatMap((id) => parts?.get(id)?.flow() ?? []);
    return { nodes: taken.flatMap((p) => p.nodes), edges: taken.flatMap((p) => p.edges), bands };
  }, [whole, parts, mounted, bands]);
}

type Area = Pick<SceneLane, 'x' | 'y' | 'width' | 'height'>;

const reaches = (
  b: { x: number; y: number; width: number; height: number },
  v: { x: number; y: number; zoom: number },
  size: Size,
): boolean =>
  (b.x + b.width) * v.zoom + v.x > -MARGIN &&
  b.x * v.zoom + v.x < size.width + MARGIN &&
  (b.y + b.height) * v.zoom + v.y > -MARGIN &&
  b.y * v.zoom + v.y < size.height + MARGIN;

/** A few lanes more, a few fewer; null where all is as wanted. */
function stepTowards(now: Mounted, wanted: Mounted): Mounted | null {
  const missing = [...wanted].filter((id) => !now.has(id)).slice(0, STEP);
  const idle = [...now].filter((id) => !wanted.has(id)).slice(0, 2 * STEP);
  if (missing.length + idle.length === 0) return null;
  const next = new Set(now);
  for (const id of missing) next.add(id);
  for (const id of idle) next.delete(id);
  return next;
}

interface Part {
  area: Area;
  flow: () => Flow;
}

/** Lanes and headings by id, each worked out when it is first wanted. */
function partsOf(scene: Scene, bands: readonly Band[]): Map<string, Part> {
  const nested = scene.groups.length > 0;
  return new Map<string, Part>([
    ...scene.groups.map((group): [string, Part] => [group.id, { area: group, flow: () => ({ nodes: [headingOf(group)], edges: [] }) }]),
    ...bands.map((band): [string, Part] => {
      let made: Flow | undefined;
      const flow = () => {
        made ??= flowOf(band.scene, walkOf(band.scene), nested);
        return made;
      };
      return [`lane ${band.lane.id}`, { area: band.lane, flow }];
    }),
  ]);
}
