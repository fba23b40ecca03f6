import { createStore } from 'zustand/vanilla';
import { english, LANGS, type Lang, loadWords, type Words } from '../../words/index.ts';

/** The words on the screen; another language arrives when it is loaded. */
export const settings = createStore<{ words: Words }>()(() => ({ words: english }));

const KEY = 'linkchain.lang';

/** Storage may be denied altogether; then the choice lasts as long as the page. */
function remembered(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

export function firstLang(preferred: readonly string[], kept = remembered()): Lang {
  const known = LANGS.find((lang) => lang === kept);
  if (known) return known;
  for (const tag of preferred) {
    if (tag.toLowerCase().startsWith('zh')) return 'zh-CN';
    if (tag.toLowerCase().startsWith('en')) return 'en';
  }
  return 'en';
}

export async function setLang(lang: Lang, remember = true): Promise<void> {
  const words = await loadWords(lang);
  settings.setState({ words });
  document.documentElement.lang = lang;
  if (!remember) return;
  try {
    localStorage.setItem(KEY, lang);
  } catch {
    // The choice lasts as long as the page.
  }
}
