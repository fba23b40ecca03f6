import type { At } from '../yaml/index.ts';

/** `network` in the JSON report: what policies say about one connection. */
export type NetworkState = 'admitted' | 'denied' | 'egress-denied' | 'host-network' | 'unknown';

/** One policy's part in a verdict: which rule admits, or why none does. */
export interface PolicyFact {
  /** Object id of the NetworkPolicy. */
  policy: string;
  direction: 'ingress' | 'egress';
  admits: boolean | null;
  /** The rule that admits, or the policy's rules when none does. */
  at: At;
  /** The peer and port entries that decided, if any. */
  peerAt: At | null;
  portAt: At | null;
  /** Why it does not admit or cannot be told. */
  why: 'admits' | 'no-rule' | 'peer' | 'port' | 'namespace-unknown' | 'address';
}

export interface NetworkVerdict {
  state: NetworkState;
  /** Names (not ids) of all policies that select the target pods, enforced there or not. */
  policies: string[];
  facts: PolicyFact[];
}

/** Rights needed and whether bindings in the input grant them. */
export interface RightsFact {
  verb: string;
  group: string;
  resource: string;
  /** null: cluster-wide. */
  namespace: string | null;
  /** For nonResourceURLs. */
  url: string | null;
  granted: boolean;
  /** Role and binding that grant it. */
  role: string | null;
  binding: string | null;
  at: At | null;
}
export interface RightsVerdict {
  /** `unknown`: the service account is bound by nothing in the input, so its rights may be elsewhere. */
  state: 'granted' | 'missing' | 'unknown';
  facts: RightsFact[];
}
