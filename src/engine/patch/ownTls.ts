import { shellQuoted } from '../chain/index.ts';
import type { Container } from '../objects/index.ts';
import { below, mapAt } from './input.ts';
import type { Job } from './job.ts';
import { freeName } from './names.ts';
import type { Site } from './site.ts';

/** Where a process that speaks TLS itself finds its certificate. */
export interface Mounted {
  secret: string;
  cert: string;
  key: string;
}

/** The Secret a user names, or one after what it is for. */
export const secretOf = ({ goal }: Pick<Job, 'goal'>, name: string): string => goal.secret ?? `${name}-tls`;

/** A Secret that is not made here: how to make it, before the pods start. */
export function needsSecret(job: Pick<Job, 'draft'>, namespace: string, secret: string): void {
  const command = `kubectl -n ${shellQuoted(namespace)} create secret tls ${shellQuoted(secret)} --cert=tls.crt --key=tls.key`;
  job.draft.tell('secret-needed', 'warning', { secret, namespace, command });
}

/** Mounts the certificate Secret into a container. */
export function mountCertificate(site: Site, job: Job, container: Container): Mounted {
  const { owner, workload } = site;
  const secret = secretOf(job, workload.name);
  const folder = '/etc/tls/private';
  const step = ['mount-secret', { container: container.name, secret }] as const;
  const pod = owner.at(owner.podPath);
  const volume = freeName(
    owner.pod.volumes.map((v) => v.name),
    'tls',
  );
  job.draft.append(owner.raw, pod, 'volumes', [{ name: volume, secret: { secretName: secret } }], step);
  const place = owner.at(container.path ?? []);
  job.draft.append(owner.raw, place, 'volumeMounts', [{ mountPath: folder, name: volume, readOnly: true }], step);
  needsSecret(job, workload.namespace, secret);
  return { secret, cert: `${folder}/tls.crt`, key: `${folder}/tls.key` };
}

/** The kubelet's probes of a port go along with what it speaks. */
export function probesSpeak(site: Site, job: Job): void {
  const to = job.scheme.toUpperCase();
  for (const container of site.owner.pod.containers) {
    if (container.path === null) continue;
    for (const probe of container.probes) {
      const here = probe.port === site.number || container.ports.some((p) => p.name === probe.port && p.containerPort === site.number);
      if (!here || probe.kind !== 'httpGet' || (probe.scheme ?? 'HTTP').toUpperCase() === to) continue;
      const step = ['probe-scheme', { container: container.name, probe: probe.which, to }] as const;
      if (!Object.hasOwn(mapAt(site.owner.raw, probe.at), 'scheme')) job.draft.insert(site.owner.raw, probe.at, 'scheme', to, step);
      // HTTP is the default: what only said otherwise goes.
      else if (to === 'HTTP') job.draft.remove(below(probe.at, 'scheme'), step);
      else job.draft.set(below(probe.at, 'scheme'), to, step);
    }
  }
}
