import type { Provided } from './types.ts';

/** Made by kubeadm and most distributions (kubeadm app/phases/addons/dns/manifests.go). */
export const dns: Provided = {
  providedBy: 'cluster:dns',
  service: {
    namespace: 'kube-system',
    name: 'kube-dns',
    labels: { 'k8s-app': 'kube-dns', 'kubernetes.io/cluster-service': 'true', 'kubernetes.io/name': 'CoreDNS' },
    selector: { 'k8s-app': 'kube-dns' },
    headless: false,
    ports: [
      { name: 'dns', port: 53, targetPort: 53, protocol: 'UDP' },
      { name: 'dns-tcp', port: 53, targetPort: 53 },
      { name: 'metrics', port: 9153, targetPort: 9153 },
    ],
  },
};
