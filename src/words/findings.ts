import type { Words } from './index.ts';
import type { Params } from './types.ts';

/** The sentence of a finding; `params.variant` picks a more telling form of the same code where there is one. */
export function findingText(words: Words, code: string, given: Params): string {
  const { variant, rejection } = given;
  // What the operator or the API server refuses has a sentence of its own.
  const params = rejection === undefined ? given : { ...given, why: words.code('rejections', String(rejection), given) };
  if (variant !== undefined) {
    const key = `${code}.${variant}`;
    const text = words.code('checks', key, params);
    if (text !== key) return text;
  }
  return words.code('checks', code, params);
}

/** What to change, or null where nothing is to be done. */
export function findingAdvice(words: Words, code: string, params: Params): string | null {
  const key = `${code}.do`;
  const text = words.code('checks', key, params);
  return text === key ? null : text;
}
