import type { Said } from '../chain/index.ts';
import type { OutcomeClass } from './types.ts';

/** What comes of a request, before a client puts it into its own words. */
export interface Result {
  class: OutcomeClass;
  why: Said[];
  /** What it hangs on, where the input does not settle it; then there are several. */
  when?: Said;
}

/** The same reasons ahead of every one of them. */
export const after = (why: readonly Said[], then: readonly Result[]): Result[] => then.map((r) => ({ ...r, why: [...why, ...r.why] }));

/** One result under a condition; results that hang on something already keep the nearer one. */
export const under = (when: Said, then: readonly Result[]): Result[] => then.map((r) => ({ ...r, when: r.when ?? when }));
