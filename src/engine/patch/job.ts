import type { Chain } from '../chain/index.ts';
import type { Workload } from '../cluster/index.ts';
import type { Listener } from '../listen/index.ts';
import type { Draft } from './draft.ts';
import type { PatchInput } from './input.ts';
import type { Scope, Site } from './site.ts';
import type { Goal, GoalKind, Refusal, Scheme } from './types.ts';

/** A plan in the making. */
export interface Task {
  input: PatchInput;
  goal: Goal;
  chain: Chain;
  draft: Draft;
}
/** One that makes ports speak a scheme; `chains` are those whose endpoints follow. */
export interface SchemeTask extends Task {
  scheme: Scheme;
  chains: Chain[];
}
/** One that changes the pods themselves. */
export interface Job extends SchemeTask, Scope {}

/** What became of a pod port; names are null where the port is not declared or has none. */
export interface PortChange {
  workload: Workload;
  before: PortRef;
  after: PortRef;
  /** The process that then answers without a proxy in front; null where a proxy asks for a token. */
  answers: Listener | null;
  /** Whether the port speaks another scheme than before. */
  respeaks: boolean;
  /** The old port stays, so what names it goes on naming it. */
  stays?: boolean;
}
export interface PortRef {
  number: number;
  name: string | null;
}

/** A way from one state of a pod: it changes the pod; Services, monitors and policies follow the port afterwards. */
export interface PortStrategy {
  level: 'port';
  id: string;
  goals: readonly Scheme[];
  /** Whether the pod is in the state this way starts from. */
  fits(site: Site, scheme: Scheme): boolean;
  apply(site: Site, job: Job): PortChange | Refusal;
}
/** A way that plans all of it by itself. */
export interface ChainStrategy {
  level: 'chain';
  id: string;
  goals: readonly GoalKind[];
  fits(task: Task): boolean;
  /** Null where the draft is complete. */
  apply(task: Task): Refusal | null;
}
export type Strategy = PortStrategy | ChainStrategy;

export const kindOf = ({ goal }: Pick<Goal, 'goal'>): GoalKind => (goal.startsWith('fix:') ? 'fix' : (goal as GoalKind));
export const isScheme = (kind: GoalKind): kind is Scheme => kind === 'http' || kind === 'https';
