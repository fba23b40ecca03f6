import { createStore } from 'zustand/vanilla';
import { briefly, english, LANGS, type Lang, loadWords, type Words } from '../../words/index.ts';
import type { Drawer } from './view.ts';

const LANG = 'linkchain.lang';
const SPLIT = 'linkchain.split';
const BASE = 'linkchain.base';
/** Percent of the height a picture has above what stands under it; a table wants more room than a list of changes. */
export const FIRST_SHARES: Readonly<Record<Drawer, number>> = { changes: 58, forecast: 36, text: 52 };

const COLUMNS = 'linkchain.columns';
/** Pixels a side column has at first, at least and at most. */
export const COLUMN_WIDTHS = { list: { first: 300, min: 220, max: 520 }, inspector: { first: 400, min: 300, max: 640 } } as const;
export type Column = keyof typeof COLUMN_WIDTHS;

/** Storage may be denied altogether; then the choice lasts as long as the page. */
function remembered(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // The choice lasts as long as the page.
  }
}

/** Both parts are there at the start, whatever was hidden last time. */
export function firstShares(kept = remembered(SPLIT)): Record<Drawer, number> {
  const numbers = (kept ?? '').split(' ').map(Number);
  const share = (drawer: Drawer, percent = 0) => (percent > 0 && percent < 100 ? percent : FIRST_SHARES[drawer]);
  return { changes: share('changes', numbers[0]), forecast: share('forecast', numbers[1]), text: share('text', numbers[2]) };
}

const within = (column: Column, width: number): number => {
  const { first, min, max } = COLUMN_WIDTHS[column];
  return Number.isFinite(width) ? Math.round(Math.min(max, Math.max(min, width))) : first;
};

export function firstColumns(kept = remembered(COLUMNS)): Record<Column, number> {
  const [list, inspector] = (kept ?? '').split(' ').map((part) => (part === '' ? Number.NaN : Number(part)));
  return { list: within('list', list ?? Number.NaN), inspector: within('inspector', inspector ?? Number.NaN) };
}

/** The words on the screen (another language arrives when it is loaded), and how the room is shared. */
export const settings = createStore<{
  words: Words;
  shares: Record<Drawer, number>;
  columns: Record<Column, number>;
  /** Address at which links open, where the sender set one. */
  base: string;
}>()(() => ({
  words: briefly(english),
  shares: firstShares(),
  columns: firstColumns(),
  base: remembered(BASE) ?? '',
}));

export function setBase(base: string): void {
  settings.setState({ base });
  remember(BASE, base);
}

export function setShare(drawer: Drawer, percent: number): void {
  const shares = { ...settings.getState().shares, [drawer]: percent };
  settings.setState({ shares });
  remember(SPLIT, `${shares.changes} ${shares.forecast} ${shares.text}`);
}

export function setColumn(column: Column, width: number): void {
  const columns = { ...settings.getState().columns, [column]: within(column, width) };
  settings.setState({ columns });
  remember(COLUMNS, `${columns.list} ${columns.inspector}`);
}

export function firstLang(preferred: readonly string[], kept = remembered(LANG)): Lang {
  const known = LANGS.find((lang) => lang === kept);
  if (known) return known;
  for (const tag of preferred) {
    if (tag.toLowerCase().startsWith('zh')) return 'zh-CN';
    if (tag.toLowerCase().startsWith('en')) return 'en';
  }
  return 'en';
}

export async function setLang(lang: Lang, keep = true): Promise<void> {
  const words = briefly(await loadWords(lang));
  settings.setState({ words });
  document.documentElement.lang = lang;
  if (keep) remember(LANG, lang);
}
