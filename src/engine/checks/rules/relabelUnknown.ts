import { type Check, hit } from '../check.ts';

/** A keep or drop relabeling depends on labels that only exist at run time. */
export const relabelUnknown: Check = {
  kind: 'warning',
  code: 'relabel-unknown',
  severity: 'info',
  link: null,
  run: ({ targets, resolution: { endpoint } }) => {
    if (!targets.some(({ raw }) => raw.relabelled.unknown)) return [];
    const rule = endpoint?.relabelings.find((r) => r.action === 'keep' || r.action === 'drop');
    return [hit({ sources: rule?.sourceLabels.join(', ') ?? '' }, rule?.at)];
  },
};
