import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { Size } from './view.ts';

/** Where nothing is laid out (tests, hidden panes): a desk's size, so that the picture is there all the same. */
const UNKNOWN: Size = { width: 1200, height: 700 };

/** The room an element has, known before the first paint and kept up to date. */
export function useRoom(): { ref: RefObject<HTMLElement | null>; size: Size | null } {
  const ref = useRef<HTMLElement>(null);
  const [size, setSize] = useState<Size | null>(null);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = element;
      const now = width > 0 && height > 0 ? { width, height } : UNKNOWN;
      setSize((old) => (old?.width === now.width && old.height === now.height ? old : now));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, size };
}
