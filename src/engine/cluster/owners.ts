import type { WorkloadObject } from '../objects/index.ts';

/** The object at the top of the controllers above a pod template, in the input or only named by it. */
export interface Top {
  kind: string;
  namespace: string;
  name: string;
}

/** Finds the input's workload by kind, namespace and name. */
export type Lookup = (kind: string, namespace: string, name: string) => WorkloadObject | null;

/** Owners above owners; the deepest chain of Kubernetes' own controllers has three. */
const MOST_OWNERS = 16;

const HASH = 'pod-template-hash';
const CONTROLLERS = new Set(['Deployment', 'DaemonSet', 'StatefulSet', 'ReplicaSet', 'ReplicationController', 'Job', 'CronJob']);

/**
 * Follows ownerReferences upwards. Static pods (owner Node) stand alone; a controller owned by a custom resource is
 * itself the top, so that the pods keep the controller's name.
 */
export function topOf(start: WorkloadObject, lookup: Lookup): Top {
  const seen = new Set<WorkloadObject>();
  let o = start;
  for (;;) {
    seen.add(o);
    const { owner, namespace } = o;
    if (owner === null) return byTemplateHash(o) ?? o;
    if (owner.kind === 'Node') return o;
    const above = lookup(owner.kind, namespace, owner.name);
    if (above && !seen.has(above) && seen.size < MOST_OWNERS) {
      o = above;
      continue;
    }
    if (above) return o;
    return absentOwner(o, owner);
  }
}

function absentOwner(o: WorkloadObject, owner: { kind: string; name: string }): Top {
  const { namespace } = o;
  if (owner.kind === 'ReplicaSet') {
    const deployment = withoutHash(owner.name, hashOf(o));
    return deployment ? { kind: 'Deployment', namespace, name: deployment } : { kind: 'ReplicaSet', namespace, name: owner.name };
  }
  if (o.kind === 'Pod' || CONTROLLERS.has(owner.kind)) return { kind: owner.kind, namespace, name: owner.name };
  return o;
}

/** ReplicaSets and Pods whose ownerReferences were cut from a dump still carry the Deployment's hash. */
function byTemplateHash(o: WorkloadObject): Top | null {
  const hash = hashOf(o);
  if (!hash) return null;
  const { namespace } = o;
  if (o.kind === 'ReplicaSet') {
    const name = withoutHash(o.name, hash);
    return name ? { kind: 'Deployment', namespace, name } : null;
  }
  if (o.kind !== 'Pod') return null;
  const cut = o.name.lastIndexOf(`-${hash}-`);
  return cut > 0 ? { kind: 'Deployment', namespace, name: o.name.slice(0, cut) } : null;
}

const hashOf = (o: WorkloadObject): string | undefined => own(o.podLabels, HASH) ?? own(o.labels, HASH);
const own = (labels: Readonly<Record<string, string>>, key: string): string | undefined =>
  Object.hasOwn(labels, key) ? labels[key] : undefined;

const withoutHash = (name: string, hash: string | undefined): string | null =>
  hash && name.endsWith(`-${hash}`) && name.length > hash.length + 1 ? name.slice(0, -hash.length - 1) : null;
