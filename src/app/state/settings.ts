import { createStore } from 'zustand/vanilla';
import { english, LANGS, type Lang, loadWords, type Words } from '../../words/index.ts';

const LANG = 'linkchain.lang';
const SPLIT = 'linkchain.split';
/** Percent of the height the picture has above the changes. */
export const FIRST_SPLIT = 58;

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
export function firstSplit(kept = remembered(SPLIT)): number {
  const percent = Number(kept ?? Number.NaN);
  return percent > 0 && percent < 100 ? percent : FIRST_SPLIT;
}

/** The words on the screen (another language arrives when it is loaded), and how the room is shared. */
export const settings = createStore<{ words: Words; split: number }>()(() => ({ words: english, split: firstSplit() }));

export function setSplit(split: number): void {
  settings.setState({ split });
  remember(SPLIT, String(split));
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
  const words = await loadWords(lang);
  settings.setState({ words });
  document.documentElement.lang = lang;
  if (keep) remember(LANG, lang);
}
