import type { Container } from '../../objects/index.ts';
import { addressesIn, ownAddress } from './address.ts';
import type { Around } from './around.ts';
import type { Place } from './place.ts';
import { textsOf } from './pods.ts';

/** URLs by which containers of the pod call each other: reloaders, sidecars (`--reload-url`, `--prometheus.url`, `--webhook-url`). */
export const neighbours: Around = {
  find: (place, { cluster }) =>
    place.workload.pod.containers
      .filter((c) => (!c.init || c.sidecar) && c.name !== place.listener?.container)
      .flatMap((container) => textsOf(container, place.workload, cluster).flatMap((text) => callsIn(place, container, text))),
};

function callsIn(place: Place, container: Container, { by, text, at }: ReturnType<typeof textsOf>[number]): ReturnType<Around['find']> {
  return addressesIn(text, false).flatMap(({ scheme, host, port, path }) => {
    if (port !== place.number || !leadsTo(place, host)) return [];
    const object = place.workload.generatedBy ?? place.workload.id;
    return [{ kind: 'neighbour' as const, object, container: container.name, by, scheme, certain: true, path, at, port: String(port) }];
  });
}

/** Of two processes on one number, loopback and the pod's address lead to different ones (domain.md h4, f8). */
function leadsTo({ listener }: Place, host: string): boolean {
  const own = ownAddress(host);
  if (own === null || !listener) return false;
  return listener.bind === 'wildcard' || (own === 'loopback' ? listener.bind === 'loopback' : listener.bind === 'pod-ip');
}
