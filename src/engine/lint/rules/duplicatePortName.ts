import type { Container, Service } from '../../objects/index.ts';
import type { At } from '../../yaml/index.ts';
import type { ObjectHit, ObjectRule } from '../rule.ts';

/**
 * Two ports of one name. In a Service or a container the API server refuses it (core/v1 validation); across the containers
 * of a pod a named targetPort finds the first (kubernetes endpointslice utils FindPort).
 */
export const duplicatePortName: ObjectRule = {
  code: 'duplicate-port-name',
  run: ({ cluster }) => [
    ...cluster.services.flatMap(({ service, providedBy }) => (providedBy === null ? ofService(service) : [])),
    ...cluster.workloads.flatMap((workload) => {
      if (workload.generatedBy !== null) return [];
      const running = workload.pod.containers.filter((c) => !c.init || c.sidecar);
      const within = running.flatMap((c) => repeated(named(c)).map(([one, other]) => hitOf(workload.id, one, other, 'container', 'error')));
      if (within.length > 0) return within;
      return repeated(running.flatMap(named)).map(([one, other]) => hitOf(workload.id, one, other, 'pod', 'warning'));
    }),
  ],
};

function ofService(service: Service): ObjectHit[] {
  const ports = service.ports.map((p) => ({
    name: p.name,
    place: '',
    at: service.at(['spec', 'ports', p.index, p.name === '' ? 'port' : 'name']),
  }));
  const nameless = ports.find((p) => p.name === '');
  // One port needs no name.
  if (nameless && ports.length > 1) return [hitOf(service.id, nameless, nameless, 'nameless', 'error')];
  return repeated(ports).map(([one, other]) => hitOf(service.id, one, other, 'service', 'error'));
}

interface Named {
  name: string;
  place: string;
  at: At;
}

/** Names are looked up with their protocol. */
const named = (c: Container): Named[] =>
  c.ports.flatMap((p) => (p.name === null ? [] : [{ name: p.name, place: c.name, at: { ...p.at, path: [...p.at.path, 'name'] } }]));

/** Each name that occurs again, with its first occurrence. */
function repeated(ports: readonly Named[]): [Named, Named][] {
  const first = new Map<string, Named>();
  return ports.flatMap((port): [Named, Named][] => {
    const one = first.get(port.name);
    if (one) return [[one, port]];
    first.set(port.name, port);
    return [];
  });
}

const hitOf = (object: string, one: Named, other: Named, variant: string, severity: ObjectHit['severity']): ObjectHit => ({
  object,
  params: { variant, name: one.name, first: one.place, second: other.place },
  severity,
  evidence: one === other ? [one.at] : [other.at, one.at],
});
