import type { Status } from '../chain/index.ts';

export type HitKind = 'chain' | 'object' | 'port' | 'label';

/** Something that a search finds: where it stands, and which chain shows it. Plain data. */
export interface Hit {
  kind: HitKind;
  /** Unique within an answer. */
  id: string;
  /** The name itself: `web`, `app=cart`, `node-exporter`. */
  text: string;
  /** Kubernetes kind of the object. */
  of: string;
  namespace: string;
  /** Id of the object; the monitor of a chain. */
  object: string;
  /** The worst chain that it takes part in; null where there is none. */
  chain: string | null;
  status: Status | null;
  file: string;
}
export interface Found {
  /** The best ones, best first. */
  hits: Hit[];
  /** How many there are in all. */
  count: number;
}
