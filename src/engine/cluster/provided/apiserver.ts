import type { Provided } from './types.ts';

/** Made by the API server itself (kubernetes pkg/controlplane/controller/kubernetesservice). */
export const apiserver: Provided = {
  providedBy: 'cluster:apiserver',
  service: {
    namespace: 'default',
    name: 'kubernetes',
    labels: { component: 'apiserver', provider: 'kubernetes' },
    selector: null,
    headless: false,
    ports: [{ name: 'https', port: 443, targetPort: 6443 }],
  },
};
