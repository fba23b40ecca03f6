import type { Joined } from '../../chain/index.ts';
import type { RightsVerdict } from '../../reach/index.ts';
import type { At } from '../../yaml/index.ts';
import { type Check, type Hit, hit } from '../check.ts';
import { sendsOwnToken } from '../ownToken.ts';

interface Asked {
  account: string;
  at: At | undefined;
  verdict: RightsVerdict;
}

/**
 * The input has bindings, and whether one gives these rights cannot be told: the role that it names is not there, or none names the
 * account. Without any binding rights are kept elsewhere, and nothing is said.
 */
export const rightsUnknown: Check = {
  kind: 'remark',
  code: 'rights-unknown',
  severity: 'info',
  link: null,
  run: (joined) => (joined.cluster.bindings.length === 0 ? [] : [...byPrometheus(joined), ...byProxy(joined)].flatMap(said)),
};

function byPrometheus({ discovery, rights, resolution: { endpoint, selections } }: Joined): Asked[] {
  const asked = [...discovery, ...(sendsOwnToken(endpoint) ? rights.scrape : [])];
  return asked.map(({ prometheus, verdict }) => {
    const owner = selections.find((s) => s.prometheus.id === prometheus)?.prometheus;
    return { account: owner?.serviceAccountName ?? '', at: owner?.at(['spec', 'serviceAccountName']), verdict };
  });
}

const byProxy = ({ rights, targets }: Joined): Asked[] =>
  rights.proxy.map(({ workload, verdict }) => {
    const pod = targets.find((t) => t.raw.workload?.id === workload)?.raw.workload?.pod;
    return { account: pod?.serviceAccountName ?? '', at: pod && { ...pod.at, path: [...pod.at.path, 'serviceAccountName'] }, verdict };
  });

function said({ account, at, verdict: { state, facts, lacks } }: Asked): Hit[] {
  if (state !== 'unknown' || lacks === undefined) return [];
  const wanted = facts.filter((f) => !f.granted);
  const list = (texts: string[]): string => [...new Set(texts)].join(', ');
  const params = {
    account: account || 'default',
    verbs: list(wanted.map((f) => f.verb)),
    what: list(wanted.map((f) => f.url ?? f.resource)),
  };
  if (lacks === null) return [hit({ ...params, variant: 'unbound' }, at)];
  return [hit({ ...params, kind: lacks.kind, role: lacks.name, binding: lacks.binding }, lacks.at, at)];
}
