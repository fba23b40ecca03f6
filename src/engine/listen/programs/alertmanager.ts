import { openedBy, openedByLast } from '../open.ts';
import { metricsUnder } from '../prefix.ts';
import { named } from '../recognise.ts';
import type { Program } from '../types.ts';
import { byWebConfig } from '../webConfig.ts';

/** alertmanager cmd/alertmanager/main.go: web, and the cluster mesh over TCP and UDP unless its address is empty. */
export const alertmanager: Program = {
  id: 'alertmanager',
  closed: true,
  matches: (run) => named(run, 'alertmanager'),
  listeners: (run) => [
    ...openedBy(run, run.flags('web.listen-address'), ':9093', {
      ...byWebConfig(run, 'web.config.file'),
      path: metricsUnder(run),
    }),
    ...openedByLast(run, run.flag('cluster.listen-address'), '0.0.0.0:9094'),
    ...openedByLast(run, run.flag('cluster.listen-address'), '0.0.0.0:9094', { protocol: 'UDP' }),
  ],
};
