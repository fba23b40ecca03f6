import { addressOf } from '../address.ts';
import { opened, portOf } from '../open.ts';
import { named } from '../recognise.ts';
import type { Program } from '../types.ts';

/** metallb controller and speaker: `--host`, `--port`; whether the port is TLS depends on the release. */
export const metallb: Program = {
  id: 'metallb',
  matches: (run) => named(run, 'controller', 'speaker') && /(^|\/)metallb\/[^/]+$/.test(run.repository),
  listeners(run) {
    const flag = run.flag('port');
    const port = portOf(flag, 7472);
    const address = port === null ? null : addressOf(run.flag('host')?.value ?? '', port);
    return address ? [opened(run, address, flag?.at ?? null)] : [];
  },
};
