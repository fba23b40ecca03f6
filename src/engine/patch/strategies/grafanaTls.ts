import type { Container, EnvVar } from '../../objects/index.ts';
import { below, mapAt, refuse } from '../input.ts';
import type { Job, PortStrategy } from '../job.ts';
import { mountCertificate, probesSpeak } from '../ownTls.ts';
import { declaredAt, refOf, renamePort } from '../podPort.ts';
import { containerOf, type Site } from '../site.ts';

/**
 * Grafana's `[server] protocol`, by variable: `GF_SERVER_*` wins over every configuration file, so what stands there may
 * stay (grafana pkg/setting).
 */
export const grafanaTls: PortStrategy = {
  level: 'port',
  id: 'grafana-protocol',
  goals: ['http', 'https'],
  fits: (site, scheme) => site.here.length === 1 && site.here[0]?.program === 'grafana' && site.here[0].serves !== scheme,
  apply(site, job) {
    const [listener] = site.here;
    const container = listener && containerOf(site, listener.container);
    if (!listener || !container) return refuse('no-template', { workload: site.workload.id });
    if (job.scheme === 'https') {
      const { cert, key } = mountCertificate(site, job, container);
      setVariable(site, job, container, 'GF_SERVER_PROTOCOL', 'https');
      setVariable(site, job, container, 'GF_SERVER_CERT_FILE', cert);
      setVariable(site, job, container, 'GF_SERVER_CERT_KEY', key);
      job.draft.tell('users-too', 'warning', { workload: site.workload.id, port: site.number, scheme: job.scheme });
    } else {
      setVariable(site, job, container, 'GF_SERVER_PROTOCOL', 'http');
      job.draft.tell('users-too', 'warning', { workload: site.workload.id, port: site.number, scheme: job.scheme });
    }
    probesSpeak(site, job);
    const declared = declaredAt(site, site.number);
    const answers = { ...listener, passwords: false };
    return { workload: site.workload, before: refOf(site, declared), after: renamePort(site, job, declared), answers, respeaks: true };
  },
};

function setVariable(site: Site, job: Job, container: Container, name: string, value: string): void {
  const step = ['set-variable', { container: container.name, name, value }] as const;
  const there = container.env.find((e: EnvVar) => e.name === name);
  const { owner } = site;
  if (!there) job.draft.append(owner.raw, owner.at(container.path ?? []), 'env', [{ name, value }], step);
  else if (Object.hasOwn(mapAt(owner.raw, there.at), 'value')) job.draft.set(below(there.at, 'value'), value, step);
  else {
    job.draft.remove(below(there.at, 'valueFrom'), step);
    job.draft.insert(owner.raw, there.at, 'value', value, step);
  }
}
