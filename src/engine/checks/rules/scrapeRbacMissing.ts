import { askedText } from '../../chain/index.ts';
import { type Check, hit } from '../check.ts';
import { sendsOwnToken } from '../ownToken.ts';

/** Prometheus' service account, bound in the input, may not read what the proxy reviews: every scrape gets 403 (domain.md f5, f6). */
export const scrapeRbacMissing: Check = {
  kind: 'remark',
  code: 'scrape-rbac-missing',
  severity: 'warning',
  link: 'scrape-rights',
  run: ({ rights, resolution: { endpoint, selections } }) =>
    !sendsOwnToken(endpoint)
      ? []
      : rights.scrape.flatMap(({ prometheus, verdict }) => {
          if (verdict.state !== 'missing') return [];
          const owner = selections.find((s) => s.prometheus.id === prometheus)?.prometheus;
          const lacking = verdict.facts.filter((f) => !f.granted);
          const namespace = lacking[0]?.namespace;
          const params = {
            account: owner?.serviceAccountName ?? '',
            rights: lacking.map(askedText).join(', '),
            ...(namespace ? { variant: 'namespaced', namespace } : {}),
          };
          return [hit(params, owner?.at(['spec', 'serviceAccountName']), endpoint.at)];
        }),
};
