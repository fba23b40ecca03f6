import type { Cluster, Workload } from '../cluster/index.ts';
import type { Container } from '../objects/index.ts';
import { invocationsOf } from './invocation.ts';
import { programs } from './programs/index.ts';
import type { Invocation, Listener, Program } from './types.ts';

const read = new WeakMap<Workload, Listener[]>();

/** Who listens in the pods of a workload, container by container. Containers nobody recognises give nothing. */
export function listenersOf(workload: Workload, cluster: Cluster): Listener[] {
  let listeners = read.get(workload);
  if (!listeners) {
    // Init containers are gone when the pod runs, unless they restart for ever.
    const running = workload.pod.containers.filter((c) => !c.init || c.sidecar);
    listeners = assumeUpstreams(running.flatMap((c) => listenersIn(c, workload, cluster)));
    read.set(workload, listeners);
  }
  return listeners;
}

/** Every program that a container is known to run, each as its likeliest command says. */
function listenersIn(container: Container, workload: Workload, cluster: Cluster): Listener[] {
  const { all, either } = invocationsOf(container, workload, cluster);
  const known = new Map<Program, Invocation>();
  for (const run of all) {
    const program = programOf(run);
    if (program && either && known.size > 0) return [];
    if (program && !known.has(program)) known.set(program, run);
  }
  return [...known].flatMap(([program, run]) =>
    program.listeners(run).map((l) => ({ ...l, container: container.name, program: program.id })),
  );
}

/** The one program of a container that matters most: the likeliest command that is recognised, else the likeliest. */
export function invocationOf(container: Container, workload: Workload, cluster: Cluster): Invocation {
  const { all } = invocationsOf(container, workload, cluster);
  return all.find((run) => programOf(run)) ?? (all[0] as Invocation);
}

/** The command says more than the image it is run from. */
const programOf = (run: Invocation): Program | undefined =>
  (run.program === null ? undefined : programs.find((p) => p.matches({ ...run, repository: '' }))) ?? programs.find((p) => p.matches(run));

/** A token-checking proxy without an upstream flag forwards somewhere: to the pod's only other server, if there is just one. */
function assumeUpstreams(listeners: Listener[]): Listener[] {
  return listeners.map((proxy) => {
    if (!proxy.proxy || !proxy.authorizes || proxy.upstream) return proxy;
    const [only, ...more] = listeners.filter((l) => l.container !== proxy.container && !l.authorizes && l.protocol === 'TCP');
    if (!only || more.length > 0) return proxy;
    const { host, bind, port, serves } = only;
    return { ...proxy, upstream: { scheme: serves ?? 'http', host, bind, port, known: false, at: null } };
  });
}

/** TCP listeners on a port number. */
export const listenersAt = (listeners: readonly Listener[], port: number): Listener[] =>
  listeners.filter((l) => l.port === port && l.protocol === 'TCP');

/** `container host:port` */
export const describe = (l: Listener): string => `${l.container} ${l.host}:${l.port}`;
