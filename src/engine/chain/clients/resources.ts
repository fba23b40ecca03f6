import type { RawObject } from '../../ingest/index.ts';
import { type Fields, fieldsOf, mapsIn } from '../../objects/index.ts';
import { type Address, addressesIn, isOwnName, servicesNamed } from './address.ts';
import { foreign } from './objects.ts';
import type { Caller, PortUse } from './types.ts';

const MONITORING = 'monitoring.coreos.com';
/** Rules are full of addresses that nobody calls; monitors find their targets in other ways. */
const TALK = new Set(['PrometheusRule', 'ServiceMonitor', 'PodMonitor']);

/** Custom resources belong to groups of their own; those of Kubernetes name Services in other ways. */
const isResource = ({ group, kind }: RawObject): boolean => group.includes('.') && !group.endsWith('k8s.io') && !TALK.has(kind);

/** URLs in custom resources: remote write and query endpoints, probers, data sources, scalers. */
export const resources: Caller = {
  kind: 'resource',
  follows: false,
  uses: (cluster, wanted) =>
    foreign(cluster, isResource, wanted).flatMap((raw) => [
      ...mapsIn(fieldsOf(raw, []).map('spec')).flatMap((map) =>
        map.keys().flatMap((key) => texts(map, key).flatMap((text) => (wanted.inText(text) ? calls(raw, map, key, text) : []))),
      ),
      ...proberOf(raw),
    ]),
};

const texts = (map: Fields, key: string): string[] => {
  const value = map.raw(key);
  return (Array.isArray(value) ? value : [value]).filter((v) => typeof v === 'string');
};

function calls(raw: RawObject, map: Fields, key: string, text: string): PortUse[] {
  // Containers of monitoring resources are pods' business.
  const inPods = raw.group === MONITORING && (key === 'args' || key === 'command' || key === 'value');
  if (inPods || isOwnName(key) || (raw.kind === 'Probe' && map.path.at(-1) === 'prober')) return [];
  return addressesIn(text, raw.group === MONITORING).flatMap((address) => usesOf(raw, address, key, map.atKey(key)));
}

const usesOf = (raw: RawObject, address: Address, by: string, at: PortUse['at']): PortUse[] =>
  servicesNamed(address.host, raw.namespace).map(({ namespace, service }) => ({
    kind: 'resource' as const,
    object: raw.id,
    container: null,
    by,
    scheme: address.scheme,
    certain: address.scheme !== null,
    path: address.path,
    at,
    namespace,
    service,
    port: address.port,
    of: 'dns' as const,
  }));

/** `prober.url` has no scheme of its own (prometheus-operator Probe): `prober.scheme`, http by default. */
function proberOf(raw: RawObject): PortUse[] {
  if (raw.kind !== 'Probe' || raw.group !== MONITORING) return [];
  const prober = fieldsOf(raw, []).map('spec').map('prober');
  const scheme = prober.str('scheme')?.toLowerCase() === 'https' ? 'https' : 'http';
  const [address] = addressesIn(`${scheme}://${prober.str('url') ?? ''}${prober.str('path') ?? '/probe'}`, false);
  return address ? usesOf(raw, address, 'prober.url', prober.atKey('url')) : [];
}
