import { type RawObject, within } from '../../ingest/index.ts';
import { fieldsOf } from '../fields.ts';
import type { ApiService, Backend, Gateway, Ingress, KindReader, Labels, Route, RouteKind } from '../types.ts';
import { mapsIn } from '../walk.ts';
import { headOf } from './unread.ts';

/** `backend.service.port.name|number` (networking.k8s.io/v1), `backend.serviceName|servicePort` before. */
function ingressBackends(raw: RawObject): Backend[] {
  const { namespace } = raw;
  return mapsIn(fieldsOf(raw, []).map('spec')).flatMap((map): Backend[] => {
    const old = map.str('serviceName');
    const oldPort = map.intOrString('servicePort');
    if (old !== null && oldPort !== null) return [{ namespace, service: old, port: oldPort, at: map.atKey('servicePort') }];
    const service = map.map('service');
    const name = service.str('name');
    const port = service.map('port');
    if (name === null) return [];
    if (port.has('name')) return [{ namespace, service: name, port: port.str('name'), at: port.atKey('name') }];
    return port.has('number') ? [{ namespace, service: name, port: port.int('number'), at: port.atKey('number') }] : [];
  });
}

/** `backendRefs` and mirrors: a Service where no other kind is named, by number (gateway-api BackendObjectReference). */
function routeBackends(raw: RawObject): Backend[] {
  return mapsIn(fieldsOf(raw, []).map('spec')).flatMap((map) =>
    [...(map.has('backendRefs') ? map.list('backendRefs') : []), map.map('backendRef')].flatMap((ref): Backend[] => {
      const name = ref.str('name');
      const port = ref.int('port');
      if (name === null || port === null || (ref.str('kind') ?? 'Service') !== 'Service' || (ref.str('group') ?? '') !== '') return [];
      return [{ namespace: ref.str('namespace') ?? raw.namespace, service: name, port, at: ref.atKey('port') }];
    }),
  );
}

const ingressOf = (group: string): KindReader<Ingress> => ({
  group,
  kinds: ['Ingress'],
  eager: false,
  read: (raw) => ({
    ...headOf<'Ingress'>(raw),
    backends: () => ingressBackends(raw),
    className: () => fieldsOf(raw, []).map('spec').str('ingressClassName') ?? own(annotationsOf(raw), 'kubernetes.io/ingress.class'),
    hints: () => annotationsOf(raw),
  }),
});
export const ingress = ingressOf('networking.k8s.io');
/** As manifests written before networking.k8s.io have it. */
export const oldIngress = ingressOf('extensions');

const GATEWAY_API = 'gateway.networking.k8s.io';
export const route: KindReader<Route> = {
  group: GATEWAY_API,
  kinds: ['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute'],
  eager: false,
  read: (raw) => ({
    ...headOf<RouteKind>(raw),
    backends: () => routeBackends(raw),
    parents: () =>
      fieldsOf(raw, [])
        .map('spec')
        .list('parentRefs')
        .map((p) => ({ kind: p.str('kind') ?? 'Gateway', namespace: p.str('namespace') ?? raw.namespace, name: p.str('name') ?? '' })),
  }),
};

export const gateway: KindReader<Gateway> = {
  group: GATEWAY_API,
  kinds: ['Gateway'],
  eager: false,
  read: (raw) => ({
    ...headOf<'Gateway'>(raw),
    listeners: () =>
      fieldsOf(raw, [])
        .map('spec')
        .list('listeners')
        .map((l) => ({ name: l.str('name') ?? '', port: l.port('port'), protocol: l.str('protocol') ?? '' })),
  }),
};

/** `spec.service`, port 443 where none is named (apiregistration.k8s.io/v1). */
export const apiService: KindReader<ApiService> = {
  group: 'apiregistration.k8s.io',
  kinds: ['APIService'],
  clusterScoped: true,
  eager: false,
  read: (raw) => ({
    ...headOf<'APIService'>(raw),
    backend() {
      const service = fieldsOf(raw, []).map('spec').map('service');
      const name = service.str('name');
      const namespace = service.str('namespace');
      const at = within(raw, ['spec', 'service', ...(service.has('port') ? ['port'] : [])]);
      return name === null || namespace === null ? null : { namespace, service: name, port: service.int('port') ?? 443, at };
    },
  }),
};

const annotationsOf = (raw: RawObject): Labels => fieldsOf(raw, []).map('metadata').labels('annotations');
const own = (map: Readonly<Record<string, string>>, key: string): string | null => (Object.hasOwn(map, key) ? (map[key] ?? null) : null);
