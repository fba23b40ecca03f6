import { serverContainers } from './server.ts';
import { governingLabels, managed, type OperatorMade } from './types.ts';

export const prometheus: OperatorMade = {
  kind: 'Prometheus',
  statefulSet: (name) => `prometheus-${name}`,
  defaultVersion: '3.13.2',
  labels: (cr) => ({
    ...managed,
    'app.kubernetes.io/name': 'prometheus',
    'app.kubernetes.io/instance': cr.name,
    'operator.prometheus.io/name': cr.name,
    'operator.prometheus.io/shard': '0',
    prometheus: cr.name,
  }),
  containers: serverContainers,
  governing: (cr) => ({
    namespace: cr.namespace,
    name: 'prometheus-operated',
    labels: { ...governingLabels, 'operated-prometheus': 'true' },
    selector: { 'app.kubernetes.io/name': 'prometheus' },
    headless: true,
    ports: [
      { name: cr.spec.portName, port: 9090, targetPort: cr.spec.portName },
      ...(cr.spec.thanosSidecar ? [{ name: 'grpc', port: 10901, targetPort: 'grpc' }] : []),
    ],
  }),
};
