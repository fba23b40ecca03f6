import type { JsonMap } from '../../../yaml/index.ts';
import { below, listAt, mapAt } from '../../input.ts';
import { type Fix, undecided } from './fix.ts';

/** A policy that shuts Prometheus out gets a rule for its pods and this port, beside the rules it has. */
export const netpolDenied: Fix = {
  code: 'netpol-denied',
  apply(task) {
    const { cluster } = task.input;
    for (const { number, verdicts } of task.chain.targets) {
      for (const { prometheus: id, verdict } of verdicts.filter((v) => v.verdict.state === 'denied')) {
        const prometheus = cluster.prometheuses.find((p) => p.id === id);
        const fact = verdict.facts.find((f) => f.direction === 'ingress' && f.admits === false);
        const policy = cluster.policies.find((p) => p.id === fact?.policy);
        if (!prometheus || !policy || number === null) return undecided(this);
        const pods = cluster.podsOf(prometheus);
        const name = pods?.podLabels['app.kubernetes.io/name'] ?? 'prometheus';
        const labels = { 'app.kubernetes.io/instance': prometheus.name, 'app.kubernetes.io/name': name };
        const there =
          policy.namespace === prometheus.namespace
            ? {}
            : { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': prometheus.namespace } } };
        const rule: JsonMap = { from: [{ ...there, podSelector: { matchLabels: labels } }], ports: [{ port: number, protocol: 'TCP' }] };
        const spec = policy.at(['spec']);
        const step = ['fix-policy', { policy: policy.id, prometheus: prometheus.id, port: number }] as const;
        const list = below(spec, 'ingress');
        if (Object.hasOwn(mapAt(policy.raw, spec), 'ingress') && listAt(policy.raw, list).length > 0)
          task.draft.insertItem(list, listAt(policy.raw, list).length, rule, step);
        else task.draft.append(policy.raw, spec, 'ingress', [rule], step);
      }
    }
    return null;
  },
};
