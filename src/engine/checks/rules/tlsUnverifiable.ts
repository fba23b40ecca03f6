import { describe } from '../../listen/index.ts';
import { type Check, type Hit, hit, perReached } from '../check.ts';
import { isMissing } from '../mounted.ts';

/**
 * TLS that cannot be verified, for certain: the server makes a certificate of its own that nobody can know, or a file of the
 * endpoint's tlsConfig is nowhere in the Prometheus pods, and then the whole job is left out (outcomes.md 2, 4).
 */
export const tlsUnverifiable: Check = {
  kind: 'remark',
  code: 'tls-unverifiable',
  severity: 'error',
  link: 'listener',
  run: (joined) => {
    const { endpoint, selections } = joined.resolution;
    const tls = endpoint?.tls ?? null;
    if (!endpoint) return [];
    const at = (field: string) => ({
      ...endpoint.at,
      path: [...endpoint.at.path, ...(tls ? ['tlsConfig', ...(field === '' ? [] : [field])] : [])],
    });
    const files: Hit[] = (['caFile', 'certFile', 'keyFile'] as const).flatMap((field) => {
      const path = tls?.[field];
      const lacking = path ? selections.find((s) => s.state === 'selected' && isMissing(s.prometheus, path)) : undefined;
      return path && lacking
        ? [hit({ variant: 'file', field, path, prometheus: lacking.prometheus.name }, at(field), lacking.prometheus.at(['spec']))]
        : [];
    });
    if (files.length > 0 || tls?.insecureSkipVerify) return files;
    return perReached(joined, ({ process, raw }) =>
      process?.selfMade && raw.relabelled.scheme === 'https' ? hit({ listener: describe(process) }, at(''), process.at) : null,
    );
  },
};
