import type { WorkloadObject } from '../../objects/index.ts';
import { generateService } from '../generated.ts';
import type { ClusterService, Workload } from '../types.ts';

const FLAG = /^--?kubelet-service=([^/\s]+)\/([^/\s]+)$/;

/** A name given by `--kubelet-service=ns/name`, with the workload that says so. */
export interface KubeletName {
  namespace: string;
  name: string;
  workload: Workload;
}

export function kubeletNames(workloads: readonly Workload[]): KubeletName[] {
  return workloads.flatMap((workload) =>
    workload.pod.containers.flatMap((c) =>
      c.argv.flatMap((arg, i) => {
        const text = /^--?kubelet-service$/.test(arg.text) ? `${arg.text}=${c.argv[i + 1]?.text ?? ''}` : arg.text;
        const [, namespace, name] = FLAG.exec(text) ?? [];
        return namespace && name ? [{ namespace, name, workload }] : [];
      }),
    ),
  );
}

/** Service and Endpoints the operator writes for the kubelets (prometheus-operator pkg/kubelet/controller.go). */
export function kubeletServices(
  names: readonly KubeletName[],
  objectOf: (id: string) => WorkloadObject | null,
  taken: ReadonlySet<string>,
): ClusterService[] {
  return names
    .filter(({ namespace, name }) => !taken.has(`Service/${namespace}/${name}`))
    .map(({ namespace, name, workload }) =>
      generateService(kubelet(namespace, name), objectOf(workload.objects[0] ?? ''), 'operator:kubelet', true),
    );
}

const kubelet = (namespace: string, name: string) => ({
  namespace,
  name,
  labels: { 'k8s-app': 'kubelet', 'app.kubernetes.io/name': 'kubelet', 'app.kubernetes.io/managed-by': 'prometheus-operator' },
  selector: null,
  headless: true,
  ports: [
    { name: 'https-metrics', port: 10250, targetPort: 10250 },
    { name: 'http-metrics', port: 10255, targetPort: 10255 },
    { name: 'cadvisor', port: 4194, targetPort: 4194 },
  ],
});
