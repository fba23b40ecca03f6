import { open } from '../base.ts';
import type { Fields } from '../fields.ts';
import { readSelector, requiredSelector } from '../selector.ts';
import type { KindReader, NetworkPolicy, PolicyPeer, PolicyPort, PolicyRule } from '../types.ts';

const peerOf = (p: Fields): PolicyPeer => {
  const block = p.map('ipBlock');
  const cidr = block.str('cidr');
  return {
    podSelector: readSelector(p, 'podSelector'),
    namespaceSelector: readSelector(p, 'namespaceSelector'),
    ipBlock: cidr === null ? null : { cidr, except: block.strings('except') },
    at: p.at,
  };
};
const portOf = (p: Fields): PolicyPort => ({
  protocol: p.str('protocol') ?? 'TCP',
  port: p.intOrString('port'),
  endPort: p.int('endPort'),
  at: p.at,
});
const rulesOf = (spec: Fields, key: 'ingress' | 'egress', peers: 'from' | 'to'): PolicyRule[] =>
  spec.list(key).map((rule) => ({
    peers: rule.has(peers) ? rule.list(peers).map(peerOf) : null,
    ports: rule.has('ports') ? rule.list('ports').map(portOf) : null,
    at: rule.at,
  }));

export const networkPolicy: KindReader<NetworkPolicy> = {
  group: 'networking.k8s.io',
  kinds: ['NetworkPolicy'],
  eager: true,
  read(raw) {
    const { base, fields } = open<'NetworkPolicy'>(raw);
    const spec = fields.map('spec');
    const types = spec.strings('policyTypes');
    const egress = rulesOf(spec, 'egress', 'to');
    return {
      ...base,
      podSelector: requiredSelector(spec, 'podSelector'),
      // Without policyTypes a policy is Ingress, and Egress only if it has an egress rule (networking/v1).
      ingressType: types.length === 0 || types.includes('Ingress'),
      egressType: types.length === 0 ? egress.length > 0 : types.includes('Egress'),
      ingress: rulesOf(spec, 'ingress', 'from'),
      egress,
    };
  },
};
