import type { Words } from './index.ts';
import type { Params } from './types.ts';

/** The longest name of Kubernetes (apimachinery validation IsDNS1123Subdomain). */
const LONGEST_NAME = 253;

/** A text that is longer than any name can be, without its middle; all others as they are. */
export function shortened(text: string, most = LONGEST_NAME): string {
  if (text.length <= most) return text;
  const half = Math.floor((most - 1) / 2);
  return `${text.slice(0, half)}…${text.slice(-half)}`;
}

/** Characters of one value on the page: addresses, rules, commands and lists of names are well below. */
const LONGEST_VALUE = 2000;

/** A value, an address, a line of a file: whole as far as anybody reads it. */
export const readable = (text: string): string => shortened(text, LONGEST_VALUE);

/** Characters of one value within a sentence: lists of names are well below. */
const LONGEST_IN_SENTENCE = 600;

/** The same words for a page that has to stay readable whatever it is given; a report and a terminal say all of it. */
export function briefly(words: Words): Words {
  const brief = (params: Params = {}): Params =>
    Object.fromEntries(Object.entries(params).map(([name, v]) => [name, typeof v === 'string' ? shortened(v, LONGEST_IN_SENTENCE) : v]));
  const say: Pick<Words, 'lang' | 'code'> = { lang: words.lang, code: (area, code, params) => words.code(area, code, brief(params)) };
  return Object.assign(((area, key, params) => words(area, key, brief(params))) as Words, say);
}
