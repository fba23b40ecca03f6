import { fixture } from '../fixtures/load.ts';
import type { Edit } from './said.ts';

/** Own text of an exporter behind kube-rbac-proxy on the host network, one behind a policy, and the Prometheus that reads both. */
export const INSTALLATION = fixture('installation');
export const EXPORTER = 'ServiceMonitor/watch/node-exporter#0';
export const STATE = 'ServiceMonitor/watch/state-metrics#0';

const [daemonset, service, monitor, policy] = ['daemonset', 'service', 'monitor', 'policy'].map((part) => `exporter-${part}.yaml`) as [
  string,
  string,
  string,
  string,
];
const SECOND_SERVICE = `---
apiVersion: v1
kind: Service
metadata:
  name: node-exporter-internal
  namespace: watch
  labels:
    app.kubernetes.io/name: node-exporter
    app.kubernetes.io/component: exporter
spec:
  selector:
    app.kubernetes.io/name: node-exporter
  ports:
  - name: https
    port: 9100
    targetPort: https
`;

export interface Fault {
  what: string;
  edits: Edit[];
  /** The finding that names it, as `said` prints it. */
  finding: string;
  chain?: string;
  /** Where the scrape itself works. */
  status?: 'ok';
}

/** The fifteen faults of the field study (field.md 1.10), each an edit of a line or two. */
export const FAULTS: Fault[] = [
  {
    what: '01 the monitor asks for a label the Service does not have',
    edits: [[monitor, 'component: exporter', 'component: agent']],
    finding: 'error service-not-found exporter-monitor.yaml:14 app.kubernetes.io/component: agent',
  },
  {
    what: '02 the monitor asks for a port name that is not there',
    edits: [[monitor, 'port: https', 'port: metrics']],
    finding: 'error port-not-found exporter-monitor.yaml:16 - port: metrics',
  },
  {
    what: '03 the monitor gives the number as a name',
    edits: [[monitor, 'port: https', 'port: "9100"']],
    finding: 'error port-not-found exporter-monitor.yaml:16 - port: "9100"',
  },
  {
    what: '04 the Service selects no pods',
    edits: [[service, '  selector:\n    app.kubernetes.io/name: node-exporter', '  selector:\n    app.kubernetes.io/name: nodes-exporter']],
    finding: 'error no-workload exporter-service.yaml:12 app.kubernetes.io/name: nodes-exporter',
  },
  {
    what: '05 the Service names a port that no container has',
    edits: [[service, 'targetPort: https', 'targetPort: metrics']],
    finding: 'error target-port-not-found exporter-service.yaml:16 targetPort: metrics',
  },
  {
    what: '06 http is asked of a listener that speaks TLS',
    edits: [[monitor, 'scheme: https', 'scheme: http']],
    finding: 'error scheme-mismatch exporter-monitor.yaml:17 scheme: http',
  },
  {
    what: '07 the exporter is opened on the port that the proxy has',
    edits: [
      [daemonset, '127.0.0.1:9101', '0.0.0.0:9100'],
      [daemonset, 'http://127.0.0.1:9101', 'http://127.0.0.1:9100'],
    ],
    finding: 'error bind-conflict exporter-daemonset.yaml:27 - --web.listen-address=0.0.0.0:9100',
  },
  {
    what: '08 Prometheus selects by a label the monitor does not have',
    edits: [['prometheus.yaml', 'serviceMonitorSelector: {}', 'serviceMonitorSelector: {matchLabels: {team: core}}']],
    finding: 'error monitor-not-selected prometheus.yaml:19 serviceMonitorSelector: {matchLabels: {team: core}}',
  },
  {
    what: '09 the monitor moves to another namespace and looks only there',
    edits: [[monitor, 'namespace: watch', 'namespace: default']],
    finding: 'error service-not-found exporter-monitor.yaml:5 namespace: default',
    chain: 'ServiceMonitor/default/node-exporter#0',
  },
  {
    what: '11 the policy asks for labels that the Prometheus pods do not have',
    edits: [['state-metrics.yaml', 'app.kubernetes.io/name: prometheus\n', 'app.kubernetes.io/name: prometheus-server\n']],
    finding: 'error netpol-denied state-metrics.yaml:69 app.kubernetes.io/name: prometheus-server',
    chain: STATE,
  },
  {
    what: '11 the same for the exporter, off the host network',
    edits: [
      [daemonset, '      hostNetwork: true\n', ''],
      [policy, 'app.kubernetes.io/name: prometheus\n', 'app.kubernetes.io/name: prometheus-server\n'],
    ],
    finding: 'error netpol-denied exporter-policy.yaml:16 app.kubernetes.io/name: prometheus-server',
  },
  {
    what: '12 the monitor reads a file and the Prometheus forbids that',
    edits: [['prometheus.yaml', '  replicas: 2\n', '  replicas: 2\n  arbitraryFSAccessThroughSMs:\n    deny: true\n']],
    finding: 'error operator-rejects exporter-monitor.yaml:19 bearerTokenFile: /var/run/secrets/kubernetes.io/serviceaccount/token',
  },
  {
    what: '13 a second Service with the same labels over the same pods',
    edits: [[service, '    targetPort: https\n', `    targetPort: https\n${SECOND_SERVICE}`]],
    finding: 'error duplicate-scrape exporter-service.yaml:7 app.kubernetes.io/name: node-exporter',
    status: 'ok',
  },
  {
    what: '14 no Role for Prometheus in the namespace of the targets',
    edits: [
      [
        'prometheus-rights.yaml',
        'kind: RoleBinding\nmetadata:\n  name: prometheus-k8s\n  namespace: watch',
        'kind: RoleBinding\nmetadata:\n  name: prometheus-k8s\n  namespace: kube-system',
      ],
    ],
    finding: 'error rbac-missing prometheus.yaml:15 serviceAccountName: prometheus-k8s',
  },
  {
    what: '15 the proxy listens on the loopback address',
    edits: [[daemonset, '[$(IP)]:9100', '127.0.0.1:9100']],
    finding: 'error loopback-only exporter-daemonset.yaml:36 - --secure-listen-address=127.0.0.1:9100',
  },
  {
    what: '16 the proxy forwards to a port on which nobody listens',
    edits: [[daemonset, 'http://127.0.0.1:9101', 'http://127.0.0.1:9102']],
    finding: 'error upstream-not-found exporter-daemonset.yaml:37 - --upstream=http://127.0.0.1:9102/',
  },
];

/** Number 10: a policy with the wrong port over pods on the host network has, normally, no effect. */
export const ADVISORY: Edit[] = [[policy, 'port: 9100', 'port: 9200']];

export const codeOf = (finding: string): string => finding.split(' ')[1] ?? '';
