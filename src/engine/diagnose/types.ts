import type { LinkKind, Said } from '../chain/index.ts';
import type { FindingCode } from '../checks/index.ts';

/** What in the chains of the input a pasted message points at. */
export interface Suspect {
  chain: string;
  /** The hop the message is about; null where the chain has none of that kind. */
  link: LinkKind | null;
  /** Findings of this chain that explain the message; empty where the manifests do not. */
  findings: FindingCode[];
  /** Why this chain: the job, address, port or object named in the message. */
  because: Said[];
}
/** What a pasted message means. */
export interface Diagnosis {
  /** The recognised part of the text. */
  quote: string;
  /** Class of outcome or of message; a key of words/diagnose.ts. */
  class: string;
  /** Who says such things: `prometheus`, `curl`, `browser`, `operator`, `kubelet`, `kube-rbac-proxy`… */
  speaker: string;
  /** Names and numbers read from the message. */
  params: Record<string, string | number>;
  hop: LinkKind | null;
  suspects: Suspect[];
  /** Where to look when the manifests do not explain it. */
  look: Said[];
}
