import type { Cluster, ClusterService, Workload } from '../cluster/index.ts';
import {
  ASKS_BY_PATH,
  asksToken,
  type Conflict,
  conflictsOf,
  type Guard,
  hopsBehind,
  hostConflicts,
  kubeletGuard,
  type Listener,
  listenersOf,
  onSameNode,
  silentAt,
  type Upstream,
} from '../listen/index.ts';
import {
  connectionVerdict,
  discoveryNeeds,
  discoveryRights,
  externalVerdict,
  type NetworkVerdict,
  type OutsideAddress,
  passRights,
  policyNames,
  proxyRights,
} from '../reach/index.ts';
import { discoveryRole, type RawTarget, type Resolution } from '../scrape/index.ts';
import { nearMisses } from './nearMiss.ts';
import { requestOf } from './request.ts';
import type { Chain, NearMiss } from './types.ts';

/** A raw target with who answers there and what stands in the way. */
export interface JoinedTarget {
  raw: RawTarget;
  /** The process a scrape reaches; null when none is known or a conflict leaves it open. */
  process: Listener | null;
  /** Listeners behind a proxy, hop by hop. */
  behind: Listener[];
  /** Two processes that want the scraped port, or a port on the way behind it. */
  conflict: Conflict | null;
  /** A proxy's upstream at which nothing listens. */
  deadUpstream: Upstream | null;
  /** The listeners of a pod in which surely nobody is on the scraped port; null where somebody is, or may be. */
  silent: Listener[] | null;
  /** Container that is taken to be the upstream because no flag can tell. */
  assumedUpstream: { container: string; upstream: Upstream } | null;
  policies: string[];
  verdicts: { prometheus: string; verdict: NetworkVerdict }[];
}

/** Everything known of one endpoint's chain before it is judged. */
export interface Joined {
  cluster: Cluster;
  resolution: Resolution;
  targets: JoinedTarget[];
  nearMisses: NearMiss[];
  discovery: Chain['discovery'];
  rights: Chain['rights'];
}

export function joinChain(cluster: Cluster, resolution: Resolution): Joined {
  const targets = resolution.targets.map((raw) => joinTarget(cluster, resolution, raw));
  return {
    cluster,
    resolution,
    targets,
    nearMisses: nearMisses(cluster, resolution),
    discovery: discovery(cluster, resolution),
    rights: rights(cluster, resolution, targets),
  };
}

/** Asked only where something checks who is calling. */
function rights(cluster: Cluster, r: Resolution, targets: readonly JoinedTarget[]): Chain['rights'] {
  if (!r.endpoint) return { proxy: [], scrape: [] };
  const request = requestOf(r);
  const proxies = new Map<string, { workload: Workload; guard: Guard }>();
  const guards = new Map<string, Guard>();
  for (const { process, conflict, raw } of targets) {
    const { workload } = raw;
    // Of two processes that fight for the port, one may be the proxy: its rights belong to the story either way.
    const asking = [process, conflict?.first, conflict?.second].find((l) => l && asksToken(l, request.path));
    const guard = workload ? (asking?.guard ?? null) : guardOutside(raw.service, request.path);
    if (!guard) continue;
    guards.set(JSON.stringify(guard), guard);
    // Servers of the control plane ask with credentials of their own.
    if (workload && guard.anonymous === 401) proxies.set(workload.id, { workload, guard });
  }
  const prometheuses = r.selections.filter((s) => s.state === 'selected').map((s) => s.prometheus);
  return {
    proxy: [...proxies.values()].map(({ workload, guard }) => ({ workload: workload.id, verdict: proxyRights(cluster, workload, guard) })),
    scrape: prometheuses.flatMap((prometheus) =>
      [...guards.values()].map((guard) => ({ prometheus: prometheus.id, verdict: passRights(cluster, prometheus, guard, request) })),
    ),
  };
}

/** The kubelet and the API server check callers themselves (domain.md i6). */
function guardOutside(service: ClusterService | null, path: string): Guard | null {
  if (service?.providedBy === 'operator:kubelet') return kubeletGuard(path);
  return service?.providedBy === 'cluster:apiserver' ? ASKS_BY_PATH : null;
}

/** Whatever protocol a port declares, a scrape connects over TCP. */
const SCRAPED_OVER = 'TCP';

function joinTarget(cluster: Cluster, resolution: Resolution, raw: RawTarget): JoinedTarget {
  const { workload } = raw;
  const verdicts = resolution.selections
    .filter((s) => s.state === 'selected')
    .flatMap(({ prometheus }) => {
      const from = cluster.podsOf(prometheus);
      if (!from) return [];
      const verdict = workload
        ? connectionVerdict(cluster, from, workload, raw.number, SCRAPED_OVER)
        : externalVerdict(cluster, from, addressOf(raw.service), raw.number, SCRAPED_OVER);
      return [{ prometheus: prometheus.id, verdict }];
    });
  const base = { raw, verdicts, behind: [], conflict: null, silent: null, deadUpstream: null, assumedUpstream: null };
  const policies = workload ? policyNames(cluster, workload) : [];
  if (!workload || raw.protocol !== 'TCP') return { ...base, process: null, policies };
  const listeners = listenersOf(workload, cluster);
  const here = listeners.filter((l) => l.port === raw.number && l.protocol === 'TCP');
  const conflicts = conflictsOf(listeners);
  const conflict = conflicts.find((c) => c.port === raw.number) ?? onNode(cluster, workload, raw.number);
  // The pod's own address reaches every bind but loopback; a loopback listener beside it serves the proxy, not the scrape.
  const reachable = here.filter((l) => l.bind !== 'loopback');
  const process = conflict ? null : (reachable.find((l) => l.addressCertain) ?? reachable[0] ?? here[0] ?? null);
  const silent = process || conflict ? null : silentAt(workload, cluster, raw.number);
  return { ...base, policies, conflict, process, silent, ...upstreams(process, listeners, raw, cluster) };
}

/** hostNetwork pods share the node's ports with other workloads of the input. */
const onNode = (cluster: Cluster, workload: Workload, port: number): Conflict | null =>
  workload.pod.hostNetwork
    ? (hostConflicts(cluster).find((c) => c.port === port && (c.workload === workload || c.other === workload)) ?? null)
    : null;

/** The kubelet and the API server listen on node addresses, cluster DNS is pods; what hand-written endpoints point at is not known. */
function addressOf(service: ClusterService | null): OutsideAddress {
  switch (service?.providedBy) {
    case 'operator:kubelet':
    case 'cluster:apiserver':
      return 'node';
    case 'cluster:dns':
      return { namespace: service.service.namespace, labels: service.service.selector };
    default:
      return 'unknown';
  }
}

type Behind = Pick<JoinedTarget, 'behind' | 'deadUpstream' | 'assumedUpstream'>;

function upstreams(process: Listener | null, listeners: readonly Listener[], raw: RawTarget, cluster: Cluster): Behind {
  const { workload } = raw;
  const { hops, unanswered } = hopsBehind(process, listeners, () => (workload ? onSameNode(workload, cluster) : []));
  return { behind: hops, ...(unanswered ? nobody(unanswered, listeners, raw) : { deadUpstream: null, assumedUpstream: null }) };
}

/** Nothing is known to listen upstream: an unrecognised container may, and then nothing is claimed. */
function nobody(from: Listener, listeners: readonly Listener[], raw: RawTarget): Pick<Behind, 'deadUpstream' | 'assumedUpstream'> {
  const upstream = from.upstream as Upstream;
  const inPod = upstream.bind === 'loopback' || upstream.bind === 'pod-ip' || upstream.bind === 'wildcard';
  if (!inPod) return { deadUpstream: null, assumedUpstream: null };
  const known = new Set(listeners.map((l) => l.container));
  const unknown = (raw.workload?.pod.containers ?? []).filter((c) => (!c.init || c.sidecar) && !known.has(c.name));
  if (unknown.length === 0) return { deadUpstream: upstream, assumedUpstream: null };
  const [only] = unknown;
  return { deadUpstream: null, assumedUpstream: unknown.length === 1 && only ? { container: only.name, upstream } : null };
}

/** Rights to list and watch what discovery needs, per Prometheus that selects the monitor (domain.md i2, c12). */
function discovery(cluster: Cluster, r: Resolution): Joined['discovery'] {
  const role = discoveryRole(r);
  // Addresses and other service discoveries ask the API server nothing.
  if (r.endpoint === null || role === null) return [];
  const needs = discoveryNeeds(role, r.monitor.attachNode);
  // With several namespaces only those that hold something to find are asked about.
  const namespaces = r.namespaces === 'any' ? 'all' : withObjects(r.namespaces, r);
  return r.selections
    .filter((s) => s.state === 'selected')
    .map(({ prometheus }) => ({ prometheus: prometheus.id, verdict: discoveryRights(cluster, prometheus, namespaces, needs) }));
}

function withObjects(namespaces: readonly string[], r: Resolution): string[] {
  const used = new Set([...r.services.map((s) => s.service.service.namespace), ...r.pods.map((p) => p.workload.namespace)]);
  const found = namespaces.filter((n) => used.has(n));
  return found.length > 0 ? found : [...namespaces];
}
