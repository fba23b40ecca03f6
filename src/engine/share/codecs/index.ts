import { json, plain } from '../forms.ts';
import type { Codec } from '../types.ts';
import { DICTIONARY_1 } from './dictionary1.ts';

/** Every codec a link may name. An id, once used, is readable for ever. */
export const CODECS: readonly Codec[] = [
  { id: 'd', form: json },
  { id: 'f', form: plain },
  { id: 'k1', form: plain, dictionary: new TextEncoder().encode(DICTIONARY_1) },
];
/** What new links are written with: whichever makes the shorter one. */
export const CURRENT: readonly Codec[] = CODECS.slice(1);
