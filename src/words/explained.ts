import { findingText } from './findings.ts';
import type { Words } from './index.ts';
import type { Params } from './types.ts';

/** A sentence of an explanation; findings keep the sentence they have everywhere. */
export function explainedText(words: Words, { code, params }: { code: string; params: Params }): string {
  return code.startsWith('finding.') ? findingText(words, code.slice('finding.'.length), params) : words.code('explain', code, params);
}
