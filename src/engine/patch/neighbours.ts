import { below, mapAt } from './input.ts';
import type { Job } from './job.ts';
import type { Site } from './site.ts';

/**
 * Other processes of the pod that call a process on loopback: their arguments and variables follow its port.
 * `except` names containers that go away or are written anew.
 */
export function neighboursFollow(site: Site, job: Job, from: number, to: number, except: readonly string[]): void {
  if (from === to) return;
  const call = new RegExp(`((?:127\\.0\\.0\\.1|localhost|\\[::1\\]):)${from}(?!\\d)`, 'g');
  for (const container of site.owner.pod.containers) {
    if (container.path === null || except.includes(container.name)) continue;
    const step = ['neighbour-call', { container: container.name, from, to }] as const;
    for (const arg of container.argv) {
      const text = arg.text.replace(call, `$1${to}`);
      if (text !== arg.text) job.draft.set(arg.at, text, step);
    }
    for (const env of container.env) {
      const text = env.value?.replace(call, `$1${to}`);
      if (text !== undefined && text !== env.value) job.draft.set(below(env.at, 'value'), text, step);
    }
  }
}

/** Numeric probes of a container that moved to another port, and the scheme of probes at the port that changes it. */
export function probesFollow(site: Site, job: Job, name: string, from: number, to: number): void {
  const container = site.owner.pod.containers.find((c) => c.name === name);
  if (!container?.path) return;
  for (const probe of container.probes) {
    const number = typeof probe.port === 'string' ? container.ports.find((p) => p.name === probe.port)?.containerPort : probe.port;
    if (number !== from && number !== to) continue;
    const at = site.owner.at([...container.path, probe.which, probe.kind]);
    const step = { container: name, probe: probe.which };
    if (typeof probe.port === 'number' && from !== to && number === from)
      job.draft.set(below(at, 'port'), to, ['probe-port', { ...step, to }]);
    if (probe.kind !== 'httpGet' || probe.scheme?.toLowerCase() !== 'https') continue;
    if (Object.hasOwn(mapAt(site.owner.raw, at), 'scheme'))
      job.draft.set(below(at, 'scheme'), 'HTTP', ['probe-scheme', { ...step, to: 'HTTP' }]);
  }
}
