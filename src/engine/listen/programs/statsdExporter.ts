import { openedBy, openedByLast } from '../open.ts';
import { named } from '../recognise.ts';
import type { Program } from '../types.ts';
import { byWebConfig, socketActivated } from '../webConfig.ts';

/** statsd_exporter main.go: its own web address, and where it takes events over TCP and UDP unless those are empty. */
export const statsdExporter: Program = {
  id: 'statsd-exporter',
  matches: (run) => named(run, 'statsd-exporter', 'statsd_exporter'),
  listeners: (run) => [
    ...(socketActivated(run)
      ? []
      : openedBy(run, run.flags('web.listen-address'), ':9102', {
          ...byWebConfig(run, 'web.config.file'),
          path: run.flag('web.telemetry-path')?.value ?? '/metrics',
        })),
    ...openedByLast(run, run.flag('statsd.listen-tcp'), ':9125'),
    ...openedByLast(run, run.flag('statsd.listen-udp'), ':9125', { protocol: 'UDP' }),
  ],
};
