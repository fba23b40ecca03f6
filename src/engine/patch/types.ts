import type { Chain } from '../chain/index.ts';
import type { ChangedFile } from '../export/index.ts';
import type { At, TextEdit } from '../yaml/index.ts';

/** What the user wants of a chain. Goals are ordered; each applies to the text the previous one produced. */
export interface Goal {
  chain: string;
  goal: 'http' | 'https';
  /** `keep`: port names stay; `tidy`: the port is renamed to the scheme it now speaks. */
  names: 'keep' | 'tidy';
  /** Also drop the RBAC objects (and token mount) that only the removed proxy used. */
  removeUnusedRbac: boolean;
  /** Strategy id; the safest applicable one when absent. */
  strategy?: string;
}

/** One thing an edit does, in words: `code` is a key of words/patch.ts. */
export interface Step {
  code: string;
  params: Record<string, string | number>;
  file: string;
  /** Line in the file as it was. */
  at: At | null;
}
/** What follows from a plan that no diff shows: who can now read, what restarts, which names change. */
export interface Consequence {
  code: string;
  params: Record<string, string | number>;
  severity: 'info' | 'warning';
}
/** Edits in coordinates of the file's text as it was; sorted, never overlapping. */
export interface FileEdits {
  path: string;
  edits: TextEdit[];
}
export interface Plan {
  strategy: string;
  files: FileEdits[];
  steps: Step[];
  consequences: Consequence[];
  /** Whole-document removals that are offered, not made (RBAC only the proxy used). */
  offers: { code: string; params: Record<string, string | number>; objects: string[] }[];
}
/** No strategy fits: why, and what to do instead. `code` is a key of words/patch.ts. */
export interface Refusal {
  code: string;
  params: Record<string, string | number>;
}

export interface FileChange extends ChangedFile {
  steps: Step[];
}

/** The outcome of a list of goals: the texts after, the proof by re-analysis, or the refusal. */
export interface Preview {
  goals: Goal[];
  changes: FileChange[];
  consequences: Consequence[];
  offers: Plan['offers'];
  /** Per goal: null where it applied. */
  refusals: (Refusal | null)[];
  /** Goal-holding chains as analysed from the patched text. */
  after: Chain[];
}
