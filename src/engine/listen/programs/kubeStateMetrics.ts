import { addressOf } from '../address.ts';
import { ASKS_BY_PATH } from '../guard.ts';
import { opened, portOf } from '../open.ts';
import { named } from '../recognise.ts';
import type { Invocation, Opened, Program } from '../types.ts';
import { byWebConfig } from '../webConfig.ts';

/** kube-state-metrics pkg/options: the main port and its own telemetry, http unless `--tls-config` says otherwise; `--auth-filter` asks for a token on both. */
export const kubeStateMetrics: Program = {
  id: 'kube-state-metrics',
  closed: true,
  matches: (run) => named(run, 'kube-state-metrics'),
  listeners: (run) => [...server(run, 'host', 'port', 8080), ...server(run, 'telemetry-host', 'telemetry-port', 8081)],
};

function server(run: Invocation, hostFlag: string, portFlag: string, fallback: number): Opened[] {
  const host = run.flag(hostFlag);
  const port = run.flag(portFlag);
  const number = portOf(port, fallback);
  const address = number === null ? null : addressOf(host?.value ?? '', number);
  const { serves, passwords } = byWebConfig(run, 'tls-config');
  const filter = run.flag('auth-filter');
  const asks = filter !== null && filter.value !== 'false';
  // A file of options may hold these too.
  const told = run.flag('config') === null;
  const certain = { schemeCertain: told && serves !== null, addressCertain: told || port !== null };
  return address
    ? [opened(run, address, port?.at ?? host?.at ?? null, { serves, passwords, ...certain, guard: asks ? ASKS_BY_PATH : null })]
    : [];
}
