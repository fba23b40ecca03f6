import type { Shape } from './shapes.ts';

/** Names that take anything. */
const any = (names: string): Shape => Object.fromEntries(names.split(' ').map((name) => [name, null]));

const selector: Shape = { matchLabels: null, matchExpressions: any('key operator values') };
const peer: Shape = { podSelector: selector, namespaceSelector: selector, ipBlock: any('cidr except') };
const policyPorts = any('port protocol endPort');

/** Below `spec`, core and networking API of Kubernetes (api/core/v1, api/networking/v1). */
export const KUBERNETES: Readonly<Record<string, Shape>> = {
  Service: {
    ...any(
      'allocateLoadBalancerNodePorts clusterIP clusterIPs externalIPs externalName externalTrafficPolicy healthCheckNodePort ' +
        'internalTrafficPolicy ipFamilies ipFamilyPolicy ipFamily loadBalancerClass loadBalancerIP loadBalancerSourceRanges ' +
        'publishNotReadyAddresses selector sessionAffinity sessionAffinityConfig topologyKeys trafficDistribution type',
    ),
    ports: any('appProtocol name nodePort port protocol targetPort'),
  },
  NetworkPolicy: {
    podSelector: selector,
    policyTypes: null,
    ingress: { from: peer, ports: policyPorts },
    egress: { to: peer, ports: policyPorts },
  },
};

/** What a chain reads of a container; the rest of a pod is the API server's to check. */
export const CONTAINER: Shape = { ports: any('containerPort hostIP hostPort name protocol') };
