import type { SourceFile } from '../../src/engine/ingest/index.ts';
import { edit, SHOP } from '../fixtures/shop.ts';
import { INSTALLATION } from './faults.ts';
import { type Edit, edited } from './said.ts';

export interface Case {
  /** Row of the field study's table of real cases (field.md 3). */
  row: string;
  /** The threads it comes from. */
  from: string;
  files: SourceFile[];
  chain: string;
  /** The codes that catch it; an error is said to be one. */
  by: string[];
  operator?: string;
}

type Change = [from: string, to: string];
const CART = 'ServiceMonitor/shop/cart#0';
const shop = (...changes: Change[]): SourceFile[] => [{ path: 'shop.yaml', text: edit(SHOP, ...changes) }];
const installation = (...edits: Edit[]): SourceFile[] => edited(INSTALLATION, ...edits);
const plus = (files: SourceFile[], ...documents: string[]): SourceFile[] => [
  ...files,
  ...documents.map((text, i) => ({ path: `more-${i}.yaml`, text })),
];

const ENDPOINT = '- port: http-metrics';
const SELECTOR = 'selector: {matchLabels: {app: cart, tier: web}}\n  endpoints';
const SERVICE = 'metadata: {name: cart, namespace: shop, labels: {app: cart, tier: web}}';
const SERVICE_PORT = '{name: http-metrics, port: 80, targetPort: metrics}';
const IMAGE = 'image: example.org/node-exporter:v1';
const ARGS = 'args: ["--web.listen-address=:8080"]';
const DECLARED = '        ports:\n        - {name: metrics, containerPort: 8080}\n';
const MONITOR = 'kind: ServiceMonitor\nmetadata: {name: cart, namespace: shop}';
const RELEASE: Change = ['serviceMonitorSelector: {}', 'serviceMonitorSelector: {matchLabels: {release: watch}}'];
const labelled = (labels: string): Change => [MONITOR, `kind: ServiceMonitor\nmetadata: {name: cart, namespace: shop, labels: ${labels}}`];
const endpoint = (...lines: string[]): Change => [ENDPOINT, lines.join('\n    ')];
const namespace = (name: string, labels = '{}') => `apiVersion: v1\nkind: Namespace\nmetadata: {name: ${name}, labels: ${labels}}\n`;
const policy = (at: string, spec: string) =>
  `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: guard, namespace: ${at}}\nspec: ${spec}\n`;

const PODS = 'PodMonitor/shop/cart#0';
/** The shop read by a PodMonitor: its pods, no Service. */
const podMonitor = (pick: string, ...changes: Change[]): SourceFile[] =>
  shop(
    [
      `${MONITOR}\nspec:\n  ${SELECTOR}:\n  ${ENDPOINT}`,
      `kind: PodMonitor\nmetadata: {name: cart, namespace: shop}\nspec:\n  selector: {matchLabels: {app: cart}}\n  podMetricsEndpoints:\n  - ${pick}`,
    ],
    ...changes,
  );
/** The cart behind a kube-rbac-proxy that takes its port. */
const proxied = (behind: string, ...flags: string[]): Change => [
  `- name: cart\n        ${IMAGE}\n        ${ARGS}\n`,
  `- name: app\n        ${IMAGE}\n        args: ["--web.listen-address=${behind}"]\n      - name: proxy\n        image: quay.io/brancz/kube-rbac-proxy:v0.18.0\n        args: [${['"--secure-listen-address=:8080"', '"--upstream=http://127.0.0.1:8081/"', ...flags].join(', ')}]\n`,
];
const HTTPS = ['- port: http-metrics', 'scheme: https', 'tlsConfig: {insecureSkipVerify: true}'];
const TOKEN = 'bearerTokenFile: /var/run/secrets/kubernetes.io/serviceaccount/token';
/** `--web.config.file` with TLS, from a ConfigMap of the input. */
const TLS: Change[] = [
  [
    ARGS,
    'args: ["--web.listen-address=:8080", "--web.config.file=/etc/web/web.yaml"]\n        volumeMounts: [{name: web, mountPath: /etc/web}]',
  ],
  ['      containers:\n', '      volumes: [{name: web, configMap: {name: web}}]\n      containers:\n'],
];
const WEB =
  'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: web, namespace: shop}\ndata:\n  web.yaml: |\n    tls_server_config: {cert_file: /a, key_file: /b}\n';
/** A container of the control plane and the Service and monitor over it. */
const controlPlane = (name: string, command: string, port: number, scheme: string): SourceFile[] => [
  ...shop(),
  {
    path: 'control-plane.yaml',
    text: `apiVersion: v1
kind: Pod
metadata: {name: ${name}-node-1, namespace: kube-system, labels: {component: ${name}}}
spec:
  hostNetwork: true
  containers:
  - name: ${name}
    image: registry.k8s.io/${name}:v1.30.0
    command: [${command}]
---
apiVersion: v1
kind: Service
metadata: {name: ${name}, namespace: kube-system, labels: {k8s-app: ${name}}}
spec:
  clusterIP: None
  selector: {component: ${name}}
  ports: [{name: metrics, port: ${port}, targetPort: ${port}}]
---
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: {name: ${name}, namespace: kube-system}
spec:
  selector: {matchLabels: {k8s-app: ${name}}}
  endpoints: [{port: metrics, scheme: ${scheme}}]
`,
  },
];
const control = (name: string) => `ServiceMonitor/kube-system/${name}#0`;

const STATE = 'ServiceMonitor/watch/state-metrics#0';
const NODE = 'ServiceMonitor/watch/node-exporter#0';
const rejects = ['error operator-rejects'];
const notSelected = ['error monitor-not-selected'];
const noService = ['error service-not-found'];
const noPort = ['error port-not-found'];
const undeclared = ['error container-port-undeclared'];
const noRights = ['error rbac-missing'];
const row = (row: string, from: string, files: SourceFile[], by: string[], more: Partial<Case> = {}): Case => ({
  ...{ row, from, files, by, chain: CART },
  ...more,
});

/** Every row that manifests can show, each with the least text that shows it. */
export const CASES: Case[] = [
  row('1', 'KP#1392: no release label on the monitor', shop(RELEASE), notSelected),
  row(
    '2',
    'HC#1631: the monitor of kube-state-metrics lacks the release label',
    installation(['prometheus.yaml', 'serviceMonitorSelector: {}', 'serviceMonitorSelector: {matchLabels: {team: platform}}']),
    notSelected,
    { chain: STATE },
  ),
  row('3', 'helm/charts#20180: an empty selector that helm fills', shop(RELEASE, labelled('{release: "other"}')), notSelected),
  row('4', 'PO#1937: the same, with a label of another key', shop(RELEASE, labelled('{app: cart}')), notSelected),
  row(
    '5',
    'PO#3636: PodMonitors not found',
    podMonitor('port: metrics', ['podMonitorSelector: {}', 'podMonitorSelector: {matchLabels: {release: watch}}']),
    notSelected,
    { chain: PODS },
  ),
  row(
    '6',
    'PO#5917: the label, then the namespace',
    plus(
      shop(RELEASE, labelled('{release: watch}'), [
        'serviceMonitorNamespaceSelector: {}',
        'serviceMonitorNamespaceSelector: {matchLabels: {team: watch}}',
      ]),
      namespace('shop', '{team: sell}'),
    ),
    notSelected,
  ),
  row('7', 'PO#2138: labels differ from the selector', shop(RELEASE, labelled('{release: watcher}')), notSelected),
  row('8', 'PO#4655: every namespace, and the label is missing', shop(RELEASE, labelled('{tier: web}')), notSelected),
  row(
    '9',
    'HC#1911: every monitor needs the label',
    shop([RELEASE[0], 'serviceMonitorSelector: {matchExpressions: [{key: release, operator: In, values: [watch]}]}']),
    notSelected,
  ),
  row(
    '10',
    'KP#604: works in some namespaces, in others there is no Role',
    installation(
      ['state-metrics.yaml', 'name: state-metrics\n  namespace: watch\n  labels', 'name: state-metrics\n  namespace: dev\n  labels'],
      [
        'state-metrics.yaml',
        'kind: Deployment\nmetadata:\n  name: state-metrics\n  namespace: watch',
        'kind: Deployment\nmetadata:\n  name: state-metrics\n  namespace: dev',
      ],
      [
        'state-metrics.yaml',
        'kind: ServiceMonitor\nmetadata:\n  name: state-metrics\n  namespace: watch',
        'kind: ServiceMonitor\nmetadata:\n  name: state-metrics\n  namespace: dev',
      ],
    ),
    noRights,
    { chain: 'ServiceMonitor/dev/state-metrics#0' },
  ),
  row(
    '11',
    'PO#3085: the namespace selector means labels of Namespaces',
    plus(shop(['serviceMonitorNamespaceSelector: {}', 'serviceMonitorNamespaceSelector: {matchLabels: {name: shop}}']), namespace('shop')),
    notSelected,
  ),
  row('11', 'PO#3450: no namespace selector is the own namespace', shop(['  serviceMonitorNamespaceSelector: {}\n', '']), notSelected),
  row(
    '11',
    'PO#3338: then the Service does not match',
    shop([SERVICE, 'metadata: {name: cart, namespace: shop, labels: {app: cart}}']),
    noService,
  ),
  row(
    '12',
    'helm/charts#11310: namespaceSelector inside the selector',
    shop([
      `${MONITOR}\nspec:\n  selector: {`,
      'kind: ServiceMonitor\nmetadata: {name: cart, namespace: mon}\nspec:\n  selector: {namespaceSelector: {any: true}, ',
    ]),
    [...noService, 'misplaced-field'],
    { chain: 'ServiceMonitor/mon/cart#0' },
  ),
  row('13', 'codecentric/helm-charts#245: a monitor in another namespace', shop([MONITOR, MONITOR.replace('shop', 'mon')]), noService, {
    chain: 'ServiceMonitor/mon/cart#0',
  }),
  row('14', 'PO#2731: the labeling does not match up', shop([SELECTOR, SELECTOR.replace('tier: web', 'tier: api')]), noService),
  row('15', 'mortennordbye/homelab#509: a Service without labels', shop([SERVICE, 'metadata: {name: cart, namespace: shop}']), noService),
  row(
    '16',
    "flanksource/canary-checker#466: the Service's selector is not its labels",
    shop([SERVICE, 'metadata: {name: cart, namespace: shop, labels: {control-plane: cart}}']),
    noService,
  ),
  row(
    '17',
    'PO PR#5794: a selector that matches nothing is invisible',
    shop([SELECTOR, 'selector: {matchLabels: {app: basket}}\n  endpoints'], [MONITOR, MONITOR.replace('name: cart', 'name: basket')]),
    ['service-not-found'],
    { chain: 'ServiceMonitor/shop/basket#0' },
  ),
  row(
    '18',
    'zapier/prom-aggregation-gateway#34: a Service label is missing',
    shop([SERVICE, SERVICE.replace(', tier: web', '')]),
    noService,
  ),
  row(
    '19',
    'KP#718: no Service of the control plane exists',
    plus(
      shop(),
      'apiVersion: monitoring.coreos.com/v1\nkind: ServiceMonitor\nmetadata: {name: controllers, namespace: mon}\nspec:\n  namespaceSelector: {matchNames: [kube-system]}\n  selector: {matchLabels: {app.kubernetes.io/name: kube-controller-manager}}\n  endpoints: [{port: https-metrics, scheme: https}]\n',
    ),
    ['service-not-found'],
    { chain: 'ServiceMonitor/mon/controllers#0' },
  ),
  row('20', 'PO#1470: ports without names', shop([SERVICE_PORT, '{port: 80, targetPort: 8080}']), noPort),
  row(
    '21',
    'PO#996: web is asked for, and there is myapp',
    shop([SERVICE_PORT, SERVICE_PORT.replace('http-metrics', 'myapp')], endpoint('- port: web')),
    noPort,
  ),
  row('22', 'PO#416: a number for a name', shop(endpoint('- port: 10254')), ['error invalid-field-type']),
  row('23', 'PO#4867: the port is no name of the Service', shop(endpoint('- port: "80"')), noPort),
  row('24', 'PO#1899: the metrics port is not in the Service', shop([SERVICE_PORT, '{name: http, port: 80, targetPort: 80}']), noPort),
  row('25', 'superstreamlabs/memphis-k8s#191: no such port in the Service', shop(endpoint('- port: metrics')), noPort),
  row(
    '26',
    'npci/falcon#11: no port takes every port of the Service',
    shop([SERVICE_PORT, `${SERVICE_PORT}\n  - {name: admin, port: 81, targetPort: 9999}`], endpoint('- path: /metrics')),
    ['all-ports'],
    { by: ['nothing-listens'] },
  ),
  row('27', 'PO#2515: the port of the container given as port', shop(endpoint('- port: metrics')), noPort),
  row('27', 'PO#2515: the port of the Service given as targetPort', shop(endpoint('- targetPort: 80')), undeclared),
  row('28', 'HC PR#4614: targetPort given a Service port name', shop(endpoint('- targetPort: http-metrics')), undeclared),
  row(
    '28',
    'HC PR#4614: the same in the Service',
    shop([SERVICE_PORT, SERVICE_PORT.replace('targetPort: metrics', 'targetPort: http-metrics')]),
    ['error target-port-not-found'],
  ),
  row('29', 'PO#5127: a container port that is not declared', podMonitor('targetPort: 8081'), undeclared, { chain: PODS }),
  row('30', 'PO#7129: a number in quotes is a name', podMonitor('targetPort: "8080"'), undeclared, { chain: PODS }),
  row('31', 'KP#726: a number in quotes is a name', podMonitor('port: "2020"'), noPort, { chain: PODS }),
  row('32', 'PO PR#7981: portNumber picks among declared ports', podMonitor('portNumber: 8081'), undeclared, { chain: PODS }),
  row('33', 'rwlove/home-ops#11201: answers, and is not declared', podMonitor('portNumber: 8080', [DECLARED, '']), undeclared, {
    chain: PODS,
  }),
  row('34', 'hashicorp/vault-helm#829: http asked of TLS', plus(shop(...TLS), WEB), ['error scheme-mismatch']),
  row('35', 'gianlucam76/k8s-cleaner#270: http asked of the proxy', shop(proxied('127.0.0.1:8081')), ['error scheme-mismatch']),
  row('35', 'gianlucam76/k8s-cleaner#270: then no token', shop(proxied('127.0.0.1:8081'), endpoint(...HTTPS)), ['auth-missing']),
  row(
    '36',
    'bitnami/charts#15395: https switched on in thanos, not in the monitor',
    plus(
      shop(
        [
          ARGS,
          'args: [query, "--http-address=:8080", "--http.config=/etc/web/web.yaml"]\n        volumeMounts: [{name: web, mountPath: /etc/web}]',
        ],
        [IMAGE, 'image: quay.io/thanos/thanos:v0.35.0'],
        TLS[1] as Change,
      ),
      WEB,
    ),
    ['error scheme-mismatch'],
  ),
  row(
    '37',
    'HC#3802: one scheme for the server and its reloader',
    plus(
      shop([
        '  serviceMonitorSelector: {}',
        '  web: {tlsConfig: {cert: {secret: {name: web, key: crt}}, keySecret: {name: web, key: key}}}\n  serviceMonitorSelector: {}',
      ]),
      'apiVersion: v1\nkind: Service\nmetadata: {name: self, namespace: mon, labels: {self: main}}\nspec:\n  selector: {prometheus: main}\n  ports: [{name: web, port: 9090, targetPort: web}, {name: reloader-web, port: 8080, targetPort: reloader-web}]\n',
      'apiVersion: monitoring.coreos.com/v1\nkind: ServiceMonitor\nmetadata: {name: self, namespace: mon}\nspec:\n  selector: {matchLabels: {self: main}}\n  endpoints: [{port: web, scheme: https}, {port: reloader-web, scheme: http}]\n',
    ),
    ['error scheme-mismatch'],
    { chain: 'ServiceMonitor/mon/self#1' },
  ),
  row(
    '38',
    'PO#2021: the proxy moved, the scrape did not',
    installation(
      ['exporter-daemonset.yaml', '[$(IP)]:9100', '[$(IP)]:9200'],
      ['exporter-daemonset.yaml', '127.0.0.1:9101\n', '0.0.0.0:9100\n'],
    ),
    ['error scheme-mismatch'],
    { chain: NODE },
  ),
  row(
    '39',
    'scality/metalk8s#1766: etcd speaks TLS',
    controlPlane('etcd', 'etcd, "--listen-metrics-urls=https://0.0.0.0:2381"', 2381, 'http'),
    ['error scheme-mismatch'],
    { chain: control('etcd') },
  ),
  row(
    '39',
    'scality/metalk8s#1766: kube-proxy listens on loopback',
    controlPlane('kube-proxy', 'kube-proxy, "--metrics-bind-address=127.0.0.1:10249"', 10249, 'http'),
    ['error loopback-only'],
    { chain: control('kube-proxy') },
  ),
  row('40', 'GoogleCloudPlatform/prometheus-engine#157: https asked of http', shop(endpoint(...HTTPS)), ['error scheme-mismatch']),
  row('41', 'PO#1620: a certificate that cannot be verified', plus(shop(...TLS, endpoint('- port: http-metrics', 'scheme: https')), WEB), [
    'tls-name',
  ]),
  row(
    '42',
    'HC#3338: the proxy asks for a right that nobody has',
    installation(['prometheus-rights.yaml', 'nonResourceURLs: [/metrics]', 'nonResourceURLs: [/healthz]']),
    ['scrape-rbac-missing'],
    { chain: NODE },
  ),
  row(
    '44',
    'KP#229, HC#3143: 401, as the proxy may not review tokens',
    installation(['exporter-rights.yaml', 'resources: [tokenreviews]', 'resources: [tokens]']),
    ['proxy-rbac-missing'],
    { chain: NODE },
  ),
  row(
    '45',
    'PO#639: no Role in the namespace',
    installation([
      'prometheus-rights.yaml',
      'kind: Role\n  name: prometheus-k8s\nsubjects:\n- kind: ServiceAccount\n  name: prometheus-k8s\n',
      'kind: Role\n  name: prometheus-k8s\nsubjects:\n- kind: ServiceAccount\n  name: prometheus\n',
    ]),
    noRights,
    { chain: NODE },
  ),
  row(
    '46',
    'KP#2440: a Role that is too small',
    installation(['prometheus-rights.yaml', 'resources: [services, endpoints, pods]', 'resources: [pods]']),
    noRights,
    { chain: NODE },
  ),
  row(
    '47',
    'PO#4114: bound, to the account of another namespace',
    installation([
      'prometheus-rights.yaml',
      'name: prometheus-k8s\n  namespace: watch\n---',
      'name: prometheus-k8s\n  namespace: monitoring\n---',
    ]),
    noRights,
    { chain: NODE },
  ),
  row(
    '48',
    'HC#6177: slices are asked for, and the Role has endpoints',
    installation(['prometheus.yaml', '  replicas: 2\n', '  replicas: 2\n  serviceDiscoveryRole: EndpointSlice\n']),
    noRights,
    { chain: NODE },
  ),
  row('49', 'PO#1612: address already in use', shop(proxied(':8080')), ['error bind-conflict']),
  row(
    '50',
    'KP#2627: exporter and proxy share a number',
    installation(['exporter-daemonset.yaml', '127.0.0.1:9101\n', ':9100\n']),
    ['error bind-conflict'],
    { chain: NODE },
  ),
  row(
    '51',
    'PO#2330: the proxy cannot bind its address',
    installation(['exporter-daemonset.yaml', '127.0.0.1:9101\n', '0.0.0.0:9100\n']),
    ['error bind-conflict'],
    {
      chain: NODE,
    },
  ),
  row(
    '52',
    'HC#1966: the controller manager listens on loopback',
    controlPlane('kube-controller-manager', 'kube-controller-manager, "--bind-address=127.0.0.1"', 10257, 'https'),
    ['error loopback-only'],
    { chain: control('kube-controller-manager') },
  ),
  row('53', 'HC#3031: metrics readable past the proxy', shop(proxied(':8081'), endpoint(...HTTPS, TOKEN)), ['proxy-bypass']),
  row(
    '54',
    'HC v5.27.0: the probe asks a port that is on loopback',
    shop(
      proxied('127.0.0.1:8081'),
      [
        'args: ["--web.listen-address=127.0.0.1:8081"]',
        'args: ["--web.listen-address=127.0.0.1:8081"]\n        readinessProbe: {httpGet: {path: /, port: 8081}}',
      ],
      endpoint(...HTTPS, TOKEN),
    ),
    [],
    { by: ['probe-mismatch'] },
  ),
  row(
    '57',
    'codecentric/helm-charts#546: the policy does not admit Prometheus',
    plus(shop(), policy('shop', '{podSelector: {matchLabels: {app: cart}}, ingress: [{from: [{podSelector: {}}]}]}')),
    ['error netpol-denied'],
  ),
  row(
    '57',
    'nais/naiserator#147: the policy does not admit the port',
    plus(shop(), policy('shop', '{podSelector: {}, ingress: [{from: [{namespaceSelector: {}}], ports: [{port: 8000}]}]}')),
    ['error netpol-denied'],
  ),
  row(
    '58',
    'defenseunicorns/uds-core#1139: DNS behind a policy of the distribution',
    plus(
      shop(),
      policy('kube-system', '{podSelector: {}, policyTypes: [Ingress], ingress: [{ports: [{port: 53, protocol: UDP}]}]}'),
      'apiVersion: monitoring.coreos.com/v1\nkind: ServiceMonitor\nmetadata: {name: dns, namespace: mon}\nspec:\n  namespaceSelector: {matchNames: [kube-system]}\n  selector: {matchLabels: {k8s-app: kube-dns}}\n  endpoints: [{port: metrics}]\n',
    ),
    ['error netpol-denied'],
    { chain: 'ServiceMonitor/mon/dns#0' },
  ),
  row('59', 'PO#228: a policy over pods on the host network', INSTALLATION, ['host-network'], { chain: NODE }),
  row(
    '60',
    'operator-sdk#6364: files are not to be read',
    shop(
      ['  serviceMonitorSelector: {}', '  arbitraryFSAccessThroughSMs: {deny: true}\n  serviceMonitorSelector: {}'],
      endpoint('- port: http-metrics', TOKEN),
    ),
    rejects,
  ),
  row(
    '61',
    'HC#7230: nor certificates from files',
    shop(
      ['  serviceMonitorSelector: {}', '  arbitraryFSAccessThroughSMs: {deny: true}\n  serviceMonitorSelector: {}'],
      endpoint('- port: http-metrics', 'tlsConfig: {caFile: /ca.crt}'),
    ),
    rejects,
  ),
  row(
    '62',
    'kubevirt/hostpath-provisioner-operator#674: HTTPS is too new a value',
    shop(endpoint('- port: http-metrics', 'scheme: HTTP')),
    ['error invalid-field-type'],
    {
      operator: 'v0.80',
    },
  ),
  row(
    '63',
    'qdrant-helm#207: every metric twice',
    plus(
      shop(),
      `apiVersion: v1\nkind: Service\n${SERVICE.replace('name: cart', 'name: cart-headless')}\nspec:\n  clusterIP: None\n  selector: {app: cart, tier: web}\n  ports:\n  - ${SERVICE_PORT}\n`,
    ),
    ['multiple-services'],
    { by: ['duplicate-scrape'] },
  ),
  row(
    '64',
    'HC#5138: open on every node',
    shop(['    spec:\n      containers', '    spec:\n      hostNetwork: true\n      containers']),
    ['host-network'],
    { by: ['node-open'] },
  ),
];

/** Rows that no manifest shows, and why. */
export const NOT_IN_MANIFESTS: Record<string, string> = {
  '43': 'the Prometheus that is refused runs in another cluster: neither it nor its account is in the input',
  '55': 'nobody scrapes here: a browser comes through an Ingress, and which pods that is is not said in the manifests',
  '56': 'Grafana asks Prometheus, no monitor does; what a policy does to other callers is no chain of the input',
  '65': 'the caller stands outside the cluster; what it meets at the port is shown with the chain, as no fault of it',
  '–': 'a firewall or the network plugin drops the packets',
  '?': 'the thread does not say the cause',
};
