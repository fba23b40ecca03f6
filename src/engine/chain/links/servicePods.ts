import { comparePods } from '../../scrape/index.ts';
import { comparisonFacts } from '../facts.ts';
import { equalitySelector } from '../nearMiss.ts';
import { type LinkBuilder, nothing, podEnd, serviceEnd } from './build.ts';

/** L7: Service.selector against pod labels, by equality, in one namespace. */
export const servicePods: LinkBuilder = {
  kind: 'service-pods',
  build({ cluster, resolution: r, nearMisses }) {
    return r.services.flatMap(({ service: cs }) => {
      const { service } = cs;
      if (service.selector === null || cs.external) return [];
      const selector = equalitySelector(service.selector, (key) =>
        service.at(key === '' ? ['spec', 'selector'] : ['spec', 'selector', key]),
      );
      const from = { ...serviceEnd(cs, null), at: service.at(['spec', 'selector']) };
      const pods = cluster.podsMatching(service.namespace, service.selector);
      if (pods.length === 0) {
        const wanted = selector.requirements.map((req) => ({
          name: req.key,
          left: { value: `${req.key}=${req.values[0] ?? ''}`, at: req.at },
          right: null,
          holds: false,
        }));
        const near = nearMisses[0];
        return [
          {
            key: service.id,
            from,
            to: nothing,
            label: 'selector',
            facts: near?.facts ?? wanted,
            state: near ? 'broken' : 'unknown',
          } as const,
        ];
      }
      return pods.map((w) => ({
        key: `${service.id}/${w.id}`,
        from,
        to: podEnd(w, null),
        label: 'selector',
        facts: comparisonFacts(comparePods(selector, w)),
      }));
    });
  },
};
