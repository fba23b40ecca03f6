import { shellQuoted } from '../../../chain/index.ts';
import type { Listener, ResourceReview } from '../../../listen/index.ts';
import type { JsonMap } from '../../../yaml/index.ts';
import type { Task } from '../../job.ts';
import { freeClusterName } from '../../rights.ts';
import type { Place } from './place.ts';

/** An account that may read what the proxy guards, and how to make a token for it; returns `namespace/name`. */
export function addReader({ draft, input, chain }: Task, { name, workload, beside }: Place, proxy: Listener): string {
  const account = freeClusterName(input.cluster, `${name}-metrics-reader`);
  const { namespace } = workload;
  const base = { apiVersion: 'rbac.authorization.k8s.io/v1' };
  const object = (id: string, value: JsonMap): void => draft.addObject(value, beside, ['add-object', { object: id }]);
  object(`ServiceAccount/${namespace}/${account}`, {
    ...{ apiVersion: 'v1', kind: 'ServiceAccount', automountServiceAccountToken: false },
    metadata: { name: account, namespace },
  });
  const rule = ruleFor(proxy, chain.path ?? '/metrics');
  object(`ClusterRole/${account}`, { ...base, kind: 'ClusterRole', metadata: { name: account }, rules: [rule] });
  object(`ClusterRoleBinding/${account}`, {
    ...{ ...base, kind: 'ClusterRoleBinding', metadata: { name: account } },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: account },
    subjects: [{ kind: 'ServiceAccount', name: account, namespace }],
  });
  draft.tell('reader-token', 'info', { account: `${namespace}/${account}` });
  return `${namespace}/${account}`;
}

/** What the proxy asks the API server about such a caller (kube-rbac-proxy GetRequestAttributes). */
function ruleFor({ guard }: Listener, path: string): JsonMap {
  const review = guard?.review;
  if (review && review !== 'path' && review !== 'unknown') return resourceRule(review);
  return { nonResourceURLs: [path], verbs: ['get'] };
}

const resourceRule = ({ group, resource, subresource, name }: ResourceReview): JsonMap => ({
  apiGroups: [group],
  resources: [subresource === '' ? resource : `${resource}/${subresource}`],
  ...(name === '' ? {} : { resourceNames: [name] }),
  verbs: ['get'],
});

/** The command line that reads the metrics with a token of the account. */
export function curlWithToken(account: string, url: string): string {
  const [namespace = '', name = ''] = account.split('/');
  return `curl -k -H "Authorization: Bearer $(kubectl -n ${shellQuoted(namespace)} create token ${shellQuoted(name)})" ${shellQuoted(url)}`;
}
