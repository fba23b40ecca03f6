import { describe, expect, it, test } from 'vitest';
import { analysed, said } from './said.ts';

const doc = (apiVersion: string, kind: string, name: string, rest: string, namespace = 'app', labels = '{app: it}'): string =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: ${name}, namespace: ${namespace}, labels: ${labels}}\n${rest}\n`;
const EVERYTHING =
  'serviceMonitorSelector: {}, serviceMonitorNamespaceSelector: {}, podMonitorSelector: {}, podMonitorNamespaceSelector: {}, probeSelector: {}, probeNamespaceSelector: {}, scrapeConfigSelector: {}, scrapeConfigNamespaceSelector: {}';
const prometheus = (more = '', kind = 'Prometheus') =>
  doc(`monitoring.coreos.com/${kind === 'Prometheus' ? 'v1' : 'v1alpha1'}`, kind, 'main', `spec: {${EVERYTHING}${more}}`, 'mon', '{}');
const service = (spec: string, labels = '{app: it}', namespace = 'app') => doc('v1', 'Service', 'it', `spec: {${spec}}`, namespace, labels);
const SERVICE = service('selector: {app: it}, ports: [{name: metrics, port: 9100, targetPort: metrics}]');
const monitor = (endpoint: string, more = 'selector: {matchLabels: {app: it}}', namespace = 'app') =>
  doc('monitoring.coreos.com/v1', 'ServiceMonitor', 'it', `spec: {${more}, endpoints: [{${endpoint}}]}`, namespace);
const podMonitor = (endpoint: string, more = 'selector: {matchLabels: {app: it}}') =>
  doc('monitoring.coreos.com/v1', 'PodMonitor', 'it', `spec: {${more}, podMetricsEndpoints: [{${endpoint}}]}`);
const EXPORTER = 'name: exporter, image: "quay.io/prometheus/node-exporter:v1.9.1"';
const DECLARED = 'ports: [{name: metrics, containerPort: 9100}]';
const pods = (containers: string, more = '', kind = 'Deployment', labels = '{app: it}') =>
  doc(
    'apps/v1',
    kind,
    'it',
    `spec: {selector: {matchLabels: {app: it}}, template: {metadata: {labels: ${labels}}, spec: {${more}containers: [${containers}]}}}`,
  );
const PODS = pods(`{${EXPORTER}, ${DECLARED}}`);
const secret = (name: string, ...keys: string[]) => doc('v1', 'Secret', name, `data: {${keys.map((k) => `${k}: eA==`).join(', ')}}`);
const WEB = doc('v1', 'ConfigMap', 'web', 'data: {web.yaml: "tls_server_config: {cert_file: /a, key_file: /b}"}');
const MTLS =
  'scheme: https, tlsConfig: {serverName: it.app.svc, ca: {secret: {name: tls, key: ca.crt}}, cert: {secret: {name: tls, key: tls.crt}}, keySecret: {name: tls, key: tls.key}}';
const BY_FILE = `${EXPORTER}, args: ["--web.config.file=/web/web.yaml"], volumeMounts: [{name: web, mountPath: /web}], ${DECLARED}`;
const BY_FILE_PODS = pods(`{${BY_FILE}}`, 'volumes: [{name: web, configMap: {name: web}}], ');
const at = (other: string): string => doc('v1', 'Namespace', other, '', '', '{}').replace(', namespace: ', '');

interface SetUp {
  what: string;
  text: string[];
}

const PROM = prometheus();
const SET_UPS: SetUp[] = [
  { what: 'a plain exporter', text: [PROM, PODS, SERVICE, monitor('port: metrics')] },
  { what: 'PodMonitor by name', text: [PROM, PODS, podMonitor('port: metrics')] },
  { what: 'PodMonitor by number', text: [PROM, PODS, podMonitor('portNumber: 9100')] },
  { what: 'PodMonitor by the old field', text: [PROM, PODS, podMonitor('targetPort: 9100')] },
  {
    what: 'a headless Service and a number on the endpoint',
    text: [
      PROM,
      PODS,
      service('clusterIP: None, selector: {app: it}, ports: [{name: metrics, port: 9100, targetPort: metrics}]'),
      monitor('targetPort: 9100'),
    ],
  },
  {
    what: 'a Service without targetPort',
    text: [PROM, PODS, service('selector: {app: it}, ports: [{name: metrics, port: 9100}]'), monitor('port: metrics')],
  },
  {
    what: 'a StatefulSet with an init container that declares a port',
    text: [
      PROM,
      pods(
        `{${EXPORTER}, ${DECLARED}}`,
        'initContainers: [{name: prepare, image: "example.org/prepare:v1", ports: [{name: setup, containerPort: 7000}]}], ',
        'StatefulSet',
      ),
      SERVICE,
      monitor('port: metrics'),
    ],
  },
  {
    what: 'a native sidecar that serves the metrics',
    text: [
      PROM,
      pods(
        '{name: app, image: "example.org/app:v1", ports: [{name: http, containerPort: 80}]}',
        `initContainers: [{${EXPORTER}, restartPolicy: Always, ${DECLARED}}], `,
      ),
      SERVICE,
      monitor('port: metrics'),
    ],
  },
  {
    what: 'both families, IPv6 first',
    text: [
      PROM,
      pods(`{${EXPORTER}, args: ["--web.listen-address=[::]:9100"], ${DECLARED}}`),
      service(
        'ipFamilyPolicy: PreferDualStack, ipFamilies: [IPv6, IPv4], selector: {app: it}, ports: [{name: metrics, port: 9100, targetPort: metrics}]',
      ),
      monitor('port: metrics'),
    ],
  },
  {
    what: 'two containers with ports of one name and different protocols',
    text: [
      PROM,
      pods(
        `{${EXPORTER}, ${DECLARED}}, {name: dns, image: "example.org/dns:v1", ports: [{name: dns, containerPort: 53, protocol: UDP}, {name: dns-tcp, containerPort: 53}]}`,
      ),
      SERVICE,
      monitor('port: metrics'),
    ],
  },
  {
    what: 'labels as Helm writes them',
    text: [
      PROM,
      pods(
        `{${EXPORTER}, ${DECLARED}}`,
        '',
        'Deployment',
        '{app: it, app.kubernetes.io/name: it, app.kubernetes.io/instance: rel, helm.sh/chart: it-1.0.0}',
      ),
      service(
        'selector: {app.kubernetes.io/name: it, app.kubernetes.io/instance: rel}, ports: [{name: metrics, port: 9100, targetPort: metrics}]',
        '{app.kubernetes.io/name: it, app.kubernetes.io/instance: rel, helm.sh/chart: it-1.0.0}',
      ),
      monitor(
        'port: metrics',
        'jobLabel: app.kubernetes.io/name, selector: {matchLabels: {app.kubernetes.io/name: it, app.kubernetes.io/instance: rel}}',
      ),
    ],
  },
  {
    what: 'In, NotIn, Exists and DoesNotExist',
    text: [
      PROM,
      PODS,
      SERVICE,
      monitor(
        'port: metrics',
        'selector: {matchExpressions: [{key: app, operator: In, values: [it, other]}, {key: tier, operator: NotIn, values: [test]}, {key: app, operator: Exists}, {key: old, operator: DoesNotExist}]}',
      ),
    ],
  },
  {
    what: 'matchNames',
    text: [
      PROM,
      PODS,
      SERVICE,
      monitor('port: metrics', 'namespaceSelector: {matchNames: [app]}, selector: {matchLabels: {app: it}}', 'mon'),
    ],
  },
  {
    what: 'any namespace',
    text: [PROM, PODS, SERVICE, monitor('port: metrics', 'namespaceSelector: {any: true}, selector: {matchLabels: {app: it}}', 'mon')],
  },
  { what: 'EndpointSlices', text: [prometheus(', serviceDiscoveryRole: EndpointSlice'), PODS, SERVICE, monitor('port: metrics')] },
  {
    what: 'a Probe of static targets',
    text: [
      PROM,
      pods('{name: blackbox, image: "quay.io/prometheus/blackbox-exporter:v0.25.0", ports: [{name: metrics, containerPort: 9115}]}'),
      service('selector: {app: it}, ports: [{name: metrics, port: 9115, targetPort: metrics}]'),
      doc(
        'monitoring.coreos.com/v1',
        'Probe',
        'it',
        'spec: {prober: {url: "it.app.svc:9115"}, module: http_2xx, targets: {staticConfig: {static: ["https://example.org"]}}}',
      ),
    ],
  },
  {
    what: 'a Probe of Ingresses',
    text: [
      PROM,
      pods('{name: blackbox, image: "quay.io/prometheus/blackbox-exporter:v0.25.0", ports: [{name: metrics, containerPort: 9115}]}'),
      service('selector: {app: it}, ports: [{name: metrics, port: 9115, targetPort: metrics}]'),
      doc(
        'networking.k8s.io/v1',
        'Ingress',
        'it',
        'spec: {rules: [{host: example.org, http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: it, port: {name: metrics}}}}]}}]}',
      ),
      doc(
        'monitoring.coreos.com/v1',
        'Probe',
        'it',
        'spec: {prober: {url: "it.app.svc:9115"}, targets: {ingress: {selector: {matchLabels: {app: it}}}}}',
      ),
    ],
  },
  {
    what: 'a ScrapeConfig with a static target',
    text: [
      PROM,
      PODS,
      SERVICE,
      doc('monitoring.coreos.com/v1alpha1', 'ScrapeConfig', 'it', 'spec: {staticConfigs: [{targets: ["it.app.svc:9100"]}]}'),
    ],
  },
  {
    what: 'pods of a CronJob',
    text: [
      PROM,
      doc(
        'batch/v1',
        'CronJob',
        'it',
        `spec: {schedule: "0 0 * * *", jobTemplate: {spec: {template: {metadata: {labels: {app: it}}, spec: {restartPolicy: Never, containers: [{${EXPORTER}, ${DECLARED}}]}}}}}`,
      ),
      podMonitor('port: metrics'),
    ],
  },
  {
    what: 'a hostPort',
    text: [PROM, pods(`{${EXPORTER}, ports: [{name: metrics, containerPort: 9100, hostPort: 9100}]}`), SERVICE, monitor('port: metrics')],
  },
  {
    what: 'arguments in the command',
    text: [
      PROM,
      pods(`{${EXPORTER}, command: [/bin/node_exporter, "--web.listen-address=:9100"], ${DECLARED}}`),
      SERVICE,
      monitor('port: metrics'),
    ],
  },
  {
    what: 'an address out of variables',
    text: [
      PROM,
      pods(
        `{${EXPORTER}, args: ["--web.listen-address=$(HOST):$(PORT)"], env: [{name: HOST, valueFrom: {fieldRef: {fieldPath: status.podIP}}}, {name: PORT, value: "9100"}], ${DECLARED}}`,
      ),
      SERVICE,
      monitor('port: metrics'),
    ],
  },
  {
    what: 'variables that a Secret sets',
    text: [
      PROM,
      pods(`{${EXPORTER}, args: ["--web.listen-address=$(ADDRESS)"], envFrom: [{secretRef: {name: address}}], ${DECLARED}}`),
      SERVICE,
      monitor('port: metrics'),
    ],
  },
  {
    what: 'TLS by a configuration file',
    text: [PROM, WEB, BY_FILE_PODS, SERVICE, monitor('port: metrics, scheme: https, tlsConfig: {insecureSkipVerify: true}')],
  },
  {
    what: 'TLS on both sides',
    text: [PROM, WEB, secret('tls', 'ca.crt', 'tls.crt', 'tls.key'), BY_FILE_PODS, SERVICE, monitor(`port: metrics, ${MTLS}`)],
  },
  {
    what: 'authorization from a Secret',
    text: [
      PROM,
      WEB,
      secret('token', 'token'),
      BY_FILE_PODS,
      SERVICE,
      monitor(
        'port: metrics, scheme: https, tlsConfig: {insecureSkipVerify: true}, authorization: {credentials: {name: token, key: token}}',
      ),
    ],
  },
  {
    what: 'basicAuth',
    text: [
      PROM,
      WEB,
      secret('login', 'user', 'password'),
      BY_FILE_PODS,
      SERVICE,
      monitor(
        'port: metrics, scheme: https, tlsConfig: {insecureSkipVerify: true}, basicAuth: {username: {name: login, key: user}, password: {name: login, key: password}}',
      ),
    ],
  },
  {
    what: 'oauth2',
    text: [
      PROM,
      WEB,
      secret('client', 'id', 'secret'),
      BY_FILE_PODS,
      SERVICE,
      monitor(
        'port: metrics, scheme: https, tlsConfig: {insecureSkipVerify: true}, oauth2: {clientId: {secret: {name: client, key: id}}, clientSecret: {name: client, key: secret}, tokenUrl: "https://sso.example.org/token"}',
      ),
    ],
  },
  {
    what: 'Namespaces by their labels',
    text: [
      prometheus().replace(
        'serviceMonitorNamespaceSelector: {}',
        'serviceMonitorNamespaceSelector: {matchLabels: {kubernetes.io/metadata.name: app}}',
      ),
      at('app'),
      PODS,
      SERVICE,
      monitor('port: metrics'),
    ],
  },
  {
    what: 'two Prometheus, one of them in shards',
    text: [
      prometheus(', shards: 2, replicas: 2'),
      prometheus().replace('name: main', 'name: other'),
      PODS,
      SERVICE,
      monitor('port: metrics'),
    ],
  },
  { what: 'an agent on every node', text: [prometheus(', mode: DaemonSet', 'PrometheusAgent'), PODS, podMonitor('port: metrics')] },
  {
    what: 'policies at both ends that admit the scrape',
    text: [
      PROM,
      PODS,
      SERVICE,
      monitor('port: metrics'),
      doc(
        'networking.k8s.io/v1',
        'NetworkPolicy',
        'in',
        'spec: {podSelector: {matchLabels: {app: it}}, ingress: [{from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: mon}}}], ports: [{port: metrics}]}]}',
      ),
      doc(
        'networking.k8s.io/v1',
        'NetworkPolicy',
        'out',
        'spec: {podSelector: {}, policyTypes: [Egress], egress: [{to: [{namespaceSelector: {}}], ports: [{port: 9000, endPort: 9200}]}]}',
        'mon',
      ),
    ],
  },
  {
    what: 'rules that keep the target and name it',
    text: [
      PROM,
      PODS,
      SERVICE,
      monitor(
        'port: metrics, relabelings: [{action: keep, sourceLabels: [__meta_kubernetes_service_name], regex: i.*}, {targetLabel: cluster, replacement: one}], metricRelabelings: [{action: drop, sourceLabels: [__name__], regex: go_.*}]',
      ),
    ],
  },
];

describe.each(SET_UPS)('$what', ({ text }) => {
  const analysis = analysed([{ path: 'all.yaml', text: text.join('---\n') }]);
  it('is read', () => expect(analysis.ingested.problems).toEqual([]));
  it('works', () => {
    expect(analysis.chains.length).toBeGreaterThan(0);
    expect(analysis.chains.map((c) => [c.status, ...c.reasons])).toEqual(analysis.chains.map(() => ['ok']));
  });
  it('is quiet', () => expect(said(analysis).filter((s) => !s.startsWith('info'))).toEqual([]));
});

test('thirty ways to be right', () => expect(SET_UPS.length).toBeGreaterThanOrEqual(30));
