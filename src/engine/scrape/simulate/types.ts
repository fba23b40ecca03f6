import type { ClusterService, Pod } from '../../cluster/index.ts';
import type { KnownLabels, Step } from '../rules.ts';

/** A target as discovery finds it, before any rule has run. */
export interface Found {
  labels: KnownLabels;
  service: ClusterService | null;
  pod: Pod | null;
}
export interface Discovered extends Found {
  /** Port of the address, as discovery found it. */
  port: number | null;
}

/** One raw target with its story. Kept: `url` is set. Otherwise a rule drops it, or Prometheus reports `error` for it. */
export interface TargetStory extends Discovered {
  url: string | null;
  droppedBy: number | null;
  /** Keep and drop rules that hang on what only exists at run time. */
  unknown: number[];
  error: 'no-address' | 'bad-address' | 'bad-scheme' | 'bad-interval' | null;
  scheme: string;
  address: string;
  path: string;
  /** The first value of every parameter. */
  params: Readonly<Record<string, string>>;
  /** After all rules, without those that begin with `__`. null: known at run time only. */
  final: KnownLabels;
  /** Those that begin with `__` and stay: nobody sees them, but they tell targets apart. */
  internal: KnownLabels;
  steps: Step[];
}

export interface JobTargets {
  /** Raw targets in all. */
  discovered: number;
  dropped: number;
  /** How many of them each rule drops; rules without any are left out. */
  drops: ReadonlyMap<number, number>;
  /** Kept targets that equal another in everything; Prometheus scrapes one of them. */
  duplicates: number;
  kept: TargetStory[];
  /** At most `SHOWN` of them. */
  droppedStories: TargetStory[];
  /** Service discoveries of the job whose targets are outside the input. */
  elsewhere: string[];
  /** Some pod, node or address is an example. */
  simulated: boolean;
}
