import { type Check, hit, perTarget } from '../check.ts';

/** The verdict of a policy hangs on a Namespace that is not in the input, or on an address. */
export const netpolUnknown: Check = {
  kind: 'warning',
  code: 'netpol-unknown',
  severity: 'warning',
  link: 'policy',
  run: (joined) =>
    perTarget(joined, ({ verdicts, raw }) => {
      const unknown = verdicts.find((v) => v.verdict.state === 'unknown');
      const fact = unknown?.verdict.facts.find((f) => f.admits === null);
      if (!unknown) return null;
      return hit({ policy: fact?.policy.split('/').at(-1) ?? '', port: raw.number, why: fact?.why ?? '' }, fact?.peerAt ?? fact?.at);
    }),
};
