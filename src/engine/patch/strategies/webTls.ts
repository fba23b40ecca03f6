import type { Chain } from '../../chain/index.ts';
import { type Listener, listenersOf } from '../../listen/index.ts';
import { alertingFollows } from '../follow/alerting.ts';
import { everyoneFollows } from '../follow/index.ts';
import { below, mapAt } from '../input.ts';
import type { ChainStrategy, PortChange, Task } from '../job.ts';
import { type OperatedPods, operatedPods, portNameOf } from '../operated.ts';
import { needsSecret, secretOf } from '../ownTls.ts';
import type { Scheme } from '../types.ts';

/**
 * `spec.web.tlsConfig` of a Prometheus, Alertmanager or ThanosRuler: the server and its config-reloader both speak TLS with
 * a certificate from a Secret, and the operator turns its own probes and reload calls along (prometheus-operator
 * BuildWebconfig, domain.md d5).
 */
export const webTls: ChainStrategy = {
  level: 'chain',
  id: 'web-tls',
  goals: ['http', 'https'],
  fits({ input, chain, goal }) {
    const pods = operatedPods(input.cluster, chain);
    if (!pods?.every(({ resource }) => resource.spec.tls !== (goal.goal === 'https'))) return false;
    return chain.targets.every((t) => pods.some((p) => p.workload.id === t.workload && turning(input, p).some((l) => l.port === t.number)));
  },
  apply(task) {
    const scheme = task.goal.goal as Scheme;
    const { pods, chains } = closure(task);
    const changes = pods.flatMap((p) => turned(task, p, scheme));
    const refusal = everyoneFollows({ ...task, scheme, chains }, changes);
    if (refusal) return refusal;
    alertingFollows({ ...task, scheme, chains }, changes);
    return null;
  },
};

/** Chains that share pods change together, and so do all pods of a chain. */
function closure({ input, chain }: Task): { pods: OperatedPods[]; chains: Chain[] } {
  const pods = new Map<string, OperatedPods>();
  const chains = new Set([chain]);
  for (const one of chains) {
    for (const found of operatedPods(input.cluster, one) ?? []) {
      if (pods.has(found.workload.id)) continue;
      pods.set(found.workload.id, found);
      const ports = new Set(turning(input, found).map((l) => l.port));
      for (const other of input.chains)
        if (other.targets.some((t) => t.workload === found.workload.id && t.number !== null && ports.has(t.number))) chains.add(other);
    }
  }
  return { pods: [...pods.values()], chains: [...chains] };
}

const READERS = ['prometheus', 'alertmanager', 'thanos', 'prometheus-config-reloader'];

/** Ports of the cluster's own, which have TLS settings of their own. */
const INNER = new Set(['mesh-tcp', 'grpc']);

/** Listeners that read the operator's web configuration: the server, and the reloader beside it (a Thanos sidecar does not). */
function turning({ cluster }: Task['input'], { workload, resource }: OperatedPods): Listener[] {
  const made = new Set(workload.pod.containers.filter((c) => c.path === null && !c.init && c.name !== 'thanos-sidecar').map((c) => c.name));
  const speaks = resource.spec.tls ? 'https' : 'http';
  return listenersOf(workload, cluster).filter(
    (l) =>
      READERS.includes(l.program) &&
      made.has(l.container) &&
      l.serves === speaks &&
      l.bind !== 'loopback' &&
      !INNER.has(portNameOf(workload, l.port) ?? ''),
  );
}

function turned(task: Task, found: OperatedPods, scheme: Scheme): PortChange[] {
  const { resource, workload } = found;
  const { draft, input } = task;
  const spec = resource.at(['spec']);
  const web = mapAt(resource.raw, below(spec, 'web'));
  if (scheme === 'https') {
    const secret = secretOf(task, workload.name);
    const tlsConfig = {
      cert: { secret: { name: secret, key: 'tls.crt' } },
      keySecret: { name: secret, key: 'tls.key' },
    };
    const step = ['web-tls', { object: resource.id, secret }] as const;
    if (Object.hasOwn(mapAt(resource.raw, spec), 'web')) draft.insert(resource.raw, below(spec, 'web'), 'tlsConfig', tlsConfig, step);
    else draft.insert(resource.raw, spec, 'web', { tlsConfig }, step);
    needsSecret(task, workload.namespace, secret);
    draft.tell('no-token-asked', 'warning', { port: turning(input, found)[0]?.port ?? 0, workload: workload.id });
  } else {
    const step = ['web-no-tls', { object: resource.id }] as const;
    const rest = Object.keys(web).length - 1;
    draft.remove(rest > 0 ? below(spec, 'web', 'tlsConfig') : below(spec, 'web'), step);
    draft.tell('open-on-pods', 'warning', { port: turning(input, found)[0]?.port ?? 0, workload: workload.id });
  }
  draft.tell('users-too', 'warning', { workload: workload.id, port: turning(input, found)[0]?.port ?? 0, scheme });
  draft.tell('pods-restart', 'info', { workload: workload.id });
  return turning(input, found).map((listener) => {
    const ref = { number: listener.port, name: portNameOf(workload, listener.port) };
    return { workload, before: ref, after: ref, answers: listener, respeaks: true };
  });
}
