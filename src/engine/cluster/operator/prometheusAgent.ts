import { serverContainers } from './server.ts';
import { governingLabels, managed, type OperatorMade } from './types.ts';

/** Its governing Service carries the label of Prometheus' own, though it selects the agents (domain.md d3). */
export const prometheusAgent: OperatorMade = {
  kind: 'PrometheusAgent',
  statefulSet: (name) => `prom-agent-${name}`,
  defaultVersion: '3.13.2',
  labels: (cr) => ({
    ...managed,
    'app.kubernetes.io/name': 'prometheus-agent',
    'app.kubernetes.io/instance': cr.name,
    'operator.prometheus.io/name': cr.name,
    'operator.prometheus.io/shard': '0',
  }),
  containers: serverContainers,
  governing: (cr) => ({
    namespace: cr.namespace,
    name: 'prometheus-agent-operated',
    labels: { ...governingLabels, 'operated-prometheus': 'true' },
    selector: { 'app.kubernetes.io/name': 'prometheus-agent' },
    headless: true,
    ports: [{ name: cr.spec.portName, port: 9090, targetPort: cr.spec.portName }],
  }),
};
