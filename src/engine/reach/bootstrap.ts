import type { RbacRule } from '../objects/index.ts';

type Rules = readonly Pick<RbacRule, 'apiGroups' | 'resources' | 'verbs' | 'nonResourceURLs'>[];

const creates = (apiGroup: string, resource: string) => ({
  apiGroups: [apiGroup],
  resources: [resource],
  verbs: ['create'],
  nonResourceURLs: [],
});

/** ClusterRoles that stand in no manifest and in every cluster (kubernetes plugin/pkg/auth/authorizer/rbac/bootstrappolicy). */
export const BOOTSTRAP: ReadonlyMap<string, Rules> = new Map<string, Rules>([
  ['cluster-admin', [{ apiGroups: ['*'], resources: ['*'], verbs: ['*'], nonResourceURLs: ['*'] }]],
  ['system:auth-delegator', [creates('authentication.k8s.io', 'tokenreviews'), creates('authorization.k8s.io', 'subjectaccessreviews')]],
  ['system:monitoring', [{ apiGroups: [], resources: [], verbs: ['get'], nonResourceURLs: ['/metrics', '/metrics/slis'] }]],
]);
