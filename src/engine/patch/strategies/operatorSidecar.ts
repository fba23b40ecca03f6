import type { Service } from '../../objects/index.ts';
import { endpointsFollow } from '../follow/endpoints.ts';
import { policiesFollow } from '../follow/policies.ts';
import { refuse } from '../input.ts';
import type { ChainStrategy, PortChange, SchemeTask, Task } from '../job.ts';
import { type OperatedPods, operatedPods, portNameOf } from '../operated.ts';
import { freePort, proxyContainer } from '../proxyContainer.ts';
import { grantProxy } from '../rights.ts';
import type { Refusal } from '../types.ts';

/**
 * A kube-rbac-proxy in `spec.containers` of the custom resource, at a port of its own that the Services then have too. The
 * plain port stays as it is for everyone else who uses it.
 */
export const operatorSidecar: ChainStrategy = {
  level: 'chain',
  id: 'operator-sidecar',
  goals: ['https'],
  fits({ input, chain }) {
    const pods = operatedPods(input.cluster, chain);
    const own = chain.targets.every(
      (t) => t.process?.serves === 'http' && input.cluster.services.some((s) => s.service.id === t.service && s.providedBy === null),
    );
    return pods !== null && pods.length === 1 && own && new Set(chain.targets.map((t) => t.number)).size === 1;
  },
  apply(task) {
    const [pods] = operatedPods(task.input.cluster, task.chain) ?? [];
    const [target] = task.chain.targets;
    if (!pods || !target?.process || target.number === null) return refuse('no-target', { reason: '' });
    const { workload, resource } = pods;
    const job: SchemeTask = { ...task, scheme: 'https', chains: [task.chain] };
    const services = [...new Set(task.chain.targets.map((t) => t.service))].flatMap((id) =>
      task.input.cluster.services.filter((s) => s.service.id === id).map((s) => s.service),
    );
    const port = freePort({ workload, number: target.number }, task.input.cluster);
    const name = freeName(workload, services, task.chain.port ?? '');
    addContainer(task, pods, { port, name, upstream: target.number });
    grantProxy({ workload, owner: { raw: resource.raw, at: resource.at, podPath: ['spec'], kind: resource.kind } }, task);
    const from = task.chain.port ?? '';
    for (const service of services) addPort(task, service, { port, name });
    const change: PortChange = {
      ...{ workload, answers: null, respeaks: false, stays: true },
      before: { number: target.number, name: portNameOf(workload, target.number) },
      after: { number: port, name },
    };
    policiesFollow(job, change);
    task.draft.tell('plain-stays', 'info', { port: target.number, workload: workload.id });
    task.draft.tell('own-certificate', 'info', { workload: workload.id });
    task.draft.tell('pods-restart', 'info', { workload: workload.id });
    return followed(job, change, services, from, name);
  },
};

function followed(job: SchemeTask, change: PortChange, services: readonly Service[], from: string, to: string): Refusal | null {
  const renames = services.map((service) => ({ service, from, to, number: null, pod: change.before.number, respeaks: false }));
  return endpointsFollow(job, [change], renames);
}

interface Port {
  port: number;
  name: string;
}

function addContainer(
  { input, draft }: Task,
  { workload, resource }: OperatedPods,
  { port, name, upstream }: Port & { upstream: number },
): void {
  const spec = resource.at(['spec']);
  const value = proxyContainer(input.cluster, {
    ...{ workload, number: port, upstream, open: [], nameFirst: true },
    port: { containerPort: port, name },
  });
  const step = ['add-container', { container: String(value['name']), workload: resource.id }] as const;
  draft.append(resource.raw, spec, 'containers', [value], step);
}

function addPort({ draft }: Task, service: Service, { port, name }: Port): void {
  const number = service.ports.some((p) => p.port === port) ? port + 10000 : port;
  const step = ['service-port-added', { service: service.id, port: name, to: name }] as const;
  draft.append(service.raw, service.at(['spec']), 'ports', [{ name, port: number, targetPort: name }], step);
}

/** A name that no port of the pod or the Services has (at most 15 characters). */
function freeName(workload: OperatedPods['workload'], services: readonly Service[], old: string): string {
  const taken = new Set([
    ...workload.pod.containers.flatMap((c) => c.ports.map((p) => p.name)),
    ...services.flatMap((s) => s.ports.map((p) => p.name)),
  ]);
  const tries = ['https', `https-${old}`.slice(0, 15).replace(/-$/, '')];
  for (let n = 2; ; n++) {
    const name = tries.shift() ?? `https-${n}`;
    if (!taken.has(name)) return name;
  }
}
