import type { Labels } from '../../objects/index.ts';
import { ofKinds } from './objects.ts';
import type { Asked, Caller } from './types.ts';

/** Spoken to backends, by the annotations of ingress-nginx, HAProxy, AWS and the controllers before them. */
const PROTOCOLS: Readonly<Record<string, Asked>> = {
  https: 'https',
  grpcs: 'https',
  'h1-ssl': 'https',
  'h2-ssl': 'https',
  http: 'http',
  grpc: 'http',
  h1: 'http',
  h2: 'http',
};
/** Controllers that speak http to backends unless an annotation of the Ingress itself says otherwise. */
const PLAIN = /nginx|haproxy|^alb$/;

/** Leads requests from outside to a Service port, by name or number (networking.k8s.io). */
export const ingress: Caller = {
  kind: 'ingress',
  follows: true,
  uses: (cluster, wanted) =>
    ofKinds(cluster, ['Ingress'], wanted).flatMap((object) => {
      if (object.kind !== 'Ingress') return [];
      const hints = object.hints();
      const certain = PLAIN.test(object.className() ?? '');
      return object.backends().flatMap(({ namespace, service, port, at }) => {
        if (port === null) return [];
        const spoken = protocolOf(hints, service);
        return [
          {
            kind: 'ingress' as const,
            object: object.id,
            container: null,
            by: 'backend',
            scheme: spoken === undefined ? 'http' : spoken,
            certain: spoken === undefined ? certain : true,
            path: null,
            at,
            namespace,
            service,
            port,
            of: 'service' as const,
          },
        ];
      });
    }),
};

/** undefined: nothing is said of it; null: something that is not to be compared. */
function protocolOf(hints: Labels, service: string): Asked | null | undefined {
  for (const [key, value] of Object.entries(hints)) {
    const name = key.slice(key.indexOf('/') + 1);
    const on = value.trim().toLowerCase();
    if (name === 'ssl-passthrough' && on === 'true') return 'any';
    if (name === 'backend-protocol' || key === 'ingress.kubernetes.io/protocol')
      return Object.hasOwn(PROTOCOLS, on) ? (PROTOCOLS[on] ?? null) : null;
    if ((name === 'secure-backends' || name === 'server-ssl') && on === 'true') return 'https';
    if (key === 'nginx.org/ssl-services' && on.split(/[\s,]+/).includes(service)) return 'https';
  }
  return undefined;
}
