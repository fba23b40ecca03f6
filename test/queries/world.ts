import { analyze } from '../../src/engine/analyze.ts';
import { type QueryItem, type RulesView, rulesView } from '../../src/engine/queries/index.ts';

const PROMETHEUS = `apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata: {name: main, namespace: mon}
spec:
  serviceMonitorSelector: {}
  serviceMonitorNamespaceSelector: {}
  podMonitorSelector: {}
  podMonitorNamespaceSelector: {}
  ruleSelector: {}
  ruleNamespaceSelector: {}
`;

/** A Prometheus that takes everything, with more fields of its spec. */
export const prometheus = (more = '', name = 'main'): string => PROMETHEUS.replace('name: main', `name: ${name}`) + more;

/** One app `name`, its Service and its ServiceMonitor, all in namespace shop; `endpoint` and `monitor` hold more fields, flow style. */
export function app(name: string, { endpoint = '', monitor = '', image = 'node-exporter', labels = '' } = {}): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}, namespace: shop}
spec:
  selector: {matchLabels: {app: ${name}}}
  template:
    metadata: {labels: {app: ${name}, tier: web}}
    spec:
      containers:
      - {name: ${name}, image: "example.org/${image}:v1", args: ["--web.listen-address=:9100"], ports: [{name: http, containerPort: 9100}]}
---
${service(name, labels)}---
${serviceMonitor(name, { endpoint, monitor })}`;
}

export const service = (name: string, labels = ''): string => `apiVersion: v1
kind: Service
metadata: {name: ${name}, namespace: shop, labels: {app: ${name}${labels && `, ${labels}`}}}
spec: {selector: {app: ${name}}, ports: [{name: http, port: 80, targetPort: http}]}
`;

export const serviceMonitor = (name: string, { endpoint = '', monitor = '' } = {}): string => `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: {name: ${name}, namespace: shop}
spec: {selector: {matchLabels: {app: ${name}}}, endpoints: [{port: http${endpoint && `, ${endpoint}`}}]${monitor && `, ${monitor}`}}
`;

/** A PrometheusRule; rules are `alert: expr` or, with a colon in the name or a small first letter, records. */
export function rules(entries: Record<string, string>, { namespace = 'mon', labels = '', name = 'rules' } = {}): string {
  const lines = Object.entries(entries).map(
    ([key, expr]) => `    - {${/^[A-Z]/.test(key) ? 'alert' : 'record'}: "${key}", expr: ${JSON.stringify(expr)}}`,
  );
  return `apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata: {name: ${name}, namespace: ${namespace}, labels: {${labels}}}
spec:
  groups:
  - name: g
    rules:
${lines.join('\n')}
`;
}

/** A ConfigMap with one dashboard. */
export const dashboard = (json: unknown, key = 'd.json', labels = ''): string =>
  JSON.stringify({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'boards', namespace: 'mon', labels: labels ? { [labels]: '1' } : {} },
    data: { [key]: typeof json === 'string' ? json : JSON.stringify(json) },
  });

export const analysisOf = (...docs: string[]) =>
  analyze([{ path: 'all.yaml', text: docs.join('\n---\n') }], { defaultNamespace: 'default' });
export const viewOf = (...docs: string[]): RulesView => rulesView(analysisOf(...docs));

const short = (chain: string): string => chain.replace(/^ServiceMonitor\/shop\/|#0$/g, '').replace(/#0$/, '');

/** `fed a b`, `no-chain job="x"`, `always job="x"`, `unknown a?` */
export function picture(item: QueryItem): string {
  const blockers = item.blockers.map((b) => `${b.matcher.label}${b.matcher.op}"${b.matcher.value}"`);
  const chains = item.verdict === 'unknown' ? item.maybe.map((c) => `${short(c)}?`) : item.chains.map(short);
  return [item.verdict, ...chains.sort(), ...(item.verdict === 'fed' ? [] : blockers), ...item.open.map((d) => `(${d.code})`)].join(' ');
}

/** What one alert with this expression is told. */
export function ask(expr: string, ...docs: string[]): string {
  const item = viewOf(...docs, rules({ Asked: expr }, { name: 'asked' })).items.find((i) => i.name === 'Asked');
  return item ? picture(item) : 'nothing';
}
