import { type Check, hit } from '../check.ts';

/** The Service selects static pods, kube-proxy or DNS, which no manifest set ships. */
export const controlPlanePods: Check = {
  kind: 'warning',
  code: 'control-plane-pods',
  severity: 'info',
  link: 'service-pods',
  run: ({ resolution: r }) =>
    r.misses.flatMap((m) => {
      const service = m.code === 'no-workload' ? m.service?.service : undefined;
      if (!service?.selector || !Object.entries(service.selector).some(([key, value]) => CONTROL_PLANE[key]?.includes(value))) return [];
      return [hit({ service: service.name }, service.at(['spec', 'selector']))];
    }),
};

/** Labels kubeadm puts on static pods and addons. */
const CONTROL_PLANE: Record<string, readonly string[]> = {
  component: ['kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'etcd'],
  'k8s-app': ['kube-dns', 'kube-proxy', 'kube-controller-manager', 'kube-scheduler', 'etcd', 'etcd-server'],
};
