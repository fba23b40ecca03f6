/** report.md: permanent codes, in the order they stand along the chain (the first one is `Chain.first`). */
export const REASONS = [
  'operator-rejects',
  'invalid-field-type',
  'invalid-selector',
  'monitor-not-selected',
  'no-endpoints',
  'rbac-missing',
  'service-not-found',
  'external-name-service',
  'service-without-selector',
  'port-not-found',
  'no-workload',
  'target-port-not-found',
  'container-port-undeclared',
  'dropped-by-relabeling',
  'not-tcp',
  'netpol-egress-denied',
  'netpol-denied',
  'bind-conflict',
  'loopback-only',
  'scheme-mismatch',
  'upstream-not-found',
] as const;
export type ReasonCode = (typeof REASONS)[number];

export const WARNINGS = [
  'host-network',
  'auth-missing',
  'netpol-unknown',
  'no-prometheus',
  'undeclared-port',
  'port-owner-differs',
  'multiple-services',
  'address-rewritten',
  'workload-without-port',
  'scheme-unknown',
  'operator-generated',
  'selects-all',
  'control-plane-pods',
  'upstream-assumed',
  'relabel-unknown',
  'all-ports',
  'tls-name',
] as const;
export type WarningCode = (typeof WARNINGS)[number];

/** Findings that are neither a chain's reason nor its warning. */
export const FINDINGS = ['token-in-clear', 'proxy-bypass', 'proxy-rbac-missing'] as const;
export type FindingCode = ReasonCode | WarningCode | (typeof FINDINGS)[number];
