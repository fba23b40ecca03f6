import { describe, expect, it } from 'vitest';
import type { SourceFile } from '../../src/engine/ingest/index.ts';
import { applyGoals, type Goal, previewGoals } from '../../src/engine/patch/index.ts';
import { edit, SHOP } from '../fixtures/shop.ts';
import { goalOf, other, run } from './cases.ts';

const CART = 'ServiceMonitor/shop/cart#0';
const IMAGE = 'image: example.org/node-exporter:v1\n        args: ["--web.listen-address=:8080"]';
const shop = (...changes: [string, string][]): SourceFile[] => [{ path: 'all.yaml', text: edit(SHOP, ...changes) }];
const program = (lines: string): SourceFile[] => shop([IMAGE, lines]);
const PROBED: [string, string] = [
  '        ports:\n',
  '        livenessProbe: {httpGet: {port: metrics, path: /healthz}}\n        ports:\n',
];

const GRAFANA = program('image: grafana/grafana:11.0.0\n        env:\n        - {name: GF_SERVER_HTTP_PORT, value: "8080"}');
const OPERATOR = program('image: quay.io/prometheus-operator/prometheus-operator:v0.80.0\n        args: ["--web.listen-address=:8080"]');
const MANAGER = shop(
  [IMAGE, 'image: example.org/manager:v1\n        args: ["--metrics-bind-address=:8080", "--metrics-secure"]'],
  ['- port: http-metrics', '- port: http-metrics\n    scheme: https\n    tlsConfig: {insecureSkipVerify: true}'],
);
const SCAFFOLD = shop(
  [IMAGE, 'image: example.org/manager:v1\n        args: ["--metrics-bind-address=:8080"]'],
  [
    '- port: http-metrics',
    '- port: http-metrics\n    scheme: https\n    tlsConfig: {insecureSkipVerify: true}\n    bearerTokenFile: /var/run/secrets/kubernetes.io/serviceaccount/token',
  ],
);
const EXPORTER = shop(PROBED);
const ALERTS = (name: string, kind: string, port: string): SourceFile[] => [
  {
    path: 'all.yaml',
    text: `apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata:
  name: main
  namespace: mon
spec:
  serviceAccountName: scraper
  serviceMonitorSelector: {}
  alerting:
    alertmanagers:
    - name: alerts
      namespace: mon
      port: web
---
apiVersion: monitoring.coreos.com/v1
kind: ${kind}
metadata:
  name: ${name}
  namespace: mon
spec:
  replicas: 1
  serviceAccountName: server
---
apiVersion: v1
kind: Service
metadata:
  name: alerts
  namespace: mon
  labels:
    app: alerts
spec:
  selector:
    ${kind.toLowerCase()}: ${name}
  ports:
  - name: web
    port: ${port}
    targetPort: web
---
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata:
  name: alerts
  namespace: mon
spec:
  selector:
    matchLabels:
      app: alerts
  endpoints:
  - port: web
`,
  },
];
const MAIN = ALERTS('main', 'Alertmanager', '9093');
const ALERT_CHAIN = 'ServiceMonitor/mon/alerts#0';

const written = (files: readonly SourceFile[], goal: Goal) => {
  const preview = previewGoals(files, [goal], run);
  const lines = (kind: 'added' | 'removed') =>
    preview.changes.flatMap((c) => c.hunks.flatMap((h) => h.lines.filter((l) => l.kind === kind).map((l) => l.text.trim())));
  return { preview, added: lines('added'), removed: lines('removed') };
};

describe('a process that speaks TLS itself', () => {
  it.each<[what: string, files: SourceFile[], goal: Goal, strategy: string, added: string[], told: string[]]>([
    [
      'grafana',
      GRAFANA,
      goalOf(CART, 'https'),
      'grafana-protocol',
      ['- name: GF_SERVER_PROTOCOL', 'value: https', 'secretName: cart-tls', 'scheme: https'],
      ['secret-needed', 'users-too'],
    ],
    [
      'prometheus-operator',
      OPERATOR,
      goalOf(CART, 'https', { strategy: 'tls-flag', secret: 'mine' }),
      'tls-flag',
      ['secretName: mine'],
      ['secret-needed'],
    ],
    [
      'a manager',
      MANAGER,
      goalOf(CART, 'http'),
      'tls-flag',
      ['args: ["--metrics-bind-address=:8080", "--metrics-secure=false"]', 'scheme: http'],
      ['open-on-pods'],
    ],
    [
      'a manager of the scaffold',
      SCAFFOLD,
      goalOf(CART, 'http'),
      'tls-flag',
      ['args: ["--metrics-bind-address=:8080", "--metrics-secure=false"]'],
      ['flag-assumed', 'token-not-sent'],
    ],
    [
      'an exporter',
      EXPORTER,
      goalOf(CART, 'https', { strategy: 'web-config' }),
      'web-config',
      ['livenessProbe: {httpGet: {port: metrics, path: /healthz, scheme: HTTPS}}', 'kind: ConfigMap', 'tls_server_config:'],
      ['secret-needed', 'no-token-asked', 'flag-of-release'],
    ],
    [
      'an Alertmanager',
      MAIN,
      goalOf(ALERT_CHAIN, 'https', { strategy: 'web-tls' }),
      'web-tls',
      ['tlsConfig:', 'scheme: https', 'name: alertmanager-main-tls'],
      ['secret-needed', 'users-too'],
    ],
    [
      'an Alertmanager behind a sidecar',
      MAIN,
      goalOf(ALERT_CHAIN, 'https'),
      'operator-sidecar',
      ['- name: kube-rbac-proxy', '- --upstream=http://127.0.0.1:9093/', '- name: https', 'kind: ClusterRole'],
      ['plain-stays', 'own-certificate'],
    ],
    [
      'a Prometheus',
      ALERTS('main', 'Prometheus', '9090').map((f) => ({
        ...f,
        text: f.text
          .replace(/alerting:[\s\S]*?port: web\n---/, 'replicas: 1\n---')
          .replace(
            /---\napiVersion: monitoring.coreos.com\/v1\nkind: Prometheus\nmetadata:\n {2}name: main\n {2}namespace: mon\nspec:\n {2}replicas: 1\n {2}serviceAccountName: server\n/,
            '',
          ),
      })),
      goalOf(ALERT_CHAIN, 'https', { strategy: 'web-tls' }),
      'web-tls',
      ['web:', 'tlsConfig:'],
      ['secret-needed'],
    ],
  ])('%s', (_what, files, goal, strategy, added, told) => {
    const { preview, added: lines } = written(files, goal);
    expect([preview.refusals, preview.strategies]).toEqual([[null], [strategy]]);
    for (const line of added) expect(lines).toContain(line);
    for (const code of told) expect(preview.consequences.map((c) => c.code)).toContain(code);
    const scheme = goal.goal as 'http' | 'https';
    expect(preview.after.map((c) => [c.status, c.scheme, c.targets.map((t) => t.serves)])).toEqual([['ok', scheme, [scheme]]]);
    expect(preview.newFindings.filter((f) => f.severity === 'error')).toEqual([]);
    // And back, from the texts alone.
    const files2 = applyGoals(files, [goal], run).map(({ path, text }) => ({ path, text }));
    const back = previewGoals(files2, [goalOf(goal.chain, other(scheme))], run);
    expect(back.refusals).toEqual([null]);
    expect(back.after.map((c) => [c.status, c.scheme])).toEqual([['ok', other(scheme)]]);
  });

  it('spec.web.tlsConfig reaches the alerts that Prometheus sends, and goes without a trace', () => {
    const goal = goalOf(ALERT_CHAIN, 'https', { strategy: 'web-tls' });
    const { added } = written(MAIN, goal);
    expect(added.filter((l) => l === 'scheme: https')).toHaveLength(2);
    const there = applyGoals(MAIN, [goal], run);
    const { preview, removed } = written(there, goalOf(ALERT_CHAIN, 'http'));
    expect(preview.strategies).toEqual(['web-tls']);
    expect(removed).toEqual(expect.arrayContaining(['web:', 'tlsConfig:', 'insecureSkipVerify: true']));
  });

  it('prints the command that makes the Secret, and makes no key', () => {
    const { preview, added } = written(GRAFANA, goalOf(CART, 'https', { secret: 'grafana-cert' }));
    const command = preview.consequences.find((c) => c.code === 'secret-needed')?.params['command'];
    expect(command).toBe('kubectl -n shop create secret tls grafana-cert --cert=tls.crt --key=tls.key');
    expect(added.join('\n')).not.toMatch(/kind: Secret|BEGIN/);
  });

  it('a web configuration with passwords is not taken away', () => {
    const guarded = shop(
      [
        IMAGE,
        'image: example.org/node-exporter:v1\n        args: ["--web.listen-address=:8080", "--web.config.file=/w/web.yml"]\n        volumeMounts: [{name: w, mountPath: /w}]',
      ],
      ['      containers:\n', '      volumes: [{name: w, configMap: {name: w}}]\n      containers:\n'],
      [
        '- port: http-metrics\n',
        '- port: http-metrics\n    scheme: https\n    tlsConfig: {insecureSkipVerify: true}\n    basicAuth: {username: {name: a, key: b}, password: {name: a, key: c}}\n---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: w, namespace: shop}\ndata: {web.yml: "tls_server_config: {cert_file: a, key_file: b}\\nbasic_auth_users: {u: p}"}\n',
      ],
    );
    expect(previewGoals(guarded, [goalOf(CART, 'http')], run).refusals.map((r) => r?.code)).toEqual(['web-config-passwords']);
  });
});
