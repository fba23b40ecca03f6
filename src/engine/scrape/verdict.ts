import type { At } from '../yaml/index.ts';

/**
 * What the operator makes of an object it has selected (prometheus-operator resource_selector.go). `incomplete`: it hangs
 * on an object that is not in the input, so nothing is claimed.
 */
export type Verdict =
  | { state: 'accepted' }
  | { state: 'rejected'; code: string; params: Record<string, string | number>; field: string; at: At }
  | { state: 'incomplete'; missing: { kind: string; namespace: string; name: string; key: string | null }[]; field: string; at: At };
