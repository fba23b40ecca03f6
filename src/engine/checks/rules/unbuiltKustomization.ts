import { type Check, hit } from '../check.ts';

/** Objects of the chain are parts of a kustomization that would change them, and has not been built (domain.md q4). */
export const unbuiltKustomization: Check = {
  kind: 'remark',
  code: 'unbuilt-kustomization',
  severity: 'warning',
  link: null,
  run({ cluster, resolution, targets }) {
    const ids = [resolution.monitor.id, ...targets.flatMap(({ raw }) => [raw.service?.service.id, ...(raw.workload?.objects ?? [])])];
    const objects = ids.flatMap((id) => (id === undefined ? [] : (cluster.objects.get(id) ?? [])));
    return (cluster.ingested.unbuilt ?? []).flatMap(({ dir, command, fields, covers }) => {
      const [first] = objects.filter((o) => covers.has(o.raw.file));
      return first ? [hit({ dir, command, fields: fields.join(', '), object: first.id }, first.at([]))] : [];
    });
  },
};
