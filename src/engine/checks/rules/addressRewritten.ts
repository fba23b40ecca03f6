import { type Check, hit } from '../check.ts';

/** Relabelings write `__address__`, `__scheme__` or `__metrics_path__`: what is scraped may differ from the static chain. */
export const addressRewritten: Check = {
  kind: 'warning',
  code: 'address-rewritten',
  severity: 'info',
  link: null,
  run: ({ targets, resolution: { endpoint } }) => {
    if (!targets.some(({ raw }) => raw.relabelled.rewrites.size > 0)) return [];
    const rule = endpoint?.relabelings.find((r) => /^__(address|scheme|metrics_path)__$/.test(r.targetLabel));
    return [hit({ label: rule?.targetLabel ?? '__address__' }, rule?.at)];
  },
};
