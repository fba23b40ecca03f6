import { openedBy } from '../open.ts';
import { named } from '../recognise.ts';
import type { Program } from '../types.ts';
import { byWebConfig } from '../webConfig.ts';

/** Two programs of one name, told apart by who publishes the image (justwatchcom main.go, burningalchemist cmd/sql_exporter). */
export const sqlExporter: Program = {
  id: 'sql-exporter',
  matches: (run) => named(run, 'sql-exporter', 'sql_exporter'),
  listeners: (run) =>
    openedBy(run, run.flags('web.listen-address'), DEFAULTS.find(([owner]) => run.repository.includes(owner))?.[1] ?? null, {
      ...byWebConfig(run, 'web.config.file'),
      path: run.flag('web.telemetry-path', 'web.metrics-path')?.value ?? '/metrics',
    }),
};

const DEFAULTS = [
  ['justwatch', ':9237'],
  ['burningalchemist', ':9399'],
] as const;
