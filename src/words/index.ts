import { en } from './en/index.ts';
import type { Lang, Message, Params, Translated } from './types.ts';

export { briefly, readable, shortened } from './shortened.ts';
export type { Lang, Params } from './types.ts';

/** The English catalogue is the source of keys; other languages are typed by it. */
export type Catalogue = { readonly [A in keyof typeof en]: Translated<(typeof en)[A]> };
export type AreaName = keyof Catalogue;
export type Key<A extends AreaName> = keyof (typeof en)[A] & string;

export const LANGS: readonly Lang[] = ['en', 'zh-CN'];

/** A bound catalogue: `words('app', 'open.title')`. Pure; `params` fill `{name}` placeholders, numbers by Intl. */
export interface Words {
  lang: Lang;
  <A extends AreaName>(area: A, key: Key<A>, params?: Params): string;
  /** For codes that arrive as data: falls back to the code itself, never throws. */
  code(area: AreaName, code: string, params?: Params): string;
}

export function bindWords(lang: Lang, catalogue: Catalogue): Words {
  const plural = new Intl.PluralRules(lang);
  const number = new Intl.NumberFormat(lang);
  const render = (message: Message, params: Params): string => {
    const count = params['count'];
    const text =
      typeof message === 'string'
        ? message
        : ((typeof count === 'number' && plural.select(count) === 'one' ? message.one : undefined) ?? message.other);
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = params[name];
      // Ports and lines are names, not amounts: only `count` is grouped.
      if (typeof value === 'number') return name === 'count' ? number.format(value) : String(value);
      return value ?? whole;
    });
  };
  const words = <A extends AreaName>(area: A, key: Key<A>, params: Params = {}): string =>
    render((catalogue[area] as Record<string, Message>)[key] ?? key, params);
  return Object.assign(words, {
    lang,
    code(area: AreaName, code: string, params: Params = {}): string {
      const entries = catalogue[area] as Record<string, Message>;
      return Object.hasOwn(entries, code) ? render(entries[code] as Message, params) : code;
    },
  });
}

export const english: Words = bindWords('en', en);

/** Loads a language on first use; English is always there. */
export async function loadWords(lang: Lang): Promise<Words> {
  if (lang === 'en') return english;
  const { zhCN } = await import('./zh-CN/index.ts');
  return bindWords(lang, zhCN);
}
