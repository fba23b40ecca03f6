import { open } from '../base.ts';
import type { KindReader, Service, ServicePort } from '../types.ts';

export const service: KindReader<Service> = {
  group: '',
  kinds: ['Service'],
  eager: true,
  read(raw) {
    const { base, fields } = open<'Service'>(raw);
    const spec = fields.map('spec');
    const selector = spec.labels('selector');
    const ports = spec.list('ports').map((p): ServicePort => {
      const port = p.port('port');
      return {
        index: p.index,
        name: p.text('name') ?? '',
        port,
        // API default: targetPort is the port itself.
        targetPort: p.intOrString('targetPort') ?? port,
        targetPortGiven: p.has('targetPort'),
        protocol: p.str('protocol') ?? 'TCP',
        nodePort: p.int('nodePort'),
        appProtocol: p.str('appProtocol'),
      };
    });
    return {
      ...base,
      type: spec.str('type') ?? 'ClusterIP',
      headless: spec.str('clusterIP') === 'None',
      selector: Object.keys(selector).length > 0 ? selector : null,
      ports,
      publishNotReady: spec.bool('publishNotReadyAddresses') ?? false,
      ipFamilies: spec.strings('ipFamilies'),
      externalName: spec.str('externalName'),
      externalIPs: spec.strings('externalIPs'),
    };
  },
};
