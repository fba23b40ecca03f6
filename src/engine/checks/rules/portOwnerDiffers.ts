import { type Check, hit, perTarget } from '../check.ts';

/** One container declares the port, another listens on it: harmless, but the `container` label names the wrong one. */
export const portOwnerDiffers: Check = {
  kind: 'warning',
  code: 'port-owner-differs',
  severity: 'info',
  link: 'listener',
  run: (joined) =>
    perTarget(joined, ({ raw, process }) =>
      raw.declared && process && process.container !== raw.declared.container
        ? hit({ port: raw.number, declares: raw.declared.container, listens: process.container }, raw.declared.port.at, process.at)
        : null,
    ),
};
