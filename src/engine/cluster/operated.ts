import type { Grouped } from './group.ts';
import { operatorMade } from './operator/index.ts';
import { generatePods, workloadId } from './operator/pods.ts';
import type { Operated } from './operator/types.ts';

/**
 * Adds the pods of custom resources. Where a dump has the StatefulSet or its pods, those win and only learn whom they
 * belong to (domain.md q2); a dumped further shard belongs to the same resource.
 */
export function withOperatorPods(groups: readonly Grouped[], resources: readonly Operated[], release: number): Grouped[] {
  const all = new Map(groups.map((g) => [g.workload.id, g]));
  const owned = byOwner(groups);
  for (const cr of resources) {
    const made = operatorMade.find((m) => m.kind === cr.kind);
    if (!made) continue;
    const id = workloadId(made, cr);
    const real = new Set([...shards(id, cr)].flatMap((shard) => all.get(shard) ?? []));
    for (const g of owned.get(ownerKey(cr.kind, cr.namespace, cr.name)) ?? []) real.add(g);
    if (real.size === 0) all.set(id, generatePods(made, cr, release));
    for (const g of real) {
      const workload = { ...g.workload, generatedBy: cr.id, objects: [...g.workload.objects, cr.id] };
      all.set(workload.id, { ...g, workload });
    }
  }
  return [...all.values()];
}

const ownerKey = (kind: string, namespace: string, name: string): string => `${kind}/${namespace}/${name}`;

/** Controllers by the custom resource their ownerReferences name: shards that a resource no longer asks for are still its own. */
function byOwner(groups: readonly Grouped[]): Map<string, Grouped[]> {
  const owned = new Map<string, Grouped[]>();
  for (const g of groups) {
    if (!g.owner) continue;
    const key = ownerKey(g.owner.kind, g.workload.namespace, g.owner.name);
    owned.set(key, [...(owned.get(key) ?? []), g]);
  }
  return owned;
}

function* shards(id: string, cr: Operated): Iterable<string> {
  yield id;
  for (let n = 1; n < Math.min(cr.spec.shards, 64); n++) yield `${id}-shard-${n}`;
}
