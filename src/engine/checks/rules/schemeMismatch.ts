import { describe } from '../../listen/index.ts';
import { type Check, hit, perTarget } from '../check.ts';

/** The listener is known to speak the other scheme. */
export const schemeMismatch: Check = {
  kind: 'reason',
  code: 'scheme-mismatch',
  link: 'listener',
  run: (joined) =>
    perTarget(joined, ({ process, raw }) => {
      const { endpoint } = joined.resolution;
      if (!endpoint || !process?.serves || process.serves === endpoint.scheme) return null;
      // A relabeling that writes __scheme__ may put it right; nothing is claimed then.
      if (raw.relabelled.rewritesAddress) return null;
      const scheme = { ...endpoint.at, path: [...endpoint.at.path, ...(endpoint.schemeGiven ? ['scheme'] : [])] };
      return hit({ scheme: endpoint.scheme, serves: process.serves, listener: describe(process) }, scheme, process.at);
    }),
};
