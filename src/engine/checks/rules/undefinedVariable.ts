import { undefinedIn } from '../../listen/index.ts';
import { type Check, hit, perTarget } from '../check.ts';

/** `$(NAME)` of a variable that the container does not have stays as it is written, and no address can be read from it (domain.md h1). */
export const undefinedVariable: Check = {
  kind: 'remark',
  code: 'undefined-variable',
  severity: 'warning',
  link: 'listener',
  run: (joined) => {
    const seen = new Set<unknown>();
    return perTarget(joined, ({ raw: { workload } }) => {
      if (!workload || seen.has(workload)) return null;
      seen.add(workload);
      const [first] = undefinedIn(workload, joined.cluster);
      return first ? hit({ container: first.container, name: first.name, text: first.text }, first.at) : null;
    });
  },
};
