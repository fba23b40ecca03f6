import type { Check } from '../check.ts';
import { endpointDifferences } from '../realEndpoints.ts';

/** A dump's real endpoints are not what its Service and pods would give (domain.md q2). */
export const endpointsDiffer: Check = {
  kind: 'remark',
  code: 'endpoints-differ',
  severity: 'warning',
  link: 'service-pods',
  run: ({ cluster, resolution }) => resolution.services.flatMap(({ service }) => endpointDifferences(cluster, service)),
};
