import type { SourceFile } from '../ingest/index.ts';
import type { Goal } from '../patch/index.ts';
import type { Form } from './forms.ts';

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

/** How a state becomes bytes, named in the link: a form, raw deflate, and what both sides know beforehand. */
export interface Codec {
  id: string;
  form: Form;
  dictionary?: Uint8Array;
}
