import type { QueryFinding } from '../../../engine/queries/index.ts';
import type { Words } from '../../../words/index.ts';

/** The sentence of a finding about a rule; its variant picks the form. */
export const sentence = (words: Words, { code, params }: QueryFinding): string =>
  words.code('queries', `${code}.${params['variant'] ?? ''}`, params);

export const advice = (words: Words, { code, params }: QueryFinding): string => words.code('queries', `${code}.do`, params);
