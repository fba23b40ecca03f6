import type { Chain } from '../chain/index.ts';
import type { Finding, FindingCode } from '../checks/index.ts';
import type { ChangedFile } from '../export/index.ts';
import type { At, TextEdit } from '../yaml/index.ts';

/** What a port speaks. */
export type Scheme = 'http' | 'https';
/**
 * `http`, `https`: scraped so end to end; `outside`: readable from outside the cluster; `tidy-names`: ports are called
 * what they speak; `fix:CODE`: the finding of that code goes away.
 */
export type GoalName = Scheme | 'outside' | 'tidy-names' | `fix:${FindingCode}`;
/** What ways are made for. */
export type GoalKind = Scheme | 'outside' | 'tidy-names' | 'fix';

/** What the user wants of a chain. Goals are ordered; each applies to the text the previous one produced. */
export interface Goal {
  chain: string;
  goal: GoalName;
  /** `keep`: port names stay; `tidy`: the port is renamed to the scheme it now speaks. */
  names: 'keep' | 'tidy';
  /** Also drop the RBAC objects (and token mount) that only the removed proxy used. */
  removeUnusedRbac: boolean;
  /** Strategy id; the safest applicable one when absent. */
  strategy?: string;
  /** Name of the Secret (`kubernetes.io/tls`) that a process which speaks TLS itself reads; one is made up when absent. */
  secret?: string;
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

/** One way to a goal, as a choice. */
export interface Way {
  strategy: string;
  /** Files it changes, makes or removes. */
  files: string[];
  consequences: Consequence[];
  /** Why it would not keep its promise here; null where it can be taken. */
  refusal: Refusal | null;
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
  /** Per goal: the way that was taken, `met` where nothing was to do; null where it was refused. */
  strategies: (string | null)[];
  /** What is said of the input afterwards and was not said before; never an error. */
  newFindings: Finding[];
  /** Findings of the input that are gone. */
  gone: Finding[];
}
