import { openedBy } from '../open.ts';
import { metricsUnder } from '../prefix.ts';
import { named } from '../recognise.ts';
import type { Program } from '../types.ts';
import { byWebConfig } from '../webConfig.ts';

/** prometheus cmd/prometheus/main.go; `--web.route-prefix` moves the metrics path. */
export const prometheus: Program = {
  id: 'prometheus',
  closed: true,
  matches: (run) => named(run, 'prometheus'),
  listeners: (run) =>
    openedBy(run, run.flags('web.listen-address'), ':9090', { ...byWebConfig(run, 'web.config.file'), path: metricsUnder(run) }),
};
