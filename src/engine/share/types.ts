import type { SourceFile } from '../ingest/index.ts';
import type { Goal } from '../patch/index.ts';

/** What a link holds: input only; everything else is derived when it is opened. Grows by optional fields; a change of meaning is a new version. */
export interface ShareState {
  type: 'linkchain';
  version: 1;
  files: Pick<SourceFile, 'path' | 'text'>[];
  /** Namespace of objects that name none: without it chain ids could differ on the other side. */
  defaultNamespace: string;
  /** Where the sender set one. */
  operatorVersion?: string;
  goals: Goal[];
  chain: string | null;
  selection: string | null;
  view?: string;
}

/** Why a link cannot be opened; keys of words/share.ts. */
export type ShareCode = 'not-a-link' | 'truncated' | 'damaged' | 'newer' | 'too-large' | 'unknown-codec' | 'wrong-shape';
export type Decoded = { ok: true; state: ShareState } | { ok: false; code: ShareCode; params: Record<string, string | number> };

export interface ShareLimits {
  /** Characters of the fragment. */
  fragment: number;
  /** Bytes after inflating; checked while inflating. */
  inflated: number;
  files: number;
  goals: number;
  /** Characters of a path, and of any other short text. */
  path: number;
}

/** A way to make bytes small, named by one letter in the link. An id, once used, is readable for ever. */
export interface Codec {
  id: string;
  pack(bytes: Uint8Array): Uint8Array;
  /** Stops, without having held more, when the result would be larger than `limit`. */
  unpack(bytes: Uint8Array, limit: number): Uint8Array | 'too-large' | 'damaged';
}
