import { analyzeText, edit } from '../fixtures/shop.ts';

/**
 * A node exporter behind kube-rbac-proxy on the host's network, in the layout with one port number: the exporter keeps to the
 * loopback, the proxy to the node's address.
 */
const ORIGINAL = `apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata: {name: k8s, namespace: mon}
spec:
  serviceAccountName: prom
  serviceMonitorSelector: {}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: prom}
rules:
- {nonResourceURLs: [/metrics], verbs: [get]}
- {apiGroups: [""], resources: [services, pods, endpoints], verbs: [get, list, watch]}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: prom}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: prom}
subjects:
- {kind: ServiceAccount, name: prom, namespace: mon}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: gate}
rules:
- {apiGroups: [authentication.k8s.io], resources: [tokenreviews], verbs: [create]}
- {apiGroups: [authorization.k8s.io], resources: [subjectaccessreviews], verbs: [create]}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: gate}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: gate}
subjects:
- {kind: ServiceAccount, name: nodes, namespace: mon}
---
apiVersion: apps/v1
kind: DaemonSet
metadata: {name: nodes, namespace: mon}
spec:
  selector: {matchLabels: {app: nodes}}
  template:
    metadata: {labels: {app: nodes}}
    spec:
      serviceAccountName: nodes
      hostNetwork: true
      containers:
      - name: exporter
        image: example.org/node-exporter:v1
        args: ["--web.listen-address=127.0.0.1:9100"]
      - name: gate
        image: example.org/kube-rbac-proxy:v1
        args: ["--secure-listen-address=[$(IP)]:9100", "--upstream=http://127.0.0.1:9100/"]
        env: [{name: IP, valueFrom: {fieldRef: {fieldPath: status.podIP}}}]
        ports: [{name: https, containerPort: 9100, hostPort: 9100}]
---
apiVersion: v1
kind: Service
metadata: {name: nodes, namespace: mon, labels: {app: nodes}}
spec:
  selector: {app: nodes}
  ports: [{name: https, port: 9100, targetPort: https}]
---
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: {name: nodes, namespace: mon}
spec:
  selector: {matchLabels: {app: nodes}}
  endpoints:
  - port: https
    scheme: https
    bearerTokenFile: /var/run/secrets/kubernetes.io/serviceaccount/token
    tlsConfig: {insecureSkipVerify: true}
`;

type Edit = [from: string, to: string];

const EXPORTER = `      - name: exporter
        image: example.org/node-exporter:v1
        args: ["--web.listen-address=127.0.0.1:9100"]
`;
const GATE = `      - name: gate
        image: example.org/kube-rbac-proxy:v1
        args: ["--secure-listen-address=[$(IP)]:9100", "--upstream=http://127.0.0.1:9100/"]
        env: [{name: IP, valueFrom: {fieldRef: {fieldPath: status.podIP}}}]
        ports: [{name: https, containerPort: 9100, hostPort: 9100}]
`;
const PORTS = '        ports: [{name: https, containerPort: 9100, hostPort: 9100}]\n';
const OPEN: Edit = ['127.0.0.1:9100"]', '0.0.0.0:9100"]'];
const NO_GATE: Edit[] = [
  [GATE, ''],
  [EXPORTER, EXPORTER + PORTS],
];
/** What a firewall on the node does to everybody but one address, done by a policy: on the pods' own network, where one counts. */
const ONLY_FOR = (app: string): Edit[] => [
  ['      hostNetwork: true\n', ''],
  [
    'apiVersion: v1\nkind: Service\n',
    `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: nodes, namespace: mon}
spec:
  podSelector: {matchLabels: {app: nodes}}
  ingress:
  - from: [{podSelector: {matchLabels: {app.kubernetes.io/name: ${app}}}}]
---
apiVersion: v1
kind: Service
`,
  ],
];
const UPSTREAM_9101: Edit[] = [
  ['--upstream=http://127.0.0.1:9100/', '--upstream=http://127.0.0.1:9101/'],
  ['127.0.0.1:9100"]', '0.0.0.0:9101"]'],
];

/** The states of the story, each as the edit that leads to it. */
export const STATES = {
  S0: [],
  S2a: [OPEN],
  S2b: [OPEN],
  S4: [...NO_GATE, OPEN],
  S5: [...NO_GATE, OPEN, ...ONLY_FOR('prometheus')],
  S5x: [...NO_GATE, OPEN, ...ONLY_FOR('somebody')],
  'S6-9100': UPSTREAM_9101,
  'S6-9101': UPSTREAM_9101,
  S7: NO_GATE,
  S8: [[EXPORTER, '']],
} satisfies Record<string, Edit[]>;
export type StateName = keyof typeof STATES;

/** Who binds the disputed port first, where that decides. */
export const FIRST: Partial<Record<StateName, string>> = { S2a: 'gate', S2b: 'exporter' };

/** What the endpoint asks with. */
export const ASKS = {
  'https skip token': [],
  'https noskip token': [['    tlsConfig: {insecureSkipVerify: true}\n', '']],
  'https skip notoken': [['    bearerTokenFile: /var/run/secrets/kubernetes.io/serviceaccount/token\n', '']],
  'http token': [['scheme: https', 'scheme: http']],
} satisfies Record<string, Edit[]>;

/** S6 leaves 9100 as it is; asking 9101 needs a Service that leads there. */
const SCRAPES_9101: Edit[] = [['targetPort: https', 'targetPort: 9101']];

export function stateOf(state: StateName, asks: keyof typeof ASKS = 'https skip token', scrapes = 9100) {
  const edits = [...STATES[state], ...ASKS[asks], ...(scrapes === 9101 ? SCRAPES_9101 : [])];
  return analyzeText(edit(ORIGINAL, ...(edits as Edit[])));
}

/** The same on the pods' own network: `hostPort` of the gate, or the exporter alone, as the second table of the story has it. */
export const POD_NETWORK = {
  'proxy, hostPort': [['      hostNetwork: true\n', '']],
  'loopback only, hostPort': [['      hostNetwork: true\n', ''], ...NO_GATE],
  'open, hostPort': [['      hostNetwork: true\n', ''], ...NO_GATE, OPEN],
  'open, no hostPort': [
    ['      hostNetwork: true\n', ''],
    [GATE, ''],
    [EXPORTER, `${EXPORTER}        ports: [{name: https, containerPort: 9100}]\n`],
    OPEN,
  ],
} satisfies Record<string, Edit[]>;

export const podNetwork = (name: keyof typeof POD_NETWORK) => analyzeText(edit(ORIGINAL, ...(POD_NETWORK[name] as Edit[])));
