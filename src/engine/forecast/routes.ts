import type { Chain, Said } from '../chain/index.ts';
import type { Cluster, Workload } from '../cluster/index.ts';
import { connectionVerdict, type NetworkVerdict, type OutsideAddress } from '../reach/index.ts';
import type { Door } from './doors.ts';
import { said } from './said.ts';
import type { Vantage } from './types.ts';

/** The way from a vantage point to a port of a pod. */
export interface Route {
  vantage: Vantage;
  /** Host and port as they are asked. */
  address: string;
  /** Which side of the pod's network it comes to: its loopback, its own address, or none of it. */
  arrives: 'loopback' | 'address' | 'nowhere' | 'no-route';
  /** The pod port it comes to. */
  port: number;
  asked: 'ip' | 'name';
  /** Where the command is tried. */
  from: 'node' | 'pod' | 'target' | 'outside' | 'prometheus';
  /** A gateway ends the connection and asks on, in this scheme; null where nobody can tell. Absent: bytes are passed as they come. */
  backend?: 'http' | 'https' | null;
  /** What a policy would say of this sender; null where none is asked. */
  network: NetworkVerdict | null;
  why: Said[];
}

export interface Place {
  cluster: Cluster;
  chain: Chain;
  workload: Workload;
  port: number;
  /** The pods of the Prometheus that scrapes; null where there is none. */
  prometheus: Workload | null;
  doors: readonly Door[];
}

/** A pod of nobody: without labels, in the namespace people usually try things from. */
const SOME_POD: OutsideAddress = { namespace: 'default', labels: {} };

/** Every way to one port of a pod that makes sense for it (outcomes.md 1, both tables). */
export function routesTo(place: Place): Route[] {
  const { workload, port, chain } = place;
  const onHost = workload.pod.hostNetwork;
  const hostPort = onHost ? port : hostPortOf(workload, port);
  const ip = onHost ? '<node-ip>' : '<pod-ip>';
  const shared = onHost ? [said('route.host-network', { workload: workload.name }, at(workload, 'hostNetwork'))] : [];
  const from = (who: Workload | OutsideAddress): NetworkVerdict => connectionVerdict(place.cluster, who, workload, port, 'TCP');
  const base = { port, asked: 'ip' as const, network: null, why: shared };
  const toPod = { ...base, address: `${ip}:${port}`, arrives: 'address' as const };
  const nodePorts =
    hostPort === null ? [said('route.no-host-port', { port }, workload.pod.at)] : [said('route.host-port', { hostPort, port })];
  const viaNode = onHost
    ? toPod
    : {
        ...base,
        address: `<node-ip>:${hostPort ?? port}`,
        arrives: hostPort === null ? ('nowhere' as const) : ('address' as const),
        why: nodePorts,
      };
  const outside = onHost || hostPort !== null ? viaNode : { ...toPod, arrives: 'no-route' as const, why: [said('route.no-route')] };
  return [
    { ...base, vantage: 'in-pod', from: 'target', address: `127.0.0.1:${port}`, arrives: 'loopback', why: [said('route.in-pod')] },
    {
      ...{ ...base, vantage: 'node-loopback', from: 'node', address: `127.0.0.1:${hostPort ?? port}` },
      ...(onHost
        ? { arrives: 'loopback' }
        : { arrives: 'nowhere', why: [said(hostPort === null ? 'route.node-loopback' : 'route.host-port-loopback')] }),
    } as Route,
    { ...viaNode, vantage: 'node-address', from: 'node', why: [...viaNode.why, said('policy.same-node')] },
    { ...toPod, vantage: 'pod', from: 'pod', network: from(SOME_POD), why: [...shared, said('route.some-pod')] },
    { ...toPod, vantage: 'other-node', from: 'node', network: from('node') },
    { ...outside, vantage: 'outside', from: 'outside', network: outside.arrives === 'address' ? from('node') : null },
    ...place.doors.map((door) => throughDoor(door, place, from)),
    ...(chain.selectedBy.length > 0 && place.prometheus
      ? [{ ...toPod, vantage: 'prometheus' as const, from: 'prometheus' as const, network: from(place.prometheus) }]
      : []),
  ];
}

function throughDoor(door: Door, { port }: Place, from: (who: OutsideAddress) => NetworkVerdict): Route {
  const why = [said(`route.${door.kind}`, { service: door.service, asked: door.asked, port: door.port }, door.at)];
  const base = { address: door.address, port: door.port, arrives: 'address' as const, asked: 'name' as const, why };
  if (door.kind === 'service' || door.kind === 'headless')
    return {
      ...base,
      vantage: 'service',
      from: 'pod',
      network: door.port === port ? from(SOME_POD) : null,
      why: [...why, said('route.some-pod')],
    };
  if (door.kind === 'node-port') return { ...base, vantage: 'node-port', from: 'outside', asked: 'ip', network: from('node') };
  const asksOn = door.scheme === 'any' ? {} : { backend: door.scheme };
  return { ...base, vantage: 'ingress', from: 'outside', network: null, ...asksOn };
}

const at = (workload: Workload, key: string) => ({ ...workload.pod.at, path: [...workload.pod.at.path, key] });

/** The port of the node that leads to a pod port. */
function hostPortOf(workload: Workload, port: number): number | null {
  const ports = workload.pod.containers.flatMap((c) => c.ports);
  return ports.find((p) => p.containerPort === port && p.hostPort !== null && p.protocol === 'TCP')?.hostPort ?? null;
}
