import type { Check } from '../check.ts';
import { deniedBy } from '../denied.ts';

/** A policy isolates the target pods for ingress and no rule admits Prometheus on this port. */
export const netpolDenied: Check = {
  kind: 'reason',
  code: 'netpol-denied',
  link: 'policy',
  run: deniedBy('denied', 'ingress'),
};
