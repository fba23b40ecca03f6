import { type Check, hit } from '../check.ts';

/** A selector that LabelSelectorAsSelector refuses: the operator rejects the whole monitor. */
export const invalidSelector: Check = {
  kind: 'reason',
  code: 'invalid-selector',
  link: 'monitor-service',
  run: ({ resolution: { monitor } }) =>
    monitor.selector.invalid === null ? [] : [hit({ why: monitor.selector.invalid }, monitor.selector.at)],
};
