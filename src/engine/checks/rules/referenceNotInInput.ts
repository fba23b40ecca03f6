import { type Check, hit } from '../check.ts';

/** Whether the operator takes the object hangs on a Secret or ConfigMap that is not in the input: nothing is claimed. */
export const referenceNotInInput: Check = {
  kind: 'remark',
  code: 'reference-not-in-input',
  severity: 'info',
  link: null,
  run: ({ resolution: { endpoint, selections } }) => {
    const [open] = selections.flatMap(({ verdict }) => (verdict?.state === 'incomplete' ? [verdict] : []));
    const [missing] = open?.missing ?? [];
    if (!endpoint || !open || !missing) return [];
    const { kind, namespace, name, key } = missing;
    return [hit({ kind, namespace, name, key: key ?? '', field: open.field, resource: kind.toLowerCase() }, open.at)];
  },
};
