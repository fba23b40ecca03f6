import { isMap } from '../../objects/index.ts';
import { type Json, type JsonMap, printYaml } from '../../yaml/index.ts';
import type { FormFile } from './json6902.ts';
import type { ObjectChange } from './objects.ts';

const CHART = /^prometheus-node-exporter-\d/;
const PROXY = 'kube-rbac-proxy';

/**
 * Values for kube-prometheus-stack that put node-exporter behind the chart's own kube-rbac-proxy, or take it away again.
 * Read: prometheus-community/helm-charts@01931990, charts/prometheus-node-exporter (values.yaml, templates/daemonset.yaml,
 * templates/servicemonitor.yaml, templates/rbac-configmap.yaml). Null for any other change.
 */
export function valuesSnippet(changes: readonly ObjectChange[]): FormFile | null {
  const change = changes.find((c) => c.id.kind === 'DaemonSet' && CHART.test(labelOf(c.before, 'helm.sh/chart')));
  if (!change?.before || !change.after) return null;
  const [was, is] = [hasProxy(change.before), hasProxy(change.after)];
  if (was === is) return null;
  const monitor = is
    ? {
        scheme: 'https',
        bearerTokenFile: '/var/run/secrets/kubernetes.io/serviceaccount/token',
        tlsConfig: { insecureSkipVerify: true },
      }
    : { scheme: 'http', bearerTokenFile: null, tlsConfig: null };
  const values: JsonMap = { 'prometheus-node-exporter': { kubeRBACProxy: { enabled: is }, prometheus: { monitor } } };
  const head = [
    '# Values for kube-prometheus-stack; alone, the chart prometheus-node-exporter takes what is below its name.',
    '# Written after prometheus-community/helm-charts@01931990, charts/prometheus-node-exporter.',
    '# The chart makes its own proxy: ports and names differ from the patched manifests, the schemes do not.',
    // templates/rbac-configmap.yaml
    ...(is ? [`# That proxy reviews "get services/${change.id.name}" in its namespace: the account of Prometheus needs that right.`] : []),
  ];
  return { path: 'values.yaml', text: `${head.join('\n')}\n${printYaml(values)}` };
}

/**
 * An overlay for kube-prometheus that turns node-exporter to http. Read: prometheus-operator/kube-prometheus@0280f4dd,
 * jsonnet/kube-prometheus/components/node-exporter.libsonnet. Null for any other change.
 */
export function jsonnetOverlay(changes: readonly ObjectChange[]): FormFile | null {
  const isNode = (kind: string) => (c: ObjectChange) =>
    c.id.kind === kind && c.id.name === 'node-exporter' && labelOf(c.before, 'app.kubernetes.io/part-of') === 'kube-prometheus';
  const [pods, monitor, service] = ['DaemonSet', 'ServiceMonitor', 'Service'].map((kind) => changes.find(isNode(kind)));
  if (!pods?.before || !pods.after || !monitor?.after || !hasProxy(pods.before) || hasProxy(pods.after)) return null;
  const process = containersOf(pods.after).find((c) => c['name'] === 'node-exporter');
  const listen = listOf(process?.['args']).find((a) => typeof a === 'string' && a.startsWith('--web.listen-address='));
  const [endpoint] = listOf(mapOf(monitor.after['spec'])['endpoints']);
  if (!process || typeof listen !== 'string' || !isMap(endpoint ?? null)) return null;
  const { scheme, port } = endpoint as JsonMap;
  const lines = [
    '// Written after prometheus-operator/kube-prometheus@0280f4dd, components/node-exporter.libsonnet: (kp + import "this file").',
    '{',
    '  nodeExporter+: {',
    '    daemonset+: { spec+: { template+: { spec+: {',
    '      containers: [',
    '        c {',
    `          args: [if std.startsWith(a, '--web.listen-address=') then ${quoted(listen)} else a for a in c.args],`,
    `          ports: ${JSON.stringify(process['ports'] ?? [])},`,
    '        }',
    "        for c in super.containers if c.name == 'node-exporter'",
    '      ],',
    '    } } } },',
    ...(service?.after ? [`    service+: { spec+: { ports: ${JSON.stringify(mapOf(service.after['spec'])['ports'] ?? [])} } },`] : []),
    '    serviceMonitor+: { spec+: { endpoints: [',
    "      { [k]: e[k] for k in std.objectFields(e) if !std.member(['bearerTokenFile', 'tlsConfig'], k) }",
    `      + { scheme: ${quoted(String(scheme ?? 'http'))}, port: ${quoted(String(port ?? ''))} }`,
    '      for e in super.endpoints',
    '    ] } },',
    '  },',
    '}',
  ];
  return { path: 'node-exporter-http.libsonnet', text: `${lines.join('\n')}\n` };
}

const quoted = (text: string): string => `'${text.replace(/['\\]/g, '\\$&')}'`;
const mapOf = (value: Json | undefined): JsonMap => (isMap(value) ? value : {});
const listOf = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : []);
const labelOf = (object: JsonMap | null, key: string): string => {
  const value = mapOf(mapOf(object?.['metadata'])['labels'])[key];
  return typeof value === 'string' ? value : '';
};
const containersOf = (object: JsonMap): JsonMap[] =>
  listOf(mapOf(mapOf(mapOf(object['spec'])['template'])['spec'])['containers']).filter((c) => isMap(c));
const hasProxy = (object: JsonMap): boolean => containersOf(object).some((c) => String(c['name']).startsWith(PROXY));
