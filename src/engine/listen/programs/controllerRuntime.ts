import { type Address, addressOf, parseAddress } from '../address.ts';
import { opened } from '../open.ts';
import type { Flag, Invocation, Opened, Program } from '../types.ts';

/**
 * Managers built with controller-runtime, known by their flags. Newer ones serve https by default and older ones http,
 * so without `--metrics-secure` the scheme stays open; `0` turns metrics off (controller-runtime pkg/metrics/server).
 */
export const controllerRuntime: Program = {
  id: 'controller-runtime',
  matches: (run) => metricsFlag(run) !== null,
  listeners(run) {
    const metrics = metricsFlag(run);
    return [
      ...server(run, metrics, { serves: secure(run) }),
      ...server(run, run.flag('health-probe-bind-address', 'health-probe-addr', 'healthz-addr'), { serves: 'http', path: '/healthz' }),
    ];
  },
};

const metricsFlag = (run: Invocation): Flag | null => run.flag('metrics-bind-address', 'metrics-addr', 'metrics-bind-addr');

function secure(run: Invocation): Opened['serves'] {
  const value = run.flag('metrics-secure', 'secure-metrics')?.value;
  if (value === 'true') return 'https';
  return value === 'false' ? 'http' : null;
}

function server(run: Invocation, flag: Flag | null, extra: Pick<Opened, 'serves'> & { path?: string }): Opened[] {
  const address = flag && (parseAddress(flag.value) ?? bare(flag.value));
  return address ? [opened(run, address, flag.at, extra)] : [];
}

/** Some managers take the number alone. */
const bare = (value: string): Address | null => (/^\d+$/.test(value) ? addressOf('', Number(value)) : null);
