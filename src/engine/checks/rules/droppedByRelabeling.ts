import { type Check, hit, perTarget } from '../check.ts';

/** A keep or drop rule, evaluated on labels the manifests determine, drops the target. */
export const droppedByRelabeling: Check = {
  kind: 'reason',
  code: 'dropped-by-relabeling',
  link: null,
  run: (joined) =>
    perTarget(joined, ({ raw }) => {
      const dropping = raw.relabelled.droppedBy;
      if (dropping === null) return null;
      const { rule, at } = dropping;
      const sources = Array.isArray(rule['source_labels']) ? rule['source_labels'].join(', ') : '';
      const place = Number(at?.path.at(-1) ?? 0) + 1;
      return hit({ rule: place, action: String(rule['action'] ?? ''), sources, regex: String(rule['regex'] ?? '(.*)') }, at);
    }),
};
