import type { Cluster, Workload } from '../../src/engine/cluster/index.ts';
import type { PolicyRule } from '../../src/engine/objects/index.ts';
import { connectionVerdict, externalVerdict, type NetworkVerdict } from '../../src/engine/reach/index.ts';

const PROTOCOLS = ['SCTP', 'TCP', 'UDP'] as const;
const LAST_PORT = 65535;

type Ask = (port: number, protocol: string) => NetworkVerdict;

/** Every ordered pair that may talk, one line each, in the words of the conformance set's README. */
export function connections(cluster: Cluster): string[] {
  const cuts = portCuts(cluster);
  const lines: string[] = [];
  const add = (from: string, to: string, ask: Ask): void => {
    const allowed = summary(cuts, ask);
    if (allowed !== '') lines.push(`${from} => ${to} : ${allowed}`);
  };
  const sources = ranges(cluster.policies.flatMap((p) => (p.ingressType ? p.ingress : [])));
  const destinations = ranges(cluster.policies.flatMap((p) => (p.egressType ? p.egress : [])));
  for (const to of cluster.workloads) {
    for (const from of cluster.workloads) {
      if (from !== to) add(label(from), label(to), (port, protocol) => connectionVerdict(cluster, from, to, port, protocol));
    }
    for (const range of sources)
      add(external(range), label(to), (port, protocol) => connectionVerdict(cluster, { ip: text(range.first) }, to, port, protocol));
    for (const range of destinations)
      add(label(to), external(range), (port, protocol) => externalVerdict(cluster, to, { ip: text(range.first) }, port, protocol));
  }
  return lines.sort();
}

const label = (w: Workload): string => `${w.namespace}/${w.name}[${w.kind}]`;
const external = (range: Range): string => `${text(range.first)}-${text(range.last)}[External]`;

/** Between two neighbours of this list all ports fare alike: the ports where some rule or container port begins or ends. */
function portCuts(cluster: Cluster): number[] {
  const cuts = new Set([1]);
  const cut = (first: number, last: number): void => void cuts.add(first).add(last + 1);
  for (const rule of cluster.policies.flatMap((policy) => [...policy.ingress, ...policy.egress])) {
    for (const entry of rule.ports ?? []) if (typeof entry.port === 'number') cut(entry.port, entry.endPort ?? entry.port);
  }
  for (const { pod } of cluster.workloads) for (const c of pod.containers) for (const p of c.ports) cut(p.containerPort, p.containerPort);
  return [...cuts].filter((port) => port >= 1 && port <= LAST_PORT).sort((a, b) => a - b);
}

function summary(cuts: readonly number[], ask: Ask): string {
  const parts = PROTOCOLS.map((protocol) => {
    const spans: [number, number][] = [];
    cuts.forEach((first, i) => {
      if (ask(first, protocol).state !== 'admitted') return;
      const last = (cuts[i + 1] ?? LAST_PORT + 1) - 1;
      const open = spans.at(-1);
      if (open !== undefined && open[1] === first - 1) open[1] = last;
      else spans.push([first, last]);
    });
    return spans.length === 0 ? '' : `${protocol} ${spans.map(([a, b]) => (a === b ? `${a}` : `${a}-${b}`)).join(',')}`;
  }).filter((part) => part !== '');
  return parts.length === 3 && parts.every((part) => part.endsWith(` 1-${LAST_PORT}`)) ? 'All Connections' : parts.join(',');
}

interface Range {
  first: number;
  last: number;
}

/** The pieces into which the address blocks of these rules cut IPv4. */
function ranges(rules: readonly PolicyRule[]): Range[] {
  const cuts = new Set([0]);
  for (const peer of rules.flatMap((rule) => rule.peers ?? [])) {
    if (peer.ipBlock === null) continue;
    // The recorded ranges are of IPv4 alone.
    for (const cidr of [peer.ipBlock.cidr, ...peer.ipBlock.except].filter((block) => !block.includes(':'))) {
      const [address = '', bits = '32'] = cidr.split('/');
      const size = 2 ** (32 - Number(bits));
      const first = Math.floor(number(address) / size) * size;
      cuts.add(first).add(first + size);
    }
  }
  const starts = [...cuts].filter((start) => start < 2 ** 32).sort((a, b) => a - b);
  return starts.map((first, i) => ({ first, last: (starts[i + 1] ?? 2 ** 32) - 1 }));
}

const number = (address: string): number => address.split('.').reduce((value, part) => value * 256 + Number(part), 0);
const text = (value: number): string => [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join('.');
