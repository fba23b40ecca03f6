import { parseAddress } from '../address.ts';
import { openedBy } from '../open.ts';
import { named } from '../recognise.ts';
import type { Flag, Invocation, Program } from '../types.ts';
import { type ByWebConfig, byWebConfig, socketActivated } from '../webConfig.ts';

interface Exporter {
  id: string;
  names?: readonly string[];
  /** Default address, as the program's own help says. */
  address: string;
  /** Address flags besides `--web.listen-address`, or in its place. */
  flags?: readonly string[];
  /** Knows no `--web.listen-address`. */
  ownFlags?: true;
  /** Flag or variable that holds the port alone, and the flag for its host. */
  portFlags?: readonly string[];
  portEnv?: string;
  hostFlags?: readonly string[];
  hostEnv?: string;
  /** Environment variable that may hold the address. */
  env?: string;
  /** One that only some releases read: where it is set, the address hangs on the release. */
  oldEnv?: string;
  /** One that may turn TLS on. */
  tlsEnv?: string;
  /** A flag whose file may say more than the arguments do. */
  ownConfig?: string;
  /** A flag that turns TLS on without a web configuration. */
  tlsFlag?: string;
  /** TLS is decided by something that no flag names. */
  schemeOpen?: true;
}

/** Exporters of one port (domain.md g): prometheus/exporter-toolkit flags, else what each one's main.go reads. */
const TABLE: readonly Exporter[] = [
  { id: 'node-exporter', names: ['node_exporter'], address: ':9100' },
  { id: 'blackbox-exporter', names: ['blackbox_exporter'], address: ':9115' },
  { id: 'pushgateway', address: ':9091' },
  { id: 'mysqld-exporter', names: ['mysqld_exporter', 'prometheus-mysql-exporter'], address: ':9104' },
  { id: 'elasticsearch-exporter', names: ['elasticsearch_exporter'], address: ':9114' },
  { id: 'postgres-exporter', names: ['postgres_exporter'], address: ':9187', oldEnv: 'PG_EXPORTER_WEB_LISTEN_ADDRESS' },
  { id: 'pgbouncer-exporter', names: ['pgbouncer_exporter'], address: ':9127' },
  {
    id: 'redis-exporter',
    names: ['redis_exporter'],
    address: '0.0.0.0:9121',
    env: 'REDIS_EXPORTER_WEB_LISTEN_ADDRESS',
    tlsFlag: 'tls-server-cert-file',
    tlsEnv: 'REDIS_EXPORTER_TLS_SERVER_CERT_FILE',
  },
  { id: 'mongodb-exporter', names: ['mongodb_exporter'], address: ':9216' },
  { id: 'kafka-exporter', names: ['kafka_exporter'], address: ':9308', tlsFlag: 'server.tls.enabled' },
  { id: 'nginx-prometheus-exporter', names: ['nginx-exporter'], address: ':9113', env: 'LISTEN_ADDRESS', tlsEnv: 'CONFIG_FILE' },
  { id: 'memcached-exporter', names: ['memcached_exporter'], address: ':9150' },
  { id: 'consul-exporter', names: ['consul_exporter'], address: ':9107' },
  { id: 'snmp-exporter', names: ['snmp_exporter'], address: ':9116' },
  { id: 'json-exporter', names: ['json_exporter'], address: ':7979' },
  { id: 'ipmi-exporter', names: ['ipmi_exporter'], address: ':9290' },
  { id: 'smartctl-exporter', names: ['smartctl_exporter'], address: ':9633', ownConfig: 'config' },
  { id: 'systemd-exporter', names: ['systemd_exporter'], address: ':9558' },
  { id: 'windows-exporter', names: ['windows_exporter', 'windows_exporter.exe'], address: ':9182', ownConfig: 'config.file' },
  { id: 'haproxy-exporter', names: ['haproxy_exporter'], address: ':9101' },
  { id: 'process-exporter', names: ['process_exporter'], address: ':9256' },
  { id: 'stackdriver-exporter', names: ['stackdriver_exporter'], address: ':9255', oldEnv: 'STACKDRIVER_EXPORTER_WEB_LISTEN_ADDRESS' },
  { id: 'cloudwatch-exporter', names: ['cloudwatch_exporter'], address: ':9106', schemeOpen: true },
  { id: 'configmap-reload', address: ':9533', flags: ['listen-address'] },
  { id: 'x509-certificate-exporter', address: ':9793', flags: ['listen-address'], schemeOpen: true },
  { id: 'yace', names: ['yet-another-cloudwatch-exporter'], address: ':5000', flags: ['listen-address'], ownFlags: true },
  {
    id: 'rabbitmq-exporter',
    ownFlags: true,
    names: ['rabbitmq_exporter'],
    address: ':9419',
    portEnv: 'PUBLISH_PORT',
    hostEnv: 'PUBLISH_ADDR',
    ownConfig: 'config-file',
  },
  { id: 'couchdb-prometheus-exporter', address: 'localhost:9984', flags: ['telemetry.address'], ownFlags: true },
  { id: 'conntrack-stats-exporter', address: ':9371', ownFlags: true },
  { id: 'modbus-exporter', names: ['modbus_exporter'], address: ':9602', flags: ['modbus.listen-address'], ownFlags: true },
  {
    id: 'nats-exporter',
    ownFlags: true,
    names: ['prometheus-nats-exporter'],
    address: '0.0.0.0:7777',
    portFlags: ['port', 'p'],
    hostFlags: ['addr', 'a'],
    tlsFlag: 'tlscert',
  },
  { id: 'pingdom-exporter', address: ':9158', portFlags: ['port'], ownFlags: true },
  { id: 'druid-exporter', address: ':8080', portFlags: ['port'], portEnv: 'PORT', ownFlags: true },
  { id: 'fastly-exporter', address: '127.0.0.1:8080', flags: ['listen'], ownFlags: true },
  { id: 'snmp-notifier', names: ['snmp_notifier'], address: ':9464' },
  { id: 'jiralert', address: ':9097', flags: ['listen-address'], ownFlags: true },
];

/** Those that no `--web.listen-address` moves. */
export const exportersOfOwnFlags: ReadonlySet<string> = new Set(TABLE.filter((e) => e.ownFlags).map((e) => e.id));

export const exporters: readonly Program[] = TABLE.map((e) => ({
  id: e.id,
  closed: true,
  matches: (run) => named(run, e.id, ...(e.names ?? [])),
  listeners(run) {
    const flags = run.flags(...(e.ownFlags ? [] : ['web.listen-address']), ...(e.flags ?? []));
    const env = e.env === undefined ? null : run.env(e.env);
    const given = flags.length === 0 && env?.known ? [env] : flags;
    if (socketActivated(run)) return [];
    const unread = e.ownConfig !== undefined && run.flag(e.ownConfig) !== null;
    const fallback = given.length === 0 ? portAlone(e, run) : null;
    const elsewhere = unread || env?.known === false || (e.oldEnv !== undefined && run.env(e.oldEnv) !== null);
    return openedBy(run, fallback ? [fallback] : given, elsewhere ? null : e.address, {
      ...servedBy(e, run, unread),
      path: run.flag('web.telemetry-path', 'telemetry-path')?.value ?? '/metrics',
    });
  },
}));

/** `--port` with the host that goes with it; null where no such flag or variable is given. */
function portAlone(e: Exporter, run: Invocation): Flag | null {
  const port = run.flag(...(e.portFlags ?? [])) ?? (e.portEnv === undefined ? null : run.env(e.portEnv));
  const host = run.flag(...(e.hostFlags ?? [])) ?? (e.hostEnv === undefined ? null : run.env(e.hostEnv));
  const address = parseAddress(e.address);
  if (!port && !host) return null;
  return { value: `${host?.value ?? address?.host ?? ''}:${port?.value ?? address?.port ?? ''}`, at: (port ?? host)?.at ?? run.at };
}

function servedBy(e: Exporter, run: Invocation, unread: boolean): ByWebConfig {
  if (unread || e.schemeOpen || (e.tlsEnv !== undefined && run.env(e.tlsEnv) !== null)) return { serves: null, passwords: false };
  const tls = e.tlsFlag === undefined ? null : run.flag(e.tlsFlag);
  if (tls && tls.value !== 'false' && tls.value !== '') return { serves: 'https', passwords: false };
  return byWebConfig(run, 'web.config.file', 'web.config');
}
