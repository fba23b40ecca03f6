import type { Codec } from '../types.ts';
import { deflate } from './deflate.ts';

/** Every codec a link may name. New links are written with `CURRENT`. */
export const CODECS: readonly Codec[] = [deflate];
export const CURRENT: Codec = deflate;
