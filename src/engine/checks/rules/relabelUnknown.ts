import { type Check, hit } from '../check.ts';

/** A keep or drop relabeling depends on labels that only exist at run time. */
export const relabelUnknown: Check = {
  kind: 'warning',
  code: 'relabel-unknown',
  severity: 'info',
  link: null,
  run: ({ targets }) => {
    const [unknown] = targets.flatMap(({ raw }) => raw.relabelled.unknown);
    if (!unknown) return [];
    const sources = unknown.rule['source_labels'];
    return [hit({ sources: Array.isArray(sources) ? sources.join(', ') : '' }, unknown.at)];
  },
};
