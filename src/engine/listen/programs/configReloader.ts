import { openedByLast } from '../open.ts';
import { named } from '../recognise.ts';
import type { Program } from '../types.ts';
import { byWebConfig } from '../webConfig.ts';

/** prometheus-operator cmd/prometheus-config-reloader: no listener without an address. */
export const configReloader: Program = {
  id: 'prometheus-config-reloader',
  closed: true,
  matches: (run) => named(run, 'prometheus-config-reloader'),
  listeners: (run) => openedByLast(run, run.flag('listen-address'), null, { ...byWebConfig(run, 'web-config-file') }),
};
