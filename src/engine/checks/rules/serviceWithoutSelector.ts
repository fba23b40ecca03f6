import { type Check, hit } from '../check.ts';
import { missesOf, near } from '../misses.ts';

/** A Service without a selector gets no endpoints from a controller, and none are in the input. */
export const serviceWithoutSelector: Check = {
  kind: 'reason',
  code: 'service-without-selector',
  link: 'service-pods',
  run: ({ resolution: r, nearMisses }) =>
    missesOf(r, 'service-without-selector').map((m) =>
      hit({ ...near(nearMisses), service: m.service?.service.name ?? '' }, m.service?.service.at(['spec']), nearMisses[0]?.at),
    ),
};
