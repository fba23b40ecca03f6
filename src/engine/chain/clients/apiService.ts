import { ofKinds } from './objects.ts';
import type { Caller } from './types.ts';

/** An aggregated API: the API server always speaks TLS to it (kube-aggregator). */
export const apiService: Caller = {
  kind: 'api-service',
  follows: false,
  uses: (cluster, wanted) =>
    ofKinds(cluster, ['APIService'], wanted).flatMap((object) => {
      const backend = object.kind === 'APIService' ? object.backend() : null;
      if (!backend || backend.port === null) return [];
      const { namespace, service, port, at } = backend;
      const call = { kind: 'api-service' as const, object: object.id, container: null, by: 'spec.service', path: null, at };
      return [{ ...call, scheme: 'https' as const, certain: true, namespace, service, port, of: 'service' as const }];
    }),
};
