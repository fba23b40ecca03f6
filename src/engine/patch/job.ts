import type { Listener } from '../listen/index.ts';
import type { Draft } from './draft.ts';
import type { PatchInput } from './input.ts';
import type { Scope, Site } from './site.ts';
import type { Goal, Refusal } from './types.ts';

export interface Job extends Scope {
  input: PatchInput;
  goal: Goal;
  draft: Draft;
}

/** What became of a pod port; names are null where the port is not declared or has none. */
export interface PortChange {
  site: Site;
  before: PortRef;
  after: PortRef;
  /** The process that then answers without a proxy in front; null where a proxy asks for a token. */
  answers: Listener | null;
  /** Whether the port speaks another scheme than before. */
  respeaks: boolean;
}
export interface PortRef {
  number: number;
  name: string | null;
}

/** One way to reach a goal from one state of a pod. */
export interface Strategy {
  id: string;
  goals: readonly Goal['goal'][];
  /** Whether the pod is in the state this way starts from. */
  fits(site: Site, goal: Goal['goal']): boolean;
  /** Changes the pod; Services, monitors and policies follow the port afterwards. */
  apply(site: Site, job: Job): PortChange | Refusal;
}
