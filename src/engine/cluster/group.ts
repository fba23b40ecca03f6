import { fieldsOf, type Labels, type WorkloadObject } from '../objects/index.ts';
import { type Top, topOf } from './owners.ts';
import type { Workload } from './types.ts';

/** A workload with every label set its pods carry: one per template, live pod or StatefulSet ordinal. */
export interface Grouped {
  workload: Workload;
  podLabels: readonly Labels[];
  /** The custom resource above the controller, as its ownerReferences name it. */
  owner: WorkloadObject['owner'];
}

interface Group {
  top: Top;
  members: WorkloadObject[];
}

const key = (kind: string, namespace: string, name: string) => `${kind}/${namespace}/${name}`;
const ORDINALS = 32;

/** What the pod templates and pods of the input come to. `ended`: workloads of which only finished pods are left. */
export interface Workloads {
  running: Grouped[];
  ended: Workload[];
}

/** Puts a Deployment, its ReplicaSets and their Pods together, as a cluster dump shows them (domain.md q2). */
export function groupWorkloads(objects: readonly WorkloadObject[]): Workloads {
  const byKey = new Map(objects.map((o) => [key(o.kind, o.namespace, o.name), o]));
  const lookup = (kind: string, namespace: string, name: string) => byKey.get(key(kind, namespace, name)) ?? null;
  const groups = new Map<string, Group>();
  for (const o of objects) {
    const top = topOf(o, lookup);
    const id = key(top.kind, top.namespace, top.name);
    const group = groups.get(id);
    if (group) group.members.push(o);
    else groups.set(id, { top, members: [o] });
  }
  const out: Workloads = { running: [], ended: [] };
  for (const [id, group] of groups) {
    const running = groupOf(id, group);
    const [pod] = group.members.filter(finished);
    if (running) out.running.push(running);
    else if (pod) out.ended.push(workloadOf(id, group, pod));
  }
  return out;
}

/** Endpoints never hold finished pods (kubernetes endpointslice ShouldPodBeInEndpoints). */
const finished = (o: WorkloadObject) => o.kind === 'Pod' && (o.phase === 'Succeeded' || o.phase === 'Failed');

function groupOf(id: string, { top, members }: Group): Grouped | null {
  const alive = members.filter((o) => !finished(o));
  if (isOver(members, alive)) return null;
  const template = templateOf(id, alive);
  if (!template) return null;
  const pods = alive.filter((o) => o.kind === 'Pod' && o !== template);
  return {
    workload: workloadOf(id, { top, members }, template),
    podLabels: [...ordinals(template), ...pods.map((p) => p.podLabels)],
    owner: template.id === id ? template.owner : null,
  };
}

function workloadOf(id: string, { top, members }: Group, template: WorkloadObject): Workload {
  const labels = { ...jobLabels(template), ...template.podLabels };
  return {
    id,
    kind: top.kind,
    namespace: top.namespace,
    name: top.name,
    podLabels: labels,
    podAnnotations: template.podAnnotations,
    live: members.filter((o) => o.kind === 'Pod'),
    families: [{ name: top.name, labels }],
    replicas: template.replicas,
    labelAt: (label) => template.at([...template.podLabelsPath, label], 'value'),
    pod: template.pod,
    objects: [...new Set([template, ...members])].map((o) => o.id),
    generatedBy: null,
  };
}

/** In a dump, a Job that is complete, or all of whose pods are finished, has nobody left who answers. */
const isOver = (members: readonly WorkloadObject[], alive: readonly WorkloadObject[]): boolean =>
  alive.length > 0 && alive.every((o) => o.kind === 'Job') && (alive.every(isComplete) || members.length > alive.length);

/** `status.conditions` of a Job that will not run again (batch/v1 JobConditionType). */
function isComplete({ raw }: WorkloadObject): boolean {
  return fieldsOf(raw, [])
    .map('status')
    .list('conditions')
    .some((c) => (c.raw('type') === 'Complete' || c.raw('type') === 'Failed') && c.raw('status') === 'True');
}

/** The controller's own template; without it a ReplicaSet that has pods, then a running pod. */
function templateOf(id: string, alive: readonly WorkloadObject[]): WorkloadObject | null {
  return (
    alive.find((o) => o.id === id) ??
    alive.find((o) => o.kind !== 'Pod' && o.replicas !== 0) ??
    alive.find((o) => o.phase === 'Running') ??
    alive[0] ??
    null
  );
}

/** A Job's pods carry its name (kubernetes job controller). */
const jobLabels = ({ kind, name }: WorkloadObject): Labels =>
  kind === 'Job' ? { 'job-name': name, 'batch.kubernetes.io/job-name': name } : {};

/** A StatefulSet's pods carry their own name as a label, and Services select single pods by it. */
function ordinals(template: WorkloadObject): Labels[] {
  if (template.kind !== 'StatefulSet') return [{ ...jobLabels(template), ...template.podLabels }];
  const count = Math.min(Math.max(template.replicas ?? 1, 1), ORDINALS);
  return Array.from({ length: count }, (_, i) => ({
    'statefulset.kubernetes.io/pod-name': `${template.name}-${i}`,
    'apps.kubernetes.io/pod-index': String(i),
    ...template.podLabels,
  }));
}
