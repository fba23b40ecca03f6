import { open } from '../base.ts';
import type { Fields } from '../fields.ts';
import type { EndpointSet, KindReader } from '../types.ts';

type Subset = EndpointSet['subsets'][number];

const portsOf = (fields: Fields): Subset['ports'] =>
  fields.list('ports').map((p) => ({ name: p.str('name') ?? '', port: p.port('port'), protocol: p.str('protocol') ?? 'TCP', at: p.at }));

const targetOf = (reference: Fields) => ({
  targetKind: reference.str('kind'),
  targetName: reference.str('name'),
  targetNamespace: reference.str('namespace'),
});

/** Controllers own or sign what they write; people may sign too, to keep controllers away, but not by these names. */
const isManaged = (fields: Fields, manager: string | undefined): boolean =>
  fields.map('metadata').list('ownerReferences').length > 0 || /-controller(?:\.k8s\.io)?$/.test(manager ?? '');

export const endpoints: KindReader<EndpointSet> = {
  group: '',
  kinds: ['Endpoints'],
  eager: true,
  read(raw) {
    const { base, fields } = open<'Endpoints'>(raw);
    const subsets = fields.list('subsets').map((subset): Subset => {
      const addresses = (['addresses', 'notReadyAddresses'] as const).flatMap((key) =>
        subset.list(key).map((a) => ({
          ip: a.str('ip') ?? '',
          ready: key === 'addresses',
          serving: null,
          terminating: null,
          ...targetOf(a.map('targetRef')),
          nodeName: a.str('nodeName'),
          hostname: a.str('hostname'),
        })),
      );
      return { addresses, ports: portsOf(subset) };
    });
    const stamped = 'endpoints.kubernetes.io/last-change-trigger-time' in base.annotations;
    const managed = stamped || isManaged(fields, base.labels['endpoints.kubernetes.io/managed-by']);
    return { ...base, service: base.name, subsets, addressType: null, managed };
  },
};

export const endpointSlice: KindReader<EndpointSet> = {
  group: 'discovery.k8s.io',
  kinds: ['EndpointSlice'],
  eager: true,
  read(raw) {
    const { base, fields } = open<'EndpointSlice'>(raw);
    const addresses = fields.list('endpoints').flatMap((e) =>
      e.strings('addresses').map((ip) => ({
        ip,
        ready: e.map('conditions').bool('ready'),
        serving: e.map('conditions').bool('serving'),
        terminating: e.map('conditions').bool('terminating'),
        ...targetOf(e.map('targetRef')),
        nodeName: e.str('nodeName'),
        hostname: e.str('hostname'),
      })),
    );
    return {
      ...base,
      service: base.labels['kubernetes.io/service-name'] ?? null,
      subsets: [{ addresses, ports: portsOf(fields) }],
      addressType: fields.str('addressType') ?? 'IPv4',
      managed: isManaged(fields, base.labels['endpointslice.kubernetes.io/managed-by']),
    };
  },
};
