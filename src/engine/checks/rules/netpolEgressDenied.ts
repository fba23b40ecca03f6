import type { Check } from '../check.ts';
import { deniedBy } from '../denied.ts';

/** A policy isolates the Prometheus pods for egress and no rule lets this connection out. */
export const netpolEgressDenied: Check = {
  kind: 'reason',
  code: 'netpol-egress-denied',
  link: 'policy',
  run: deniedBy('egress-denied', 'egress'),
};
