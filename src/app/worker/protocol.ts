import type { Engine, Exported } from '../../engine/api.ts';
import type { Problem, SourceFile } from '../../engine/ingest/index.ts';
import type { Goal } from '../../engine/patch/index.ts';
import type { ShareRequest } from '../../engine/share/index.ts';
import type { Lang } from '../../words/index.ts';
import type { Manner, PictureFormat } from './sent.ts';

/** Bytes as the user gave them; archives are unpacked and text is decoded on the other side. */
export interface Parcel {
  name: string;
  bytes: Uint8Array;
}
export interface Unpacked {
  files: SourceFile[];
  problems: Problem[];
}
export interface Progress {
  done: number;
  total: number;
  /** What is ready, so that no single message holds up the page. */
  part?: Unpacked;
}

/** What a permalink holds, or why it cannot be opened; `problem` is a code of words. */
export interface LinkState {
  files: SourceFile[];
  goals: Goal[];
  defaultNamespace: string;
  operatorVersion: string | null;
  chain: string | null;
  selection: string | null;
  /** `all`: the picture of all chains was looked at. */
  view?: string;
}
export type Opened = { state: LinkState } | { problem: string; params: Record<string, string | number> };

/** Everything the page may ask: the engine's own questions, those that come before there is an engine state, and the report in words. */
export type Calls = { [M in keyof Engine]: Engine[M] } & {
  /** Answers the last part; the parts before it come with the progress. */
  unpack(parcels: Parcel[]): Unpacked;
  /** Files of the next `setFiles`, sent ahead of it. */
  stage(put: SourceFile[]): void;
  decode(fragment: string): Opened;
  /** A picture of what a request would send, and of nothing else. */
  picture(request: ShareRequest, format: PictureFormat, manner: Manner): string;
  /** The same for an issue tracker, as Markdown. */
  bundle(request: ShareRequest, manner: Manner): string;
  /** The same as the JSON report. */
  sentReport(request: ShareRequest, lang: Lang): Exported | { refused: string };
  /** `before`: problems of archives and bytes, which the engine never saw. */
  report(goals: Goal[], lang: Lang, before: Problem[]): Exported | { refused: string };
};
export type Method = keyof Calls;
export type Args<M extends Method> = Parameters<Calls[M]>;
export type Answer<M extends Method> = ReturnType<Calls[M]>;

export interface Request {
  id: number;
  method: Method;
  args: unknown[];
}
export type Response =
  | { kind: 'ready' }
  | { kind: 'progress'; id: number; progress: Progress }
  | { kind: 'done'; id: number; value: unknown }
  | { kind: 'failed'; id: number; message: string };
