import { open } from '../base.ts';
import type { Fields } from '../fields.ts';
import type { EndpointSet, KindReader } from '../types.ts';

type Subset = EndpointSet['subsets'][number];

const portsOf = (fields: Fields): Subset['ports'] =>
  fields.list('ports').map((p) => ({ name: p.str('name') ?? '', port: p.int('port'), protocol: p.str('protocol') ?? 'TCP', at: p.at }));

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
          targetKind: a.map('targetRef').str('kind'),
          targetName: a.map('targetRef').str('name'),
          nodeName: a.str('nodeName'),
        })),
      );
      return { addresses, ports: portsOf(subset) };
    });
    // The controller stamps what it writes; hand-written Endpoints carry no such annotation.
    const managed = Object.hasOwn(base.annotations, 'endpoints.kubernetes.io/last-change-trigger-time');
    return { ...base, service: base.name, subsets, managed };
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
        ready: e.map('conditions').bool('ready') ?? true,
        targetKind: e.map('targetRef').str('kind'),
        targetName: e.map('targetRef').str('name'),
        nodeName: e.str('nodeName'),
      })),
    );
    return {
      ...base,
      service: base.labels['kubernetes.io/service-name'] ?? null,
      subsets: [{ addresses, ports: portsOf(fields) }],
      managed: base.labels['endpointslice.kubernetes.io/managed-by'] === 'endpointslice-controller.k8s.io',
    };
  },
};
