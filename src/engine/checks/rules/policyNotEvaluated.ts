import { unevaluatedPolicies } from '../../reach/index.ts';
import { type Check, hit } from '../check.ts';

/** More than these are counted, not named. */
const NAMED = 5;

/** Policies of a network plugin or a mesh (Cilium, Calico, Admin, Istio…) stand where the chain's pods run: what they admit is not known. */
export const policyNotEvaluated: Check = {
  kind: 'remark',
  code: 'policy-not-evaluated',
  severity: 'info',
  link: 'policy',
  run: ({ cluster, targets, resolution }) => {
    const askers = resolution.selections.filter((s) => s.state === 'selected').map((s) => s.prometheus.namespace);
    const pods = targets.flatMap(({ raw }) => raw.workload?.namespace ?? []);
    if (pods.length === 0) return [];
    const policies = unevaluatedPolicies(cluster, new Set([...pods, ...askers]));
    if (policies.length === 0) return [];
    const names = policies.slice(0, NAMED).map((p) => `${p.raw.kind} ${p.namespace === '' ? '' : `${p.namespace}/`}${p.name}`);
    const rest = policies.length > NAMED ? ' …' : '';
    return [
      hit(
        { count: policies.length, policies: names.join(', ') + rest },
        ...policies.slice(0, NAMED).map((p) => p.at(['metadata', 'name'])),
      ),
    ];
  },
};
