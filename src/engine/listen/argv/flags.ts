import type { Flag } from '../types.ts';
import type { Word } from './words.ts';

interface Occurrence extends Flag {
  name: string;
}

/** Every flag in order: `--f=v`, `--f v`, `-f=v`, `-f v`; a flag followed by another flag is bare and says `true`. */
export function readFlags(words: readonly Word[]): Occurrence[] {
  const found: Occurrence[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as Word;
    if (word.text === '--') break;
    const [, name, value] = /^--?([A-Za-z][\w.-]*)(?:=([\s\S]*))?$/.exec(word.text) ?? [];
    if (name === undefined) continue;
    const next = words[i + 1];
    if (value !== undefined) found.push({ name, value, at: word.at });
    else if (next && !/^-./.test(next.text)) {
      found.push({ name, value: next.text, at: next.at });
      i++;
    } else found.push({ name, value: 'true', at: word.at });
  }
  return found;
}
