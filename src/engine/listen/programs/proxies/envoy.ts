import { type Json, readValue } from '../../../yaml/index.ts';
import { type Address, addressOf } from '../../address.ts';
import { step, textOf } from '../../json.ts';
import { opened } from '../../open.ts';
import { declaredProxy, only } from '../../proxied.ts';
import { named } from '../../recognise.ts';
import type { Program, Upstream } from '../../types.ts';

/** envoy config.bootstrap.v3: listeners with the transport socket of their filter chains, the only cluster behind them, the admin port. */
export const envoy: Program = {
  id: 'envoy',
  matches: (run) => named(run, 'envoy', 'envoy-distroless'),
  listeners(run) {
    const file = run.flag('c', 'config-path');
    const text = run.flag('config-yaml')?.value ?? (file ? run.file(file.value) : null);
    const bootstrap = text === null ? undefined : readValue(text).value;
    if (step(bootstrap, 'static_resources') === null) return declaredProxy(run);
    const resources = step(bootstrap, 'static_resources');
    const at = file?.at ?? run.at;
    const hop = only(listOf(step(resources, 'clusters')), (cluster) => JSON.stringify(cluster));
    const endpoint = hop === null ? null : socketOf(firstAddress(hop));
    const upstream: Upstream | null =
      endpoint && hop ? { ...endpoint, scheme: step(hop, 'transport_socket') === null ? 'http' : 'https', known: true, at } : null;
    const admin = socketOf(step(step(bootstrap, 'admin'), 'address'));
    const listeners = listOf(step(resources, 'listeners')).flatMap((listener) => {
      const address = socketOf(step(listener, 'address'));
      const tls = listOf(step(listener, 'filter_chains')).map((chain) => step(chain, 'transport_socket') !== null);
      const serves = tls.every(Boolean) && tls.length > 0 ? 'https' : tls.some(Boolean) ? null : 'http';
      return address ? [opened(run, address, at, { serves, proxy: true, upstream })] : [];
    });
    return [...listeners, ...(admin ? [opened(run, admin, at, { serves: 'http', path: '/stats/prometheus' })] : [])];
  },
};

const listOf = (value: Json): Json[] => (Array.isArray(value) ? value : []);

function socketOf(address: Json): Address | null {
  const socket = step(address, 'socket_address');
  const port = step(socket, 'port_value');
  return typeof port === 'number' ? addressOf(textOf(socket, 'address'), port) : null;
}

function firstAddress(cluster: Json): Json {
  const endpoints = listOf(step(step(cluster, 'load_assignment'), 'endpoints')).flatMap((e) => listOf(step(e, 'lb_endpoints')));
  return step(
    step(
      only(endpoints, (e) => JSON.stringify(e)),
      'endpoint',
    ),
    'address',
  );
}
