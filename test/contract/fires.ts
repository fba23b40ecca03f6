import type { FindingCode, LintCode, RuleCode } from '../../src/engine/checks/index.ts';

type Change = [from: string, to: string];

const ENDPOINT = '- port: http-metrics';
const IMAGE = 'image: example.org/node-exporter:v1';
const ARGS = 'args: ["--web.listen-address=:8080"]';
const DECLARED = '        ports:\n        - {name: metrics, containerPort: 8080}\n';
const SERVICE_PORT = '{name: http-metrics, port: 80, targetPort: metrics}';
const SERVICE_SELECTOR = 'spec:\n  selector: {app: cart, tier: web}\n';
const MONITOR_SELECTOR = 'selector: {matchLabels: {app: cart, tier: web}}\n  endpoints';

const endpoint = (...lines: string[]): Change => [ENDPOINT, [ENDPOINT, ...lines].join('\n    ')];
const relabel = (rule: string): Change => endpoint(`relabelings: [{${rule}}]`);
/** Documents after the last one; goes before `endpoint`, whose lines would end up in them. */
const also = (...documents: string[]): Change => [`${ENDPOINT}\n`, [`${ENDPOINT}\n`, ...documents].join('---\n')];
const policy = (namespace: string, spec: string): Change =>
  also(
    `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: guard, namespace: ${namespace}}\nspec: {podSelector: {}, ${spec}}\n`,
  );
const operator = (...args: string[]): Change =>
  also(
    `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: operator, namespace: mon}\nspec:\n  selector: {matchLabels: {o: o}}\n  template:\n    metadata: {labels: {o: o}}\n    spec: {containers: [{name: operator, image: quay.io/prometheus-operator/prometheus-operator:v0.90.0, args: ${JSON.stringify(args)}}]}\n`,
  );
const bound = (namespace: string, account: string): Change =>
  also(
    `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: little}\nrules: [{apiGroups: [""], resources: [secrets], verbs: [get]}]\n`,
    `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: {name: little}\nroleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: little}\nsubjects: [{kind: ServiceAccount, name: ${account}, namespace: ${namespace}}]\n`,
  );
/** A kube-rbac-proxy on the scraped port, in front of a process on 8081. */
const proxied = (upstream: string, behind: string): Change[] => [
  [
    `- name: cart\n        ${IMAGE}\n        ${ARGS}\n`,
    `- name: app\n        ${IMAGE}\n        args: ["--web.listen-address=${behind}"]\n      - name: proxy\n        image: quay.io/brancz/kube-rbac-proxy:v0.18.0\n        args: [${upstream}]\n`,
  ],
];
const FLAGS = '"--secure-listen-address=:8080", "--upstream=http://127.0.0.1:8081/"';
const SELF = (namespace: string, selector: string, port: string): Change =>
  also(
    `apiVersion: v1\nkind: Service\nmetadata: {name: self, namespace: ${namespace}, labels: {self: me}}\nspec: {selector: {${selector}}, ports: [{name: web, port: 1, targetPort: ${port}}]}\n`,
    `apiVersion: monitoring.coreos.com/v1\nkind: ServiceMonitor\nmetadata: {name: self, namespace: ${namespace}}\nspec: {selector: {matchLabels: {self: me}}, endpoints: [{port: web}]}\n`,
  );

/** For every check, the least change to the shop that makes it fire. A new check adds its line here. */
export const FIRES: Record<Exclude<FindingCode, LintCode | RuleCode>, Change[]> = {
  'operator-rejects': [
    ['podMonitorNamespaceSelector: {}', 'podMonitorNamespaceSelector: {}\n  arbitraryFSAccessThroughSMs: {deny: true}'],
    endpoint('bearerTokenFile: /token'),
  ],
  'reference-not-in-input': [endpoint('basicAuth: {username: {name: login, key: user}, password: {name: login, key: password}}')],
  'rights-unknown': [bound('mon', 'somebody')],
  'undefined-variable': [[ARGS, 'args: ["--web.listen-address=$(IP):8080"]']],
  'invalid-field-type': [[ENDPOINT, '- port: 80']],
  'invalid-selector': [[MONITOR_SELECTOR, 'selector: {matchExpressions: [{key: app, operator: Perhaps}]}\n  endpoints']],
  'monitor-not-selected': [['serviceMonitorSelector: {}', 'serviceMonitorSelector: {matchLabels: {release: x}}']],
  'no-endpoints': [[`endpoints:\n  ${ENDPOINT}`, 'endpoints: []']],
  'rbac-missing': [bound('mon', 'scraper')],
  'service-not-found': [[MONITOR_SELECTOR, 'selector: {matchLabels: {app: zebra}}\n  endpoints']],
  'external-name-service': [[SERVICE_SELECTOR, 'spec:\n  type: ExternalName\n  externalName: cart.example.org\n']],
  'service-without-selector': [[SERVICE_SELECTOR, 'spec:\n']],
  'port-not-found': [[ENDPOINT, '- port: metric']],
  'no-workload': [[SERVICE_SELECTOR, 'spec:\n  selector: {app: zebra}\n']],
  'target-port-not-found': [[SERVICE_PORT, '{name: http-metrics, port: 80, targetPort: metric}']],
  'container-port-undeclared': [[ENDPOINT, '- targetPort: 9999']],
  'dropped-by-relabeling': [relabel('action: drop, sourceLabels: [__meta_kubernetes_service_name], regex: cart')],
  'not-tcp': [
    [SERVICE_PORT, '{name: http-metrics, port: 80, targetPort: metrics, protocol: UDP}'],
    ['containerPort: 8080}', 'containerPort: 8080, protocol: UDP}'],
  ],
  'netpol-egress-denied': [policy('mon', 'policyTypes: [Egress]')],
  'netpol-denied': [policy('shop', 'policyTypes: [Ingress]')],
  'bind-conflict': [[DECLARED, `${DECLARED}      - name: twin\n        ${IMAGE}\n        ${ARGS}\n`]],
  'loopback-only': [[ARGS, 'args: ["--web.listen-address=127.0.0.1:8080"]']],
  'scheme-mismatch': [endpoint('scheme: https')],
  'upstream-not-found': [...proxied(FLAGS.replace('8081', '8082'), '127.0.0.1:8081'), endpoint('scheme: https')],
  'host-network': [['    spec:\n      containers', '    spec:\n      hostNetwork: true\n      containers']],
  'auth-missing': [...proxied(FLAGS, '127.0.0.1:8081'), endpoint('scheme: https')],
  'netpol-unknown': [
    ['{name: mon, labels: {team: watch}}', '{name: elsewhere}'],
    policy('shop', 'ingress: [{from: [{namespaceSelector: {matchLabels: {team: watch}}}]}]'),
  ],
  'no-prometheus': [['kind: Prometheus\n', 'kind: ThanosRuler\n']],
  'undeclared-port': [
    [DECLARED, ''],
    [SERVICE_PORT, '{name: http-metrics, port: 80, targetPort: 8080}'],
  ],
  'port-owner-differs': [[DECLARED, `      - name: other\n        image: example.org/other:v1\n${DECLARED}`]],
  'multiple-services': [
    also(
      `apiVersion: v1\nkind: Service\nmetadata: {name: again, namespace: shop, labels: {app: cart, tier: web}}\n${SERVICE_SELECTOR}  ports:\n  - ${SERVICE_PORT}\n`,
    ),
  ],
  'address-rewritten': [relabel('targetLabel: __address__, replacement: "10.0.0.1:1"')],
  'workload-without-port': [
    also(
      'apiVersion: v1\nkind: Pod\nmetadata: {name: bare, namespace: shop, labels: {app: cart, tier: web}}\nspec: {containers: [{name: bare, image: example.org/bare}]}\n',
    ),
  ],
  'scheme-unknown': [
    [IMAGE, 'image: example.org/cart:v1'],
    [ARGS, 'args: []'],
  ],
  'operator-generated': [SELF('mon', 'prometheus: main', 'web')],
  'selects-all': [[MONITOR_SELECTOR, 'selector: {}\n  endpoints']],
  'control-plane-pods': [SELF('kube-system', 'component: kube-scheduler', '10259')],
  'upstream-assumed': proxied('"--secure-listen-address=:8080"', '127.0.0.1:8081'),
  'relabel-unknown': [relabel('action: keep, sourceLabels: [__meta_kubernetes_pod_node_name], regex: a.*')],
  'all-ports': [[ENDPOINT, '- path: /metrics']],
  'tls-name': [...proxied(FLAGS, '127.0.0.1:8081'), endpoint('scheme: https')],
  'tls-unverifiable': [...proxied(FLAGS, '127.0.0.1:8081'), endpoint('scheme: https')],
  'credentials-file-missing': [endpoint('bearerTokenFile: /etc/prometheus/secrets/none/token')],
  'token-in-clear': [endpoint('bearerTokenFile: /token')],
  'proxy-bypass': [...proxied(FLAGS, ':8081'), endpoint('scheme: https')],
  'policy-not-evaluated': [
    also('apiVersion: cilium.io/v2\nkind: CiliumNetworkPolicy\nmetadata: {name: guard, namespace: shop}\nspec: {endpointSelector: {}}\n'),
  ],
  'scrape-rbac-missing': [
    ...proxied(FLAGS, '127.0.0.1:8081'),
    bound('mon', 'scraper'),
    endpoint('scheme: https', 'bearerTokenFile: /var/run/secrets/kubernetes.io/serviceaccount/token'),
  ],
  'proxy-path-refused': [...proxied(`${FLAGS}, "--allow-paths=/healthz,/stats"`, '127.0.0.1:8081'), endpoint('scheme: https')],
  'endpoints-differ': [
    also(
      'apiVersion: discovery.k8s.io/v1\nkind: EndpointSlice\nmetadata: {name: cart-x, namespace: shop, labels: {kubernetes.io/service-name: cart, endpointslice.kubernetes.io/managed-by: endpointslice-controller.k8s.io}}\nports: [{name: http-metrics, port: 9999}]\nendpoints: [{addresses: [10.0.0.1]}]\n',
    ),
  ],
  'unbuilt-kustomization': [
    also('apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [all.yaml]\nnamePrefix: test-\n'),
  ],
  'nothing-listens': [[ARGS, 'args: ["--web.listen-address=:9999"]']],
  'port-not-opened': [
    [ARGS, 'args: ["--web.listen-address=:9999"]'],
    [DECLARED, `${DECLARED}      - name: other\n        image: example.org/other:v1\n`],
  ],
  'path-not-served': [[ARGS, 'args: ["--web.listen-address=:8080", "--web.telemetry-path=/stats"]']],
  'node-open': [['containerPort: 8080}', 'containerPort: 8080, hostPort: 8080}']],
  'job-label-missing': [[MONITOR_SELECTOR, `jobLabel: name\n  ${MONITOR_SELECTOR}`]],
  'probe-mismatch': [[DECLARED, `        livenessProbe: {httpGet: {port: metrics, scheme: HTTPS}}\n${DECLARED}`]],
  'prometheus-paused': [['serviceAccountName: scraper', 'serviceAccountName: scraper\n  paused: true']],
  'prometheus-rejected': [['serviceAccountName: scraper', 'serviceAccountName: scraper\n  version: v1.8.0']],
  'no-replicas': [
    [
      'spec:\n  selector: {matchLabels: {app: cart, tier: web}}\n  template',
      'spec:\n  replicas: 0\n  selector: {matchLabels: {app: cart, tier: web}}\n  template',
    ],
  ],
  'operator-ignores': [operator('--namespaces=shop')],
  sharded: [['serviceAccountName: scraper', 'serviceAccountName: scraper\n  shards: 2']],
  'namespace-label': [
    ['serviceAccountName: scraper', 'serviceAccountName: scraper\n  enforcedNamespaceLabel: namespace'],
    ['kind: ServiceMonitor\nmetadata: {name: cart, namespace: shop}', 'kind: ServiceMonitor\nmetadata: {name: cart, namespace: mon}'],
    [MONITOR_SELECTOR, `namespaceSelector: {any: true}\n  ${MONITOR_SELECTOR}`],
  ],
  'duplicate-scrape': [
    also(
      `apiVersion: v1\nkind: Service\nmetadata: {name: cart-headless, namespace: shop, labels: {app: cart, tier: web}}\nspec:\n  clusterIP: None\n  selector: {app: cart, tier: web}\n  ports:\n  - ${SERVICE_PORT}\n`,
    ),
  ],
  'proxy-rbac-missing': [
    ...proxied(FLAGS, '127.0.0.1:8081'),
    ['    spec:\n      containers', '    spec:\n      serviceAccountName: cart\n      containers'],
    bound('shop', 'cart'),
    endpoint('scheme: https'),
  ],
};
