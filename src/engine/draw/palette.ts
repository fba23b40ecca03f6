import type { LinkState, Status } from '../chain/index.ts';

export type Theme = 'light' | 'dark';

interface Palette {
  page: string;
  lane: string;
  box: string;
  pod: string;
  line: string;
  soft: string;
  text: string;
  quiet: string;
  ok: string;
  state: Record<LinkState, string>;
  added: string;
  removed: string;
}

/** Contrast of texts on their grounds is at least 4.5 : 1 in both. */
export const PALETTES: Record<Theme, Palette> = {
  light: {
    page: '#f5f7f9',
    lane: '#ffffff',
    box: '#ffffff',
    pod: '#f0f4f9',
    line: '#aab3be',
    soft: '#e7eaee',
    text: '#1c2128',
    quiet: '#535c68',
    ok: '#1e6f35',
    state: { ok: '#5b6673', broken: '#b3261e', unknown: '#6b5200', 'not-enforced': '#4b4fa8' },
    added: '#dff5e3',
    removed: '#fde5e3',
  },
  dark: {
    page: '#111418',
    lane: '#16191e',
    box: '#1d2127',
    pod: '#1a222c',
    line: '#4b5563',
    soft: '#2b3038',
    text: '#dfe3e8',
    quiet: '#a3adba',
    ok: '#6fcf87',
    state: { ok: '#8b96a5', broken: '#ff9088', unknown: '#e5c44d', 'not-enforced': '#a9adf7' },
    added: '#15331d',
    removed: '#401c1a',
  },
};

export const statusState = (status: Status): LinkState =>
  status === 'ok' ? 'ok' : status === 'incomplete' ? 'unknown' : status === 'external' ? 'not-enforced' : 'broken';
