import type { Target } from '../../../chain/index.ts';
import type { Workload } from '../../../cluster/index.ts';
import type { RawObject } from '../../../ingest/index.ts';
import type { Listener } from '../../../listen/index.ts';
import type { Service } from '../../../objects/index.ts';
import { policiesSelecting } from '../../../reach/index.ts';
import type { JsonMap } from '../../../yaml/index.ts';
import { servicesOf } from '../../follow/services.ts';
import type { Task } from '../../job.ts';
import { freeName } from '../../names.ts';

/** The pods that are to be read from outside, at the scraped port. */
export interface Place {
  workload: Workload;
  port: number;
  process: Listener;
  target: Target;
  /** Of the Service in front of the pods, or their own name. */
  name: string;
  service: Service | null;
  /** New objects stand beside this one. */
  beside: RawObject;
  /** The pods' port is a port of the node too. */
  onNode: boolean;
}

/** Null where the chain leads to none, to several workloads, or to nobody that is known. */
export function placeOf({ input, chain }: Task): Place | null {
  const [target] = chain.targets;
  const workload = input.cluster.workloads.find((w) => w.id === target?.workload);
  if (!target?.process || !workload || target.number === null || chain.targets.some((t) => t.workload !== target.workload)) return null;
  const port = target.number;
  const id = workload.generatedBy ?? workload.objects[0] ?? workload.id;
  const beside = input.cluster.objects.get(workload.id)?.raw ?? input.cluster.objects.get(id)?.raw;
  if (!beside) return null;
  const services = servicesOf(input, workload);
  const service = services.find((s) => s.id === target.service) ?? services[0] ?? null;
  const onNode =
    workload.pod.hostNetwork || workload.pod.containers.some((c) => c.ports.some((p) => p.containerPort === port && p.hostPort !== null));
  return { workload, port, process: target.process, target, name: service?.name ?? workload.name, service, beside, onNode };
}

export const isOpen = ({ process }: Place): boolean => process.bind !== 'loopback' && process.serves !== null;

/** Who may read it then: whoever has a token, or everybody who gets there. */
export function tellWho({ draft }: Task, { process, workload, port }: Place): void {
  if (process.authorizes) draft.tell('token-asked', 'info', { port, workload: workload.id });
  else draft.tell('open-to-outside', 'warning', { port, workload: workload.id });
}

/**
 * Policies add up, so one more admits what the others do not: from inside the cluster, where gateways stand, or from
 * anywhere. None is needed where none selects the pods.
 */
export function admit({ draft, input }: Task, place: Place, from: 'cluster' | 'anywhere'): void {
  const { workload, port, name, beside } = place;
  if (workload.pod.hostNetwork || !policiesSelecting(input.cluster, workload).some((p) => p.ingressType)) return;
  const { service } = place;
  const labels = service?.selector ?? workload.podLabels;
  const rule: JsonMap = { ...(from === 'cluster' ? { from: [{ namespaceSelector: {} }] } : {}), ports: [{ port, protocol: 'TCP' }] };
  const id = freeName(
    input.cluster.policies.filter((p) => p.namespace === workload.namespace).map((p) => p.name),
    `${name}-external`,
  );
  const value: JsonMap = {
    ...{ apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name: id, namespace: workload.namespace } },
    spec: { ingress: [rule], podSelector: { matchLabels: { ...labels } }, policyTypes: ['Ingress'] },
  };
  draft.addObject(value, beside, ['add-object', { object: `NetworkPolicy/${workload.namespace}/${id}` }]);
  draft.tell('policy-admits', 'warning', { port, workload: workload.id });
}
