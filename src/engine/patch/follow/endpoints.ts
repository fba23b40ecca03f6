import type { Monitor, MonitorEndpoint } from '../../objects/index.ts';
import type { JsonMap } from '../../yaml/index.ts';
import { hasToken, OWN_FIELDS, TOKEN_FIELDS } from '../credentials.ts';
import { below, mapAt, refuse } from '../input.ts';
import type { PortChange, SchemeTask } from '../job.ts';
import { grantScrape } from '../rights.ts';
import type { Refusal } from '../types.ts';
import type { ReachedPort } from './services.ts';

const TOKEN_FILE = '/var/run/secrets/kubernetes.io/serviceaccount/token';

/** Every endpoint in scope: the port it picks, the scheme, and what goes with the scheme. */
export function endpointsFollow(job: SchemeTask, changes: readonly PortChange[], renames: readonly ReachedPort[]): Refusal | null {
  for (const { id, monitor: name, index, targets } of job.chains) {
    const monitor = job.input.cluster.monitors.find((m) => m.id === name);
    const endpoint = monitor?.endpoints.find((e) => e.index === index);
    if (!monitor || !endpoint) return refuse('chain-not-found', { chain: id });
    const its = changes.filter(({ workload, before }) => targets.some((t) => t.workload === workload.id && t.number === before.number));
    const services = new Set(targets.map((t) => t.service));
    pickFollows(
      job,
      monitor,
      endpoint,
      its,
      renames.filter((r) => services.has(r.service.id)),
    );
    const refusal = job.scheme === 'http' ? toHttp(job, monitor, endpoint, its) : toHttps(job, monitor, endpoint, asksToken(its));
    if (refusal) return refusal;
  }
  return null;
}

/** A proxy stands, or will stand, on one of the ports. */
const asksToken = (changes: readonly PortChange[]): boolean => changes.some(({ answers }) => answers === null);

function pickFollows(
  job: SchemeTask,
  m: Monitor,
  e: MonitorEndpoint,
  changes: readonly PortChange[],
  renames: readonly ReachedPort[],
): void {
  const set = (field: string, to: string | number): void =>
    job.draft.set(below(e.at, field), to, ['endpoint-port', { monitor: m.id, index: e.index, field, to }]);
  for (const { from, to } of renames.filter((r) => r.from !== r.to)) {
    if (m.kind === 'ServiceMonitor' && e.port === from) {
      set('port', to);
      job.draft.tell('label-renamed', 'info', { from, to });
    }
  }
  for (const { before, after } of changes) {
    const byPod = m.kind === 'PodMonitor' || e.port === null;
    if (!byPod) continue;
    const name = m.kind === 'PodMonitor' ? e.port : typeof e.targetPort === 'string' ? e.targetPort : null;
    if (name !== null && name === before.name && after.name !== null && after.name !== name) {
      set(m.kind === 'PodMonitor' ? 'port' : 'targetPort', after.name);
      job.draft.tell('label-renamed', 'info', { from: name, to: after.name });
    }
    if (before.number === after.number) continue;
    if (e.portNumber === before.number) set('portNumber', after.number);
    if (e.targetPort === before.number) set('targetPort', after.number);
  }
}

function scheme(job: SchemeTask, m: Monitor, e: MonitorEndpoint, raw: JsonMap): void {
  const to = job.scheme;
  const step = ['endpoint-scheme', { monitor: m.id, index: e.index, to }] as const;
  if (e.scheme !== to) {
    if (Object.hasOwn(raw, 'scheme')) job.draft.set(below(e.at, 'scheme'), to, step);
    else job.draft.insert(m.raw, e.at, 'scheme', to, step);
  }
  // A relabeling that writes the scheme wins over the field.
  e.relabelings.forEach((rule) => {
    if (rule.targetLabel === '__scheme__' && rule.replacement !== to && /^https?$/.test(rule.replacement))
      job.draft.set(below(rule.at, 'replacement'), to, step);
  });
}

function toHttp(job: SchemeTask, m: Monitor, e: MonitorEndpoint, changes: readonly PortChange[]): Refusal | null {
  const asking = changes.find(({ answers }) => answers?.passwords);
  if (asking && !e.auth.includes('basicAuth'))
    return refuse('asks-password', { container: asking.answers?.container ?? '', monitor: m.id });
  const raw = mapAt(m.raw, e.at);
  const params = { monitor: m.id, index: e.index };
  scheme(job, m, e, raw);
  if (Object.hasOwn(raw, 'tlsConfig')) job.draft.remove(below(e.at, 'tlsConfig'), ['endpoint-no-tls', params]);
  for (const field of TOKEN_FIELDS) {
    if (!Object.hasOwn(raw, field)) continue;
    job.draft.remove(below(e.at, field), ['endpoint-no-token', { ...params, field }]);
    job.draft.tell('token-not-sent', 'info', { monitor: m.id });
  }
  if (e.scheme === 'http') return null;
  for (const field of OWN_FIELDS) if (e.auth.includes(field)) job.draft.tell('credentials-in-clear', 'warning', { monitor: m.id, field });
  return null;
}

function toHttps(job: SchemeTask, m: Monitor, e: MonitorEndpoint, asksToken: boolean): Refusal | null {
  const raw = mapAt(m.raw, e.at);
  const params = { monitor: m.id, index: e.index };
  scheme(job, m, e, raw);
  if (e.tls === null) job.draft.insert(m.raw, e.at, 'tlsConfig', { insecureSkipVerify: true }, ['endpoint-tls', params]);
  else if (!e.tls.insecureSkipVerify && asksToken) {
    const at = below(e.at, 'tlsConfig');
    if (Object.hasOwn(mapAt(m.raw, at), 'insecureSkipVerify'))
      job.draft.set(below(at, 'insecureSkipVerify'), true, ['endpoint-tls', params]);
    else job.draft.insert(m.raw, at, 'insecureSkipVerify', true, ['endpoint-tls', params]);
  }
  if (!asksToken) return null;
  const chain = job.chains.find((c) => c.monitor === m.id && c.index === e.index);
  grantScrape(job, e.metricsPath, chain?.selectedBy ?? []);
  if (hasToken(e)) return null;
  if (e.auth.length > 0) return refuse('own-credentials', { monitor: m.id, field: e.auth.join(', ') });
  if (m.kind === 'PodMonitor') return refuse('token-needs-secret', { monitor: m.id });
  const denying = job.input.cluster.prometheuses.find((p) => p.denyFileAccess && chain?.selectedBy.includes(p.id));
  if (denying) return refuse('file-access-denied', { prometheus: denying.id, monitor: m.id });
  job.draft.insert(m.raw, e.at, 'bearerTokenFile', TOKEN_FILE, ['endpoint-token', params]);
  return null;
}
