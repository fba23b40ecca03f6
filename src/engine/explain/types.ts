import type { Said } from '../chain/index.ts';

/** One hop or theme of the story: a heading and sentences, each with its lines. */
export interface Paragraph {
  /** Key of words/explain.ts. */
  title: string;
  sentences: Said[];
}
/** A way to read a chain's metrics from outside the cluster. */
export interface Way {
  id: string;
  /** False: it does not fit this chain, and the first consequence says why. */
  fits: boolean;
  /** What has to be done, and what it costs: who can read it then, what restarts, what no longer holds. */
  steps: Said[];
  consequences: Said[];
}
/** A chain told from Prometheus to the process that answers. */
export interface Explanation {
  chain: string;
  paragraphs: Paragraph[];
  ways: Way[];
}
