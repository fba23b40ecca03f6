import { describe } from '../../listen/index.ts';
import { type Check, hit, perReached } from '../check.ts';

/** The only known listener on the port binds a loopback address: a scrape of the pod address is refused. */
export const loopbackOnly: Check = {
  kind: 'reason',
  code: 'loopback-only',
  link: 'listener',
  run: (joined) =>
    perReached(joined, ({ process, raw }) =>
      process?.bind === 'loopback' && process.addressCertain
        ? hit({ listener: describe(process), port: raw.number }, process.at, raw.declared?.port.at)
        : null,
    ),
};
