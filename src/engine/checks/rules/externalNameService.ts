import { type Check, hit } from '../check.ts';
import { missesOf, near } from '../misses.ts';

/** An ExternalName Service has no endpoints, so a ServiceMonitor finds nothing (domain.md c7). */
export const externalNameService: Check = {
  kind: 'reason',
  code: 'external-name-service',
  link: 'service-pods',
  run: ({ resolution: r, nearMisses }) =>
    missesOf(r, 'external-name-service').map((m) =>
      hit({ ...near(nearMisses), service: m.service?.service.name ?? '' }, m.service?.service.at(['spec', 'type']), nearMisses[0]?.at),
    ),
};
