import type { DiscoveryRole } from '../scrape/index.ts';
import type { Need } from './rights.ts';

const SERVICES: Need = { group: '', resource: 'services' };
const PODS: Need = { group: '', resource: 'pods' };
const NODES: Need = { group: '', resource: 'nodes' };

const BY_ROLE: Record<DiscoveryRole, readonly Need[]> = {
  endpoints: [SERVICES, PODS, { group: '', resource: 'endpoints' }],
  endpointslice: [SERVICES, PODS, { group: 'discovery.k8s.io', resource: 'endpointslices' }],
  pod: [PODS],
  service: [SERVICES],
  ingress: [{ group: 'networking.k8s.io', resource: 'ingresses' }],
  node: [NODES],
};

/** What Prometheus lists and watches for a role, and for labels of nodes that it attaches (prometheus discovery/kubernetes). */
export const discoveryNeeds = (role: DiscoveryRole, attachNode: boolean): Need[] => [
  ...BY_ROLE[role],
  ...(attachNode && role !== 'node' ? [NODES] : []),
];
