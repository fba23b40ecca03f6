import { describe } from '../../listen/index.ts';
import { type Check, hit, perReached } from '../check.ts';

/** Two processes in one network namespace listen on one port with equal or wildcard addresses: one of them cannot start (domain.md h4). */
export const bindConflict: Check = {
  kind: 'reason',
  code: 'bind-conflict',
  link: 'listener',
  run: (joined) =>
    perReached(joined, ({ conflict }) => {
      if (!conflict) return null;
      const { first, second, port } = conflict;
      return hit({ port, first: describe(first), second: describe(second), a: first.container, b: second.container }, first.at, second.at);
    }),
};
