import type { Container } from '../../objects/index.ts';
import type { JsonMap } from '../../yaml/index.ts';
import { refuse } from '../input.ts';
import type { Job, PortChange, PortStrategy } from '../job.ts';
import { addArgs, findFlag } from '../listenFlag.ts';
import { mountCertificate, probesSpeak } from '../ownTls.ts';
import { declaredAt, refOf, renamePort } from '../podPort.ts';
import { containerOf, type Site } from '../site.ts';
import type { Refusal } from '../types.ts';

const FLAG = 'web.config.file';
const FOLDER = '/etc/web-config';
const FILE = 'web-config.yaml';

/** Programs whose main.go takes the flags of prometheus/exporter-toolkit, its web configuration among them. */
const TOOLKIT: ReadonlySet<string> = new Set([
  'node-exporter',
  'blackbox-exporter',
  'pushgateway',
  'mysqld-exporter',
  'elasticsearch-exporter',
  'postgres-exporter',
  'pgbouncer-exporter',
  'memcached-exporter',
  'consul-exporter',
  'snmp-exporter',
  'json-exporter',
  'ipmi-exporter',
  'smartctl-exporter',
  'systemd-exporter',
  'haproxy-exporter',
  'stackdriver-exporter',
  'alertmanager',
  'prometheus',
]);

/** Exporters of prometheus/exporter-toolkit speak TLS themselves when a web configuration says so. */
export const webConfigTls: PortStrategy = {
  level: 'port',
  id: 'web-config',
  goals: ['http', 'https'],
  fits(site, scheme) {
    const [only] = site.here;
    if (site.here.length !== 1 || !only || only.proxy || only.serves === null || only.serves === scheme) return false;
    const container = containerOf(site, only.container);
    const given = container ? findFlag(container, FLAG) : null;
    if (container === null) return false;
    return scheme === 'http' ? given !== null : given === null && TOOLKIT.has(only.program);
  },
  apply(site, job) {
    const [listener] = site.here;
    const container = listener && containerOf(site, listener.container);
    if (!listener || !container) return refuse('no-template', { workload: site.workload.id });
    const refusal = job.scheme === 'https' ? turnOn(site, job, container) : turnOff(site, job, container, listener.passwords);
    if (refusal) return refusal;
    probesSpeak(site, job);
    return changed(site, job, listener);
  },
};

function changed(site: Site, job: Job, answers: Site['here'][number]): PortChange {
  const declared = declaredAt(site, site.number);
  return { workload: site.workload, before: refOf(site, declared), after: renamePort(site, job, declared), answers, respeaks: true };
}

function turnOn(site: Site, job: Job, container: Container): Refusal | null {
  const { workload, owner } = site;
  const { cert, key } = mountCertificate(site, job, container);
  const name = `${workload.name}-web-config`;
  const text = `tls_server_config:\n  cert_file: ${cert}\n  key_file: ${key}\n`;
  const map: JsonMap = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace: workload.namespace }, data: { [FILE]: text } };
  job.draft.addObject(map, owner.raw, ['add-object', { object: `ConfigMap/${workload.namespace}/${name}` }]);
  const step = ['mount-config', { container: container.name, object: name }] as const;
  const place = owner.at(container.path ?? []);
  job.draft.append(owner.raw, owner.at(owner.podPath), 'volumes', [{ name: 'web-config', configMap: { name } }], step);
  job.draft.append(owner.raw, place, 'volumeMounts', [{ mountPath: FOLDER, name: 'web-config', readOnly: true }], step);
  job.draft.tell('flag-of-release', 'info', { flag: `--${FLAG}`, program: site.here[0]?.program ?? '', image: container.image ?? '' });
  job.draft.tell('no-token-asked', 'warning', { port: site.number, workload: workload.id });
  const flag = ['set-flag', { container: container.name, flag: `--${FLAG}`, value: `${FOLDER}/${FILE}` }] as const;
  const added = addArgs(job.draft, owner, container, [`--${FLAG}=${FOLDER}/${FILE}`], flag);
  return added ? null : refuse('listen-flag-unknown', { container: container.name, program: site.here[0]?.program ?? '' });
}

function turnOff(site: Site, job: Job, container: Container, passwords: boolean): Refusal | null {
  const found = findFlag(container, FLAG);
  // The same file may ask for passwords: without it nobody would.
  if (!found || passwords) return refuse('web-config-passwords', { container: container.name, file: found?.value ?? '' });
  if (found.prefix === '') return refuse('listen-flag-unknown', { container: container.name, program: site.here[0]?.program ?? '' });
  job.draft.remove(found.arg.at, ['unset-flag', { container: container.name, flag: `--${FLAG}` }], 'remove');
  const where = site.workload.pod.hostNetwork ? 'open-on-nodes' : 'open-on-pods';
  job.draft.tell(where, 'warning', { port: site.number, workload: site.workload.id });
  job.draft.tell('config-unused', 'info', { file: found.value, workload: site.workload.id });
  return null;
}
