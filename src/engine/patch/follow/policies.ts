import type { Cluster, Workload } from '../../cluster/index.ts';
import type { NetworkPolicy, PolicyPort, PolicyRule } from '../../objects/index.ts';
import { policiesSelecting } from '../../reach/index.ts';
import { below, listAt, mapAt } from '../input.ts';
import type { PortChange, SchemeTask } from '../job.ts';

/** Policies that named the old port name the new one: by name as containers call it, by number as packets carry it. */
export function policiesFollow(job: SchemeTask, change: PortChange): void {
  const { cluster } = job.input;
  const { before, after, workload, stays } = change;
  for (const policy of policiesSelecting(cluster, workload)) {
    const alone =
      !stays && cluster.podsMatching(policy.namespace, {}).filter((w) => policiesSelecting(cluster, w).includes(policy)).length === 1;
    for (const rule of policy.ingress) {
      ruleFollows(job, policy, rule, before.name, after.name, alone);
      ruleFollows(job, policy, rule, before.number, after.number, alone);
    }
  }
  if (before.number === after.number && before.name === after.name) return;
  for (const policy of cluster.policies)
    for (const rule of policy.egress.filter((r) => mayReach(cluster, r, policy, workload))) {
      ruleFollows(job, policy, rule, before.name, after.name, false);
      ruleFollows(job, policy, rule, before.number, after.number, false);
    }
}

/** Whether an egress rule may be meant for these pods: by any peer that is not certainly others. */
function mayReach(cluster: Cluster, rule: PolicyRule, policy: NetworkPolicy, { namespace, podLabels }: Workload): boolean {
  if (rule.peers === null || rule.peers.length === 0) return true;
  return rule.peers.some((peer) => {
    if (peer.ipBlock !== null) return true;
    if (peer.namespaceSelector === null && policy.namespace !== namespace) return false;
    const { labels, known } = cluster.namespace(namespace);
    const there = (peer.namespaceSelector?.requirements ?? []).every(
      (r) => !r.fromMatchLabels || labels[r.key] === r.values[0] || (!known && !Object.hasOwn(labels, r.key)),
    );
    return there && (peer.podSelector?.requirements ?? []).every((r) => !r.fromMatchLabels || podLabels[r.key] === r.values[0]);
  });
}

type Port = string | number | null;

/** In a policy for these pods alone the entry changes; where others share it, an entry is added. */
function ruleFollows(job: SchemeTask, policy: NetworkPolicy, rule: PolicyRule, from: Port, to: Port, alone: boolean): void {
  if (from === null || to === null || from === to) return;
  const entry = rule.ports?.find((p) => p.port === from && p.endPort === null);
  if (!entry || rule.ports?.some((p) => covers(p, to))) return;
  const params = { policy: policy.id, from, to };
  if (alone) {
    job.draft.set(below(entry.at, 'port'), to, ['policy-port', params]);
    return;
  }
  const list = below(rule.at, 'ports');
  const protocol = Object.hasOwn(mapAt(policy.raw, entry.at), 'protocol') ? { protocol: entry.protocol } : {};
  job.draft.insertItem(list, listAt(policy.raw, list).length, { port: to, ...protocol }, ['policy-port-too', params]);
}

const covers = (p: PolicyPort, port: string | number): boolean =>
  p.port === port || (typeof port === 'number' && typeof p.port === 'number' && p.endPort !== null && p.port <= port && port <= p.endPort);
