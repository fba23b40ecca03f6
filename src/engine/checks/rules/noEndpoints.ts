import { type Check, hit } from '../check.ts';

/** A monitor without endpoints writes no scrape job. */
export const noEndpoints: Check = {
  kind: 'reason',
  code: 'no-endpoints',
  link: null,
  run: ({ resolution: { monitor, endpoint } }) =>
    endpoint ? [] : [hit({ monitor: monitor.name, kind: monitor.kind }, monitor.at(['spec']))],
};
