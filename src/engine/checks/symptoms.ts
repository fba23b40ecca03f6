import type { ReasonCode, Symptom } from '../chain/index.ts';

/** How each reason shows in a running Prometheus (domain.md k, "where it shows"). */
export const SYMPTOMS: Readonly<Record<ReasonCode, Symptom>> = {
  'operator-rejects': 'absent',
  'invalid-field-type': 'absent',
  'invalid-selector': 'absent',
  'monitor-not-selected': 'absent',
  'no-endpoints': 'absent',
  'rbac-missing': 'absent',
  'service-not-found': 'absent',
  'external-name-service': 'absent',
  'service-without-selector': 'absent',
  'port-not-found': 'absent',
  'no-workload': 'absent',
  'target-port-not-found': 'absent',
  'container-port-undeclared': 'absent',
  'dropped-by-relabeling': 'absent',
  'not-tcp': 'down',
  'netpol-egress-denied': 'down',
  'netpol-denied': 'down',
  'bind-conflict': 'down',
  'loopback-only': 'down',
  'nothing-listens': 'down',
  'scheme-mismatch': 'down',
  'upstream-not-found': 'down',
};
