import { findingText } from './findings.ts';
import type { Words } from './index.ts';
import type { Params } from './types.ts';

/** The sentences of a report in one language. */
export const sayIn = (words: Words) => ({
  finding: (code: string, params: Params): string => findingText(words, code, params),
  problem: (code: string, params: Params): string => words.code('problems', code, params),
});
