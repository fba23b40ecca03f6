import type { Cluster } from '../cluster/index.ts';
import { type Flag, type Invocation, invocationOf, listenersOf } from '../listen/index.ts';
import { type Monitor, meets, type PrometheusObject } from '../objects/index.ts';
import { parseSelector } from '../scrape/index.ts';

/** What an operator does not look at, and the flag that says so. */
export interface Ignored {
  variant: 'instance-namespace' | 'instance-labels' | 'controller-id' | 'namespace';
  operator: string;
  flag: string;
  value: string;
  at: Flag['at'];
}

interface Operator {
  name: string;
  run: Invocation;
}
const known = new WeakMap<Cluster, Operator[]>();

/** Every prometheus-operator of the input, by the arguments it is started with. */
function operatorsOf(cluster: Cluster): Operator[] {
  let found = known.get(cluster);
  if (!found) {
    found = cluster.workloads.flatMap((w) => {
      const names = new Set(listenersOf(w, cluster).flatMap((l) => (l.program === 'prometheus-operator' ? [l.container] : [])));
      return w.pod.containers.filter((c) => names.has(c.name)).map((c) => ({ name: w.name, run: invocationOf(c, w, cluster) }));
    });
    known.set(cluster, found);
  }
  return found;
}

/** Why no operator of the input acts on this Prometheus and monitor; null where one does, or where there is none to ask. */
export function ignoredBy(cluster: Cluster, prometheus: PrometheusObject, monitor: Monitor): Ignored | null {
  const operators = operatorsOf(cluster);
  const ignored = operators.map((operator) => ignores(operator, prometheus, monitor));
  return ignored.every((why) => why !== null) ? (ignored[0] ?? null) : null;
}

const CONTROLLER_ID = 'operator.prometheus.io/controller-id';

/** prometheus-operator cmd/operator/main.go: the flags, and which of them comes first. */
function ignores({ name, run }: Operator, prometheus: PrometheusObject, monitor: Monitor): Ignored | null {
  const because = (variant: Ignored['variant'], flag: string, { value, at }: Flag): Ignored => ({
    variant,
    operator: name,
    flag,
    value,
    at,
  });
  const allowed = listOf(run, 'namespaces');
  const denied = listOf(run, 'deny-namespaces');
  const instances = listOf(run, 'prometheus-instance-namespaces');
  const outside = (own: List, flag: string, namespace: string, variant: Ignored['variant']): Ignored | null =>
    own && !own.names.includes(namespace) ? because(variant, flag, own.flag) : null;
  const inside = (namespace: string, variant: Ignored['variant']): Ignored | null =>
    denied?.names.includes(namespace)
      ? because(variant, 'deny-namespaces', denied.flag)
      : outside(allowed, 'namespaces', namespace, variant);

  const byNamespace = instances
    ? outside(instances, 'prometheus-instance-namespaces', prometheus.namespace, 'instance-namespace')
    : inside(prometheus.namespace, 'instance-namespace');
  return byNamespace ?? byLabels(run, prometheus, because) ?? byId(run, prometheus, because) ?? inside(monitor.namespace, 'namespace');
}

type Because = (variant: Ignored['variant'], flag: string, given: Flag) => Ignored;

function byLabels(run: Invocation, { labels }: PrometheusObject, because: Because): Ignored | null {
  const flag = run.flag('prometheus-instance-selector');
  const wanted = flag && isKnown(flag) ? parseSelector(flag.value) : null;
  const value = (key: string): string | undefined => (Object.hasOwn(labels, key) ? labels[key] : undefined);
  const fails = wanted?.some((r) => !meets({ ...r, at: (flag as Flag).at, fromMatchLabels: false }, value(r.key)));
  return flag && fails ? because('instance-labels', 'prometheus-instance-selector', flag) : null;
}

function byId(run: Invocation, { annotations, at }: PrometheusObject, because: Because): Ignored | null {
  const flag = run.flag('controller-id');
  if (flag && !isKnown(flag)) return null;
  const given = flag ?? { value: '', at: at(['metadata', 'annotations', CONTROLLER_ID]) };
  const wanted = Object.hasOwn(annotations, CONTROLLER_ID) ? annotations[CONTROLLER_ID] : '';
  return wanted === given.value ? null : because('controller-id', 'controller-id', given);
}

/** null: everything. A list that cannot be read to its end is no limit as far as anyone can tell. */
type List = { names: string[]; flag: Flag } | null;

function listOf(run: Invocation, name: string): List {
  const flags = run.flags(name);
  const [flag] = flags;
  const names = flags.flatMap((f) => f.value.split(',')).filter((n) => n !== '');
  return flag && names.length > 0 && flags.every(isKnown) ? { names, flag } : null;
}

/** A variable that nobody resolves stays as it is written. */
const isKnown = ({ value }: Flag): boolean => !value.includes('$');
