import type { Cluster, ClusterService, Workload } from '../cluster/index.ts';
import type { Labels, Requirement, Selector } from '../objects/index.ts';
import { allHold, type Comparison, comparePods, compareService, indexesOf, inNamespaces, type Resolution } from '../scrape/index.ts';
import { comparisonFacts } from './facts.ts';
import type { NearMiss } from './types.ts';

/** How many candidates are named; the rest would only repeat the point. */
const MOST = 3;

/**
 * Objects that nearly fit where nothing fits (report.md "Near miss"): all requirements but one of two or more, all of
 * them in another namespace, or the name of the monitor or of one of the selector's values.
 */
export function nearMisses(cluster: Cluster, r: Resolution): NearMiss[] {
  if (r.endpoint?.by === 'address') return namesakes(cluster, r);
  if (r.endpoint?.by !== 'labels' || r.targets.length > 0) return [];
  const codes = new Set(r.misses.map((m) => m.code));
  if (codes.has('service-not-found')) return nearServices(cluster, r);
  if (!codes.has('no-workload')) return [];
  if (r.monitor.kind === 'PodMonitor')
    return nearWorkloads(cluster, r.monitor.selector, (ns) => inNamespaces(r.namespaces, ns), [r.monitor.name]);
  return r.misses
    .filter((m) => m.code === 'no-workload' && m.service)
    .flatMap((m) => {
      const service = (m.service as ClusterService).service;
      const selector = equalitySelector(service.selector ?? {}, (key) => service.at(['spec', 'selector', key]));
      return nearWorkloads(cluster, selector, (ns) => ns === service.namespace, [r.monitor.name, service.name]);
    })
    .slice(0, MOST);
}

/** A Service of the asked name in another namespace: the name was meant to carry its namespace. */
function namesakes(cluster: Cluster, r: Resolution): NearMiss[] {
  const index = indexesOf(cluster).services;
  return r.misses
    .filter((m) => m.code === 'service-not-found' && m.asked)
    .flatMap(({ asked }) =>
      index.named(asked?.host.split('.')[0] ?? '').map(({ service }): NearMiss => {
        const at = service.at(['metadata', 'namespace']);
        const left = { value: asked?.host ?? '', at: asked?.at ?? null };
        const fact = { name: 'host', left, right: { value: `${service.name}.${service.namespace}`, at }, holds: false };
        return { object: service.id, why: 'namespace', facts: [fact], at: service.at([]) };
      }),
    )
    .slice(0, MOST);
}

function nearServices(cluster: Cluster, r: Resolution): NearMiss[] {
  const { selector } = r.monitor;
  const index = indexesOf(cluster).services;
  return collect(
    selector,
    (namespace) => inNamespaces(r.namespaces, namespace),
    {
      same: index.candidates(selector),
      near: index.nearCandidates(selector),
      named: namesIn(selector, [r.monitor.name]).flatMap((name) => index.named(name)),
    },
    (s) => ({
      object: s.service.id,
      namespace: s.service.namespace,
      labels: () => compareService(r.monitor, s),
      at: () => s.service.at([]),
    }),
  );
}

function nearWorkloads(cluster: Cluster, selector: Selector, inside: (ns: string) => boolean, names: readonly string[]): NearMiss[] {
  const index = indexesOf(cluster).workloads;
  return collect(
    selector,
    inside,
    {
      same: index.candidates(selector),
      near: index.nearCandidates(selector),
      named: namesIn(selector, names).flatMap((name) => index.named(name)),
    },
    (w: Workload) => ({ object: w.id, namespace: w.namespace, labels: () => comparePods(selector, w), at: () => w.labelAt('') }),
  );
}

/** Labels that controllers put on pods: a template without them says nothing about the pods. */
const AT_RUN_TIME =
  /^(pod-template-hash|controller-revision-hash|(batch\.kubernetes\.io\/)?(controller-uid|job-name)|apps\.kubernetes\.io\/pod-index)$/;

interface View {
  object: string;
  namespace: string;
  /** On demand, as the namespace rules most out: a common label has very many candidates. */
  labels: () => Comparison[];
  at: () => NearMiss['at'];
}

function collect<T>(
  selector: Selector,
  inside: (namespace: string) => boolean,
  candidates: { same: readonly T[]; near: Iterable<T>; named: readonly T[] },
  view: (item: T) => View,
): NearMiss[] {
  const found = new Map<string, NearMiss>();
  const look = (
    items: Iterable<T>,
    why: NearMiss['why'],
    place: 'inside' | 'outside' | 'anywhere',
    fits: (labels: Comparison[]) => boolean,
  ) => {
    for (const item of items) {
      if (found.size === MOST) return;
      const v = view(item);
      if (found.has(v.object) || (place !== 'anywhere' && inside(v.namespace) !== (place === 'inside'))) continue;
      const labels = v.labels();
      if (fits(labels) && !onlyAtRunTime(labels))
        found.set(v.object, { object: v.object, why, facts: comparisonFacts(labels), at: v.at() });
    }
  };
  const { requirements, invalid } = selector;
  if (invalid === null && requirements.length > 0) look(candidates.same, 'namespace', 'outside', (labels) => allHold(labels) === true);
  if (requirements.length > 1) look(candidates.near, 'one-label', 'inside', (labels) => differing(labels).length === 1);
  look(candidates.named, 'name', 'anywhere', () => true);
  return [...found.values()];
}

const differing = (labels: readonly Comparison[]): Comparison[] => labels.filter((c) => c.holds !== true);

function onlyAtRunTime(labels: readonly Comparison[]): boolean {
  const rest = differing(labels);
  return rest.length > 0 && rest.every((c) => AT_RUN_TIME.test(c.requirement.key));
}

const namesIn = (selector: Selector, names: readonly string[]): string[] => [
  ...new Set([...names, ...selector.requirements.flatMap((r) => (r.operator === 'In' ? r.values : []))]),
];

/** A Service's equality map as a selector, so that both kinds are compared and explained alike. */
export function equalitySelector(labels: Labels, at: (key: string) => Requirement['at']): Selector {
  const requirements = Object.keys(labels)
    .sort()
    .map((key): Requirement => ({ key, operator: 'In', values: [labels[key] ?? ''], at: at(key), fromMatchLabels: true }));
  return { requirements, at: at(''), invalid: null };
}
