import type { Words } from './index.ts';
import type { Params } from './types.ts';

/** What a class of message means; a status without a sentence of its own has that of all others. */
export function meaningText(words: Words, as: string, params: Params): string {
  const key = `class.${as}`;
  const text = words.code('diagnose', key, params);
  return text === key ? words('diagnose', 'class.http', { status: as.replace('http-', '') }) : text;
}
