import { useReactFlow } from '@xyflow/react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { foldScene, type Scene } from '../../engine/scene/index.ts';
import { fits, fitted, opening, type Size, wantsFold } from './view.ts';

export interface Picture {
  /** As drawn here: in one line, or folded. */
  scene: Scene;
  /** What it is a picture of. */
  subject: string;
  /** Fits all of it into the room. */
  frame: () => void;
  /** Brings what the keyboard reached into view. */
  reveal: (element: HTMLElement, root: HTMLElement) => void;
  /** Moves a node into view, near enough to be read, then tries until it is drawn. */
  bring: (node: string, reached: () => boolean) => void;
  /** The user has chosen another part: it stays until another chain is shown. */
  moved: () => void;
}

/** Zoom at which a lane is read. */
const READ = 0.8;
/** Frames in which what was brought into view is drawn at the latest. */
const FRAMES = 90;

/** Keeps the picture still while one chain is toggled; another chain, or another width, arranges and fits it anew. */
export function usePicture(given: Scene, size: Size): Picture {
  const flow = useReactFlow();
  const subject = given.lanes.length > 0 ? 'lanes' : given.chains.join(' ');
  const wanted = `${Math.round(size.width / 60)} ${subject}`;
  const [decided, setDecided] = useState(() => ({ wanted, folded: wantsFold(given, size) }));
  if (decided.wanted !== wanted) setDecided({ wanted, folded: wantsFold(given, size) });
  const { folded } = decided;
  const scene = useMemo(() => (folded ? foldScene(given) : given), [given, folded]);

  const own = useRef(false);
  const frame = useCallback(() => {
    own.current = false;
    void flow.setViewport(fitted(scene, size));
  }, [flow, scene, size]);

  // The changes of a toggle arrive after their list has taken some of the room: where not all fits, they are looked for.
  const marked = useMemo(() => given.nodes.some((n) => n.change !== null), [given]);
  const seen = useRef({ subject: '', folded, size, marked });
  useEffect(() => {
    const before = seen.current;
    seen.current = { subject, folded, size, marked };
    const other = before.subject !== subject || before.folded !== folded;
    const same = before.size === size && (before.marked || !marked || fits(scene, size));
    if (!other && (same || own.current)) return;
    own.current = false;
    void flow.setViewport(opening(scene, size));
  }, [subject, folded, size, scene, marked, flow]);

  const reveal = useCallback(
    (element: HTMLElement, root: HTMLElement) => {
      const outer = root.getBoundingClientRect();
      const inner = element.getBoundingClientRect();
      const dx = shift(inner.left, inner.right, outer.left + 12, outer.right - 12);
      const dy = shift(inner.top, inner.bottom, outer.top + 12, outer.bottom - 44);
      if (dx === 0 && dy === 0) return;
      const { x, y, zoom } = flow.getViewport();
      void flow.setViewport({ x: x + dx, y: y + dy, zoom });
    },
    [flow],
  );
  const bring = useCallback(
    (id: string, reached: () => boolean) => {
      const node = scene.nodes.find((n) => n.id === id);
      if (!node) return;
      own.current = true;
      const zoom = Math.max(flow.getZoom(), scene.lanes.length > 0 ? READ : 0);
      void flow.setCenter(node.x + node.width / 2, node.y + node.height / 2, { zoom, duration: 0 });
      const look = (left: number) => requestAnimationFrame(() => reached() || left === 0 || look(left - 1));
      look(FRAMES);
    },
    [flow, scene],
  );
  const moved = useCallback(() => {
    own.current = true;
  }, []);
  return { scene, subject, frame, reveal, bring, moved };
}

const shift = (low: number, high: number, from: number, to: number): number => (low < from ? from - low : high > to ? to - high : 0);
