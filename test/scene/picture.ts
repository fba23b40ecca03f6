import { SAMPLES, type Sample } from '../../src/app/samples/index.ts';
import { type Analysis, analyze } from '../../src/engine/analyze.ts';
import type { Chain } from '../../src/engine/chain/index.ts';
import { chainScene, type Scene, type SceneEdge } from '../../src/engine/scene/index.ts';

export const analysed = (yaml: string): Analysis => analyze([{ path: 'all.yaml', text: yaml }], { defaultNamespace: 'default' });

export const sampled = (id: Sample['id']): Analysis =>
  analyze(SAMPLES.find((s) => s.id === id)?.files ?? [], { defaultNamespace: 'default' });

export function chainOf(analysis: Analysis, part = ''): Chain {
  const found = analysis.chains.find((c) => c.id.includes(part));
  if (!found) throw new Error(`no chain ${part}`);
  return found;
}
export const sceneOf = (analysis: Analysis, part = ''): Scene => chainScene(analysis, chainOf(analysis, part));

/** `Service web[http] -targetPort: http-> container main[http]`, one line an edge; the state where it is not ok. */
export function picture(scene: Scene, kind: SceneEdge['kind'] = 'chain'): string[] {
  const end = ({ node: id, row }: SceneEdge['from']): string => {
    const node = scene.nodes.find((n) => n.id === id);
    const text = node?.rows.find((r) => r.id === row)?.text;
    return `${node?.origin === 'missing' ? '?' : ''}${`${node?.kind} ${node?.title}`.trim()}${text === undefined ? '' : `[${text}]`}`;
  };
  return scene.edges
    .filter((e) => e.kind === kind)
    .map((e) => `${end(e.from)} -${[e.label, e.scheme, e.state === 'ok' ? '' : e.state].filter(Boolean).join(' ')}-> ${end(e.to)}`);
}

/** A Prometheus that takes up everything, and an app with one Service, Deployment and ServiceMonitor. */
export const prometheus = `
apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata: { name: main, namespace: mon }
spec: { serviceMonitorSelector: {}, serviceMonitorNamespaceSelector: {}, podMonitorSelector: {}, podMonitorNamespaceSelector: {} }
`;
export const service = (name: string, labels = `app: ${name}`, ports = '[{ name: http, port: 80, targetPort: web }]'): string => `
apiVersion: v1
kind: Service
metadata: { name: ${name}, namespace: shop, labels: { ${labels} } }
spec: { selector: { ${labels} }, ports: ${ports} }
`;
export const deployment = (name: string, labels = `app: ${name}`): string => `
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: shop }
spec:
  selector: { matchLabels: { ${labels} } }
  template:
    metadata: { labels: { ${labels} } }
    spec: { containers: [{ name: main, image: example/unheard-of, ports: [{ name: web, containerPort: 8080 }] }] }
`;
export const monitor = (name: string, labels = `app: ${name}`, endpoint = 'port: http'): string => `
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: ${name}, namespace: shop }
spec: { selector: { matchLabels: { ${labels} } }, endpoints: [{ ${endpoint} }] }
`;
export const yaml = (...parts: string[]): string => parts.join('---\n');
