import type { MonitorEndpoint } from '../../objects/index.ts';
import type { Resolution } from '../../scrape/index.ts';
import type { At } from '../../yaml/index.ts';
import { type Check, hit } from '../check.ts';

/** The endpoint sends credentials over plain http: everyone on the way can read them (outcomes.md 2). */
export const tokenInClear: Check = {
  kind: 'remark',
  code: 'token-in-clear',
  severity: 'warning',
  link: 'listener',
  run: ({ resolution: r, targets }) => {
    if (!r.endpoint) return [];
    // A relabeling may ask in another way than the endpoint says.
    const schemes = targets.length > 0 ? targets.map(({ raw }) => raw.relabelled.scheme) : [r.endpoint.scheme];
    const sent = schemes.includes('http') ? (ownField(r.endpoint) ?? ofClass(r)) : null;
    return sent ? [hit({ field: sent.field, monitor: r.monitor.name }, sent.at)] : [];
  },
};

interface Sent {
  field: string;
  at: At | null;
}

/** With oauth2 the token comes from elsewhere, and is sent no less; that is left to who runs the provider. */
function ownField({ at, bearerTokenFile, auth }: MonitorEndpoint): Sent | null {
  const field = bearerTokenFile === null ? auth.find((f) => f !== 'oauth2') : 'bearerTokenFile';
  return field === undefined ? null : { field, at: { ...at, path: [...at.path, field] } };
}

/** A scrape class may bring an authorization of its own (domain.md a10). */
function ofClass({ job, monitor, selections }: Resolution): Sent | null {
  if (job?.config['authorization'] === undefined) return null;
  const owner = selections.find((s) => s.state === 'selected')?.prometheus;
  const at = monitor.scrapeClass === null ? owner?.at(['spec', 'scrapeClasses']) : monitor.at(['spec', 'scrapeClass']);
  return { field: 'scrapeClass', at: at ?? null };
}
