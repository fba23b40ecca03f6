import { type Check, hit, perTarget } from '../check.ts';

/** A keep or drop rule, evaluated on labels the manifests determine, drops the target. */
export const droppedByRelabeling: Check = {
  kind: 'reason',
  code: 'dropped-by-relabeling',
  link: null,
  run: (joined) =>
    perTarget(joined, ({ raw }) => {
      const index = raw.relabelled.droppedBy;
      const rule = index === null ? null : joined.resolution.endpoint?.relabelings[index];
      if (index === null || !rule) return null;
      return hit({ rule: index + 1, action: rule.action, sources: rule.sourceLabels.join(', '), regex: rule.regex }, rule.at);
    }),
};
