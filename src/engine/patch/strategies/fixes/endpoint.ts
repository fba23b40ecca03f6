import { TOKEN_FIELDS } from '../../credentials.ts';
import { below, mapAt, refuse } from '../../input.ts';
import type { Task } from '../../job.ts';
import { grantScrape } from '../../rights.ts';
import { endpointOf, type Fix, undecided } from './fix.ts';

const TOKEN_FILE = '/var/run/secrets/kubernetes.io/serviceaccount/token';

/** A field of the endpoint: set where it is written, else added. */
function setField({ draft }: Task, found: NonNullable<ReturnType<typeof endpointOf>>, field: string, value: string | boolean): void {
  const { monitor, endpoint } = found;
  const step = ['fix-field', { monitor: monitor.id, index: endpoint.index, field, to: String(value) }] as const;
  if (Object.hasOwn(mapAt(monitor.raw, endpoint.at), field)) draft.set(below(endpoint.at, field), value, step);
  else draft.insert(monitor.raw, endpoint.at, field, value, step);
}

/** The path at which the process serves its metrics. */
export const pathNotServed: Fix = {
  code: 'path-not-served',
  apply(task, { params }) {
    const found = endpointOf(task);
    if (!found || typeof params['served'] !== 'string') return undecided(this);
    setField(task, found, 'path', params['served']);
    return null;
  },
};

/** The token that the proxy asks for, which Prometheus has mounted anyway; a password nobody can make up. */
export const authMissing: Fix = {
  code: 'auth-missing',
  apply(task, { params }) {
    const found = endpointOf(task);
    if (!found || params['variant'] === 'password') return undecided(this);
    const { monitor, endpoint } = found;
    if (monitor.kind === 'PodMonitor') return refuse('token-needs-secret', { monitor: monitor.id });
    setField(task, found, 'bearerTokenFile', TOKEN_FILE);
    grantScrape(task, endpoint.metricsPath, task.chain.selectedBy);
    return null;
  },
};

/** Over plain http no token is sent. */
export const tokenInClear: Fix = {
  code: 'token-in-clear',
  apply(task, { params, evidence: [at] }) {
    const field = TOKEN_FIELDS.find((f) => f === params['field']);
    if (!field || !at) return undecided(this);
    task.draft.remove(at, ['endpoint-no-token', { monitor: task.chain.monitor, index: task.chain.index ?? 0, field }]);
    task.draft.tell('token-not-sent', 'info', { monitor: task.chain.monitor });
    return null;
  },
};

/** A certificate that nobody can know is taken as it comes; a file that is not there, nobody can make up. */
export const tlsUnverifiable: Fix = {
  code: 'tls-unverifiable',
  apply(task, { params }) {
    const found = endpointOf(task);
    if (!found || params['variant'] === 'file') return undecided(this);
    const { monitor, endpoint } = found;
    const at = below(endpoint.at, 'tlsConfig');
    const step = ['endpoint-tls', { monitor: monitor.id, index: endpoint.index }] as const;
    if (!Object.hasOwn(mapAt(monitor.raw, endpoint.at), 'tlsConfig'))
      task.draft.insert(monitor.raw, endpoint.at, 'tlsConfig', { insecureSkipVerify: true }, step);
    else if (Object.hasOwn(mapAt(monitor.raw, at), 'insecureSkipVerify')) task.draft.set(below(at, 'insecureSkipVerify'), true, step);
    else task.draft.insert(monitor.raw, at, 'insecureSkipVerify', true, step);
    return null;
  },
};

/** Without `jobLabel` the job is called after the Service, which is what it is called now. */
export const jobLabelMissing: Fix = {
  code: 'job-label-missing',
  apply(task, { params, evidence: [at] }) {
    if (!at) return undecided(this);
    task.draft.remove(at, ['fix-job-label', { label: String(params['label'] ?? ''), job: String(params['job'] ?? '') }]);
    return null;
  },
};
