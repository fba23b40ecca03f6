import { useStoreApi } from '@xyflow/react';
import { memo, useCallback, useEffect, useMemo, useRef } from 'react';
import type { SceneGroup } from '../../../engine/scene/index.ts';
import type { Words } from '../../../words/index.ts';
import { groupTitle, laneTitle } from '../../../words/scene.ts';
import type { Size } from '../view.ts';
import css from './Backdrop.module.css';
import type { Band } from './bands.ts';
import { paint } from './paint.ts';
import { usePalette } from './usePalette.ts';

interface Props {
  bands: readonly Band[];
  groups: readonly SceneGroup[];
  size: Size;
  words: Words;
}

/** A large picture painted on one canvas, behind the few lanes that are there as elements; keeps up with every move. */
export const Backdrop = memo(function Backdrop({ bands, groups, size, words }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const store = useStoreApi();
  const titles = useMemo(() => ({ lane: laneTitle(words), group: groupTitle(words) }), [words]);
  const palette = usePalette();
  const frame = useRef(0);

  const draw = useCallback(() => {
    frame.current = 0;
    const ctx = canvas.current?.getContext('2d');
    if (!ctx) return;
    const [x, y, zoom] = store.getState().transform;
    const ratio = window.devicePixelRatio || 1;
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    paint(ctx, { bands, groups }, { view: { x, y, zoom }, size, palette, titles });
  }, [bands, groups, size, store, titles, palette]);
  const ask = useCallback(() => {
    if (frame.current === 0) frame.current = requestAnimationFrame(draw);
  }, [draw]);

  useEffect(() => {
    ask();
    let last = store.getState().transform;
    const stop = store.subscribe(({ transform }) => {
      if (transform === last) return;
      last = transform;
      ask();
    });
    return () => {
      stop();
      cancelAnimationFrame(frame.current);
      frame.current = 0;
    };
  }, [ask, store]);

  const ratio = window.devicePixelRatio || 1;
  return (
    <div aria-hidden="true">
      <canvas ref={canvas} className={css['backdrop']} width={Math.round(size.width * ratio)} height={Math.round(size.height * ratio)} />
    </div>
  );
});
