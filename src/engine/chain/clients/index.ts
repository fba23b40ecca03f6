import type { Cluster } from '../../cluster/index.ts';
import type { Chain } from '../types.ts';
import { alerting } from './alerting.ts';
import { apiService } from './apiService.ts';
import type { Around, Found } from './around.ts';
import { dataSource } from './dataSource.ts';
import { front } from './front.ts';
import { ingress } from './ingress.ts';
import { monitors } from './monitors.ts';
import { neighbours } from './neighbours.ts';
import { wantedIn } from './objects.ts';
import { agreementOf, type Place, placesOf, reaches } from './place.ts';
import { pods } from './pods.ts';
import { probes } from './probes.ts';
import { resources } from './resources.ts';
import { route } from './route.ts';
import type { Call, Caller, Client, PortUse } from './types.ts';
import { unreadSources } from './unread.ts';

/** Everyone who calls a Service by name and port, one kind of caller each; chains and patches ask the same ones. */
export const CALLERS: readonly Caller[] = [ingress, route, apiService, alerting, resources, dataSource, pods];
/** Uses that are found from the port itself. */
const AROUND: readonly Around[] = [front, monitors, neighbours, probes];

/** Calls to any Service of these names, with whether a port given by name follows a rename. */
export function callsTo(cluster: Cluster, names: ReadonlySet<string>): { use: PortUse; follows: boolean }[] {
  if (names.size === 0) return [];
  const wanted = wantedIn(cluster, names);
  return CALLERS.flatMap(({ uses, follows }) => uses(cluster, wanted).map((use) => ({ use, follows })));
}

/** What else uses the port of a chain (domain.md q6): who, asking for what, and whether the listener speaks it. */
export function clientsOf(cluster: Cluster, chain: Chain, chains: readonly Chain[] = []): Client[] {
  const places = placesOf(cluster, chain);
  if (places.length === 0) return [];
  const found = new Map<string, Client>();
  const add = (client: Client): void => {
    const key = [client.kind, client.object, client.container, client.by, client.port, client.path].join('\0');
    const there = found.get(key);
    found.set(key, there ? { ...there, agreement: both(there.agreement, client.agreement) } : client);
  };
  const calls = callsTo(cluster, new Set(places.flatMap((p) => p.services.map((s) => s.service.name))));
  for (const { use } of calls) {
    const place = places.find((p) => p.services.some((s) => reaches(use, s)));
    if (place) add(clientOf(use, String(use.port), place));
  }
  for (const place of places)
    for (const { find } of AROUND)
      for (const { port, open, ...call } of find(place, { cluster, chain, chains })) add(clientOf(call, port, place, open));
  const programs = new Set(places.flatMap((p) => (p.listener ? [p.listener.program] : [])));
  return [...found.values(), ...unreadSources(cluster, programs, [...found.values()])];
}

function clientOf(call: Call, port: string, { listener }: Place, open: Found['open'] = false): Client {
  const { kind, object, container, by, scheme, certain, path, at } = call;
  const agreement = agreementOf(scheme, certain, listener);
  return {
    ...{ kind, object, container, by, scheme, certain, path, at, port },
    agreement: open && agreement === 'ok' ? 'unknown' : agreement,
    serves: listener?.serves ?? null,
    listenerAt: listener?.at ?? null,
  };
}

/** Of several pods behind one name, the worst counts. */
const both = (a: Client['agreement'], b: Client['agreement']): Client['agreement'] =>
  [a, b].includes('mismatch') ? 'mismatch' : [a, b].includes('unknown') ? 'unknown' : 'ok';

export { reaches } from './place.ts';
export { CLIENT_KINDS, type Client, type PortUse } from './types.ts';
