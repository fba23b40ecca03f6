import type { Words } from './index.ts';
import type { Params } from './types.ts';

/** The sentence of a finding; `params.variant` picks a more telling form of the same code where there is one. */
export function findingText(words: Words, code: string, given: Params): string {
  // What is said of rules and dashboards stands with them.
  if (code.startsWith('rule-')) return ruleText(words, code, given);
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

function ruleText(words: Words, code: string, params: Params): string {
  const { variant } = params;
  return words.code('queries', variant === undefined ? code : `${code}.${variant}`, params);
}

/** The first broken hop of a chain in one sentence; what its status means where nothing is broken. */
export function verdictText(words: Words, status: string, { code, params }: { code: string | null; params: Params }): string {
  return code === null ? words.code('chain', `status.${status}.why`) : findingText(words, code, params);
}

/** What to change, or null where nothing is to be done. */
export function findingAdvice(words: Words, code: string, params: Params): string | null {
  const key = `${code}.do`;
  const text = words.code(code.startsWith('rule-') ? 'queries' : 'checks', key, params);
  return text === key ? null : text;
}
