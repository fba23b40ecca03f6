import { type Chain, type Joined, shellQuoted } from '../chain/index.ts';
import type { Labels, Requirement } from '../objects/index.ts';

/**
 * The command whose output, added to the input, settles what an incomplete chain hangs on; usually one. It names what is
 * looked for as narrowly as its selector allows, so that nothing else has to be shown.
 */
export function settleCommands(joined: Joined, { reasons, warnings }: Pick<Chain, 'reasons' | 'warnings'>): string[] {
  const { resolution: r } = joined;
  const miss = (code: string) => r.misses.find((m) => m.code === code);
  if (reasons.includes('service-not-found')) {
    const asked = miss('service-not-found')?.asked?.host.split('.') ?? null;
    if (asked) return [get('services,endpointslices,pods', asked[1] ?? r.monitor.namespace, '')];
    // Pods have labels of their own: those behind the Service are only found with it.
    return [get('services,endpointslices,pods', onlyOne(r.namespaces), '')];
  }
  if (reasons.includes('service-without-selector')) {
    const service = miss('service-without-selector')?.service?.service;
    if (service) return [get('endpointslices,pods', service.namespace, ` -l ${shellQuoted(`kubernetes.io/service-name=${service.name}`)}`)];
  }
  if (reasons.includes('no-workload')) {
    const service = miss('no-workload')?.service?.service;
    if (service) return [get('pods', service.namespace, byLabels(service.selector ?? {}))];
    return [get('pods', onlyOne(r.namespaces), byRequirements(r.monitor.selector.requirements))];
  }
  if (warnings.includes('netpol-unknown')) return policyCommands(joined);
  return [`kubectl get namespace ${shellQuoted(r.monitor.namespace)} -o yaml`];
}

/** Labels of namespaces that a policy asks about, or the addresses that a block may contain. */
function policyCommands({ targets }: Joined): string[] {
  const facts = targets.flatMap((t) =>
    t.verdicts.flatMap(({ prometheus, verdict }) => verdict.facts.map((fact) => ({ prometheus, fact, t }))),
  );
  const open = facts.filter(({ fact }) => fact.admits === null);
  const names = open.flatMap(({ fact, prometheus, t }) => {
    if (fact.why !== 'namespace-unknown') return [];
    return [fact.direction === 'ingress' ? namespaceOf(prometheus) : (t.raw.workload?.namespace ?? '')];
  });
  const wanted = [...new Set(names)].filter((name) => name !== '');
  if (wanted.length > 0) return [`kubectl get namespace ${wanted.map(shellQuoted).join(' ')} -o yaml`];
  const pods = open.map(({ fact, prometheus, t }) =>
    fact.direction === 'ingress' ? namespaceOf(prometheus) : (t.raw.workload?.namespace ?? ''),
  );
  return [...new Set(pods)]
    .filter((name) => name !== '')
    .slice(0, 1)
    .map((name) => get('pods', name, ''));
}

const namespaceOf = (id: string): string => id.split('/')[1] ?? '';
const onlyOne = (namespaces: 'any' | readonly string[]): string | null =>
  namespaces !== 'any' && namespaces.length === 1 ? (namespaces[0] ?? null) : null;

const get = (kinds: string, namespace: string | null, labels: string): string =>
  `kubectl get ${kinds} ${namespace === null ? '-A' : `-n ${shellQuoted(namespace)}`}${labels} -o yaml`;

function byLabels(labels: Labels): string {
  const text = Object.entries(labels)
    .map(([key, value]) => `${key}=${value}`)
    .join(',');
  return text === '' ? '' : ` -l ${shellQuoted(text)}`;
}

/** As kubectl writes label selectors. */
function byRequirements(requirements: readonly Requirement[]): string {
  const text = requirements.map(({ key, operator, values }) => {
    if (operator === 'Exists') return key;
    if (operator === 'DoesNotExist') return `!${key}`;
    if (operator === 'In' && values.length === 1) return `${key}=${values[0]}`;
    return `${key} ${operator.toLowerCase()} (${values.join(',')})`;
  });
  return text.length === 0 ? '' : ` -l ${shellQuoted(text.join(','))}`;
}
