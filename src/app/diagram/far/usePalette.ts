import { useEffect, useState } from 'react';
import type { Palette } from './paint.ts';

const VARIABLES: Record<keyof Palette, string> = {
  bg: '--lc-bg',
  sunk: '--lc-bg-sunk',
  raised: '--lc-bg-raised',
  line: '--lc-line',
  text: '--lc-text',
  quiet: '--lc-text-quiet',
  ok: '--lc-ok',
  broken: '--lc-broken',
  unknown: '--lc-unknown',
  external: '--lc-external',
  box: '--lc-bg-hover',
};

const read = (): Palette => {
  const style = getComputedStyle(document.documentElement);
  return Object.fromEntries(
    Object.entries(VARIABLES).map(([name, variable]) => [name, style.getPropertyValue(variable).trim()]),
  ) as Palette;
};

/** The theme's colours for a canvas, anew when the theme is another one. */
export function usePalette(): Palette {
  const [palette, setPalette] = useState(read);
  useEffect(() => {
    const observer = new MutationObserver(() => setPalette(read()));
    observer.observe(document.documentElement, { attributeFilter: ['data-mantine-color-scheme'] });
    return () => observer.disconnect();
  }, []);
  return palette;
}
