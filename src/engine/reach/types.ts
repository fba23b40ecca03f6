import type { At } from '../yaml/index.ts';

/** `network` in the JSON report: what policies say about one connection. */
export type NetworkState = 'admitted' | 'denied' | 'egress-denied' | 'host-network' | 'unknown';

/** One policy's part in a verdict: which rule admits, or why none does. */
export interface PolicyFact {
  /** Object id of the NetworkPolicy. */
  policy: string;
  direction: 'ingress' | 'egress';
  admits: boolean | null;
  /** The rule that admits, or the one that comes closest; the policy's podSelector where it has no rule. */
  at: At;
  /** The peer and port entries that decided, if any. */
  peerAt: At | null;
  portAt: At | null;
  /** Why it does not admit or cannot be told. */
  why: 'admits' | 'no-rule' | 'peer' | 'port' | 'namespace-unknown' | 'address';
  /** What the closest rule asks for and the connection lacks; empty where it admits. */
  differs: PolicyDifference[];
}

/** One thing a rule asks for, beside what is there. */
export interface PolicyDifference {
  on: 'pod' | 'namespace' | 'port' | 'address';
  /** The label's key, or `namespace`, `port`, `protocol`, `ipBlock`. */
  name: string;
  wanted: string;
  /** null: no such label. */
  got: string | null;
  /** The policy's side. */
  at: At;
  /** The other side, where it stands in the input. */
  theirs: At | null;
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
  /** With its subresource: `nodes/metrics`. */
  resource: string;
  /** null: no single one. */
  name: string | null;
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
  /** `unknown`: the service account is bound by nothing in the input, or by a role that is not in it, so its rights may be elsewhere. */
  state: 'granted' | 'missing' | 'unknown';
  facts: RightsFact[];
  /** What the input lacks where rights are unknown: the role that a binding names, or (null) any binding of the account. */
  lacks?: { kind: string; name: string; binding: string; at: At } | null;
}
