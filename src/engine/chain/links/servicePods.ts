import { comparePods } from '../../scrape/index.ts';
import { comparisonFacts } from '../facts.ts';
import { equalitySelector } from '../nearMiss.ts';
import { type LinkBuilder, podEnd, serviceEnd, unmatched } from './build.ts';

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
      if (pods.length === 0) return [unmatched(service.id, from, selector, nearMisses)];
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
