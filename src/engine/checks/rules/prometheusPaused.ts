import { type Check, hit } from '../check.ts';

/** The operator leaves a paused Prometheus as it is: what is changed or added does not reach it (domain.md a6). */
export const prometheusPaused: Check = {
  kind: 'remark',
  code: 'prometheus-paused',
  severity: 'warning',
  link: 'prometheus-monitor',
  run: ({ resolution: { selections } }) =>
    selections
      .filter(({ state, prometheus }) => state === 'selected' && prometheus.paused)
      .map(({ prometheus }) => hit({ prometheus: prometheus.name }, prometheus.at(['spec', 'paused']))),
};
