import { type RefObject, useLayoutEffect } from 'react';
import type { Size } from './view.ts';

/** Milliseconds after which a picture is taken for looked at. */
const SETTLED = 400;

/** Marks a picture whose changes may move: another chain, or another room, stands there at once. */
export function useSettled(root: RefObject<HTMLElement | null>, subject: string, size: Size): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: each of them is another picture
  useLayoutEffect(() => {
    root.current?.removeAttribute('data-settled');
    const timer = setTimeout(() => root.current?.setAttribute('data-settled', ''), SETTLED);
    return () => clearTimeout(timer);
  }, [root, subject, size]);
}
