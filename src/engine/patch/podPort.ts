import type { Container, ContainerPort } from '../objects/index.ts';
import type { JsonMap } from '../yaml/index.ts';
import { below, listAt, mapAt } from './input.ts';
import type { Job, PortRef } from './job.ts';
import { podPortNames, tidyName } from './names.ts';
import type { Site } from './site.ts';

/** A port as one container declares it. */
export interface Declared {
  container: Container;
  port: ContainerPort;
  /** The entry as written. */
  raw: JsonMap;
}

/** Who declares the site's port, the last container winning as for Prometheus. */
export function declaredAt(site: Site, number: number, in_?: Container): Declared | null {
  const containers = (in_ ? [in_] : site.owner.pod.containers).filter((c) => c.path !== null);
  const found = containers.flatMap((container) => container.ports.map((port) => ({ container, port })));
  const last = found.findLast(({ port }) => port.containerPort === number && port.protocol === 'TCP');
  return last ? { ...last, raw: mapAt(site.owner.raw, entryAt(site, last.container, last.port)) } : null;
}

export const entryAt = (site: Site, container: Container, port: ContainerPort) =>
  site.owner.at([...(container.path ?? []), 'ports', port.index]);

export const refOf = (site: Site, declared: Declared | null): PortRef => ({ number: site.number, name: declared?.port.name ?? null });

/** The name the port gets: as it was, or tidied where that name is free in the pod. */
export function nameAfter(site: Site, job: Job, name: string | null): string | null {
  if (name === null || job.goal.names === 'keep') return name;
  const tidy = tidyName(name, job.scheme);
  return podPortNames(site.owner).has(tidy) ? name : tidy;
}

export function renamePort(site: Site, job: Job, declared: Declared | null): PortRef {
  const before = refOf(site, declared);
  const name = nameAfter(site, job, before.name);
  if (declared && name !== null && name !== before.name) {
    const at = below(entryAt(site, declared.container, declared.port), 'name');
    job.draft.set(at, name, ['rename-pod-port', { container: declared.container.name, from: before.name ?? '', to: name }]);
    renameOwnProbes(job, declared.container, before.name ?? '', name);
  }
  return { number: site.number, name };
}

/** Declares in `container` what another container declared: an entry it has for the number is taken over, else one is added. */
export function declareIn(site: Site, job: Job, container: Container, value: JsonMap, instead: number): void {
  const { draft } = job;
  const own = declaredAt(site, Number(value['containerPort']), container) ?? declaredAt(site, instead, container);
  const step = [
    'declare-port',
    { container: container.name, port: Number(value['containerPort']), name: String(value['name'] ?? '') },
  ] as const;
  const list = site.owner.at([...(container.path ?? []), 'ports']);
  if (own) {
    const at = entryAt(site, container, own.port);
    for (const [key, wanted] of Object.entries(value)) {
      if (!Object.hasOwn(own.raw, key)) draft.insert(site.owner.raw, at, key, wanted, step);
      else if (own.raw[key] !== wanted && (typeof wanted === 'string' || typeof wanted === 'number'))
        draft.set(below(at, key), wanted, step);
    }
    if (own.port.name !== null && typeof value['name'] === 'string') renameOwnProbes(job, container, own.port.name, value['name']);
  } else if (container.ports.length > 0) draft.insertItem(list, listAt(site.owner.raw, list).length, value, step);
  else draft.insert(site.owner.raw, site.owner.at(container.path ?? []), 'ports', [value], step);
}

/** A probe names a port of its own container. */
function renameOwnProbes(job: Job, container: Container, from: string, to: string): void {
  for (const probe of container.probes) {
    if (probe.port !== from || from === to) continue;
    job.draft.set(below(probe.at, 'port'), to, ['probe-port', { container: container.name, probe: probe.which, to }]);
  }
}
