import { createStore } from 'zustand/vanilla';
import type { ChainView, PreviewView, Summary } from '../../engine/api.ts';
import type { Problem, SourceFile } from '../../engine/ingest/index.ts';
import type { Scene } from '../../engine/scene/index.ts';
import type { Progress } from '../worker/protocol.ts';

/** What runs now, for a progress line and its cancel button. */
export type Busy = { step: 'reading' | 'analysing' | 'making'; progress: Progress | null };

/** The engine's newest answers. Read-only for the panels; each is replaced as a whole. */
export interface Answers {
  summary: Summary | null;
  /** The sources the summary speaks of: the input may already be ahead of it. */
  files: readonly SourceFile[];
  /** Problems of archives and bytes, found before the engine saw any text. */
  unpackProblems: Problem[];
  chain: ChainView | null;
  preview: PreviewView | null;
  previewing: boolean;
  /** The picture of the scope that is looked at. */
  overview: Scene | null;
  busy: Busy | null;
  /** Counts how often everything was stopped: what was being asked is asked again. */
  stops: number;
  /** The engine itself failed; its own words. */
  failure: string | null;
}

export const NO_ANSWERS: Answers = {
  summary: null,
  files: [],
  unpackProblems: [],
  chain: null,
  preview: null,
  previewing: false,
  overview: null,
  busy: null,
  stops: 0,
  failure: null,
};
export const createAnswersStore = () => createStore<Answers>()(() => NO_ANSWERS);
