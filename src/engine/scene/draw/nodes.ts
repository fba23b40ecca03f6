import type { Listener } from '../../listen/index.ts';
import type { Container, MonitorEndpoint, ServicePort } from '../../objects/index.ts';
import type { At } from '../../yaml/index.ts';
import type { SceneNode } from '../types.ts';
import { type Canvas, kindOf, nameOf, namespaceOf, originOf, putNode, putRow, type Spot } from './canvas.ts';

const under = (at: At, ...path: (string | number)[]): At => ({ ...at, path: [...at.path, ...path] });

/** The custom resource, with the pods the operator makes from it as a row. */
export function prometheusNode(c: Canvas, id: string): SceneNode {
  const object = c.cluster.prometheuses.find((p) => p.id === id);
  const node = putNode(c, {
    id,
    role: 'prometheus',
    kind: kindOf(id),
    title: nameOf(id),
    subtitle: namespaceOf(id),
    object: id,
    at: object?.at([]) ?? null,
  });
  const pods = object && c.cluster.podsOf(object);
  if (pods && !node.rows.some((r) => r.code === 'row.operator-pods'))
    putRow(node, { key: 'pods', text: pods.kind, detail: pods.name, code: 'row.operator-pods', at: object.at([]) });
  return node;
}

/** One endpoint of a monitor: the fields that decide how it is scraped. */
export function endpointNode(c: Canvas): SceneNode {
  const { chain } = c;
  const there = c.nodes.get(chain.id);
  if (there) return there;
  const index = chain.index === null ? '' : `[${chain.index}]`;
  const node = putNode(c, {
    id: chain.id,
    role: 'endpoint',
    kind: `${kindOf(chain.monitor)}${index}`,
    title: nameOf(chain.monitor),
    subtitle: namespaceOf(chain.monitor),
    object: chain.monitor,
    at: chain.at,
  });
  const monitor = c.cluster.objects.get(chain.monitor);
  const endpoints = monitor && 'endpoints' in monitor ? monitor.endpoints : [];
  const endpoint = endpoints.find((e) => e.index === chain.index);
  if (endpoint) endpointRows(node, endpoint);
  return node;
}

/** Addresses drawn as rows; the others are reached from the head. */
const MOST_ADDRESSES = 8;

function endpointRows(node: SceneNode, e: MonitorEndpoint): void {
  const at = (field: string): At => under(e.at, field);
  const field = (name: string, value: string) => putRow(node, { key: name, text: `${name}: ${value}`, at: at(name) });
  for (const asked of e.asks.slice(0, MOST_ADDRESSES)) putRow(node, { key: asked.text, text: asked.text, at: asked.at });
  if (e.by !== 'labels' && e.by !== 'address') putRow(node, { key: e.by, text: `${e.by}SDConfigs`, at: e.at });
  if (e.port !== null) field('port', e.port);
  else if (e.portNumber !== null) field('portNumber', String(e.portNumber));
  else if (e.targetPort !== null) field('targetPort', String(e.targetPort));
  const scheme = e.scheme === 'http' || e.scheme === 'https' ? e.scheme : null;
  putRow(node, { key: 'scheme', text: scheme ? 'scheme:' : `scheme: ${e.scheme}`, scheme, at: e.schemeGiven ? at('scheme') : e.at });
  if (e.metricsPath !== '/metrics') field('path', e.metricsPath);
  if (e.tls) {
    const { insecureSkipVerify, serverName, caFile } = e.tls;
    const detail = insecureSkipVerify ? 'insecureSkipVerify' : serverName ? `serverName: ${serverName}` : caFile ? 'caFile' : '';
    putRow(node, { key: 'tlsConfig', text: 'tlsConfig', detail, at: at('tlsConfig') });
  }
  if (e.bearerTokenFile !== null) putRow(node, { key: 'bearerTokenFile', text: 'bearerTokenFile', at: at('bearerTokenFile') });
  for (const auth of e.auth) putRow(node, { key: auth, text: auth, at: at(auth) });
}

/** The row of the endpoint that picks the port, or names the address; the head where none does. */
export function pickRow(c: Canvas, address?: string): Spot {
  const node = endpointNode(c);
  const named = node.rows.find((r) => address !== undefined && r.id === `${node.id}|${address}`);
  if (named) return { node: node.id, row: named.id };
  const row = ['port', 'portNumber', 'targetPort'].map((f) => `${node.id}|${f}`).find((id) => node.rows.some((r) => r.id === id));
  return { node: node.id, row: row ?? null };
}

/** A Service with one row a port; who makes it decides how it is drawn. */
export function serviceNode(c: Canvas, id: string): SceneNode {
  const there = c.nodes.get(id);
  if (there) return there;
  const found = c.cluster.servicesIn(namespaceOf(id)).find((s) => s.service.id === id);
  const node = putNode(c, {
    id,
    role: 'service',
    kind: 'Service',
    title: nameOf(id),
    subtitle: namespaceOf(id),
    object: id,
    at: found?.service.at([]) ?? null,
    origin: originOf(found?.providedBy ?? null),
  });
  for (const p of found?.service.ports ?? []) {
    const at = p.index >= 0 ? (found?.service.at(['spec', 'ports', p.index]) ?? null) : null;
    putRow(node, { key: servicePortKey(p), text: p.name || String(p.port ?? ''), detail: servicePortDetail(p), at });
  }
  return node;
}

/** A port by what stays when it is renamed. */
const servicePortKey = (p: ServicePort): string => `${p.port ?? p.index}/${p.protocol}`;
function servicePortDetail(p: ServicePort): string {
  const own = p.name === '' ? '' : `${p.port ?? ''}`;
  const protocol = p.protocol === 'TCP' ? '' : `/${p.protocol}`;
  return `${own}${protocol} → ${p.targetPort ?? p.port ?? ''}`.trim();
}

/** The row of a Service port given as `End.port` gives it: its name, or its number. */
export function servicePortRow(c: Canvas, id: string, port: string): Spot | null {
  const node = serviceNode(c, id);
  const found = c.cluster.servicesIn(namespaceOf(id)).find((s) => s.service.id === id);
  const match = found?.service.ports.find((p) => (p.name || String(p.port ?? p.index)) === port);
  return match ? { node: node.id, row: `${node.id}|${servicePortKey(match)}` } : null;
}

/** The pods of a workload, with a node inside for each container that runs. */
export function podNode(c: Canvas, id: string): SceneNode {
  const there = c.nodes.get(id);
  if (there) return there;
  const w = c.cluster.workloadsIn(namespaceOf(id)).find((x) => x.id === id);
  const node = putNode(c, {
    id,
    role: 'pod',
    kind: kindOf(id),
    title: nameOf(id),
    subtitle: namespaceOf(id),
    object: w?.generatedBy ?? id,
    at: w?.pod.at ?? null,
    origin: w?.generatedBy ? 'operator' : 'input',
  });
  if (!w) return node;
  if (w.pod.hostNetwork) putRow(node, { key: 'hostNetwork', text: 'hostNetwork: true', at: under(w.pod.at, 'hostNetwork') });
  const account = w.pod.serviceAccountName;
  // What the operator makes runs as the custom resource says, and `default` says nothing.
  if (account !== 'default' && account !== '' && w.generatedBy === null)
    putRow(node, { key: 'serviceAccount', text: 'serviceAccount', detail: account, at: under(w.pod.at, 'serviceAccountName') });
  for (const container of w.pod.containers) if (!container.init || container.sidecar) containerNode(c, node, container);
  return node;
}

const containerId = (workload: string, container: string): string => `${workload}/c/${container}`;

function containerNode(c: Canvas, pod: SceneNode, container: Container): void {
  const node = putNode(c, {
    id: containerId(pod.id, container.name),
    role: 'container',
    kind: 'container',
    title: container.name,
    object: pod.object,
    at: container.at,
    parent: pod.id,
    origin: pod.origin,
  });
  for (const p of container.ports) {
    const protocol = p.protocol === 'TCP' ? '' : `/${p.protocol}`;
    const host = p.hostPort === null ? '' : ` hostPort ${p.hostPort}`;
    const number = p.name === null ? '' : String(p.containerPort);
    putRow(node, {
      key: `${p.containerPort}/${p.protocol}`,
      text: p.name ?? String(p.containerPort),
      detail: `${number}${protocol}${host}`.trim(),
      at: p.at,
    });
  }
}

/** The row of a pod port: in the container that declares it, else on the pod as an undeclared number. */
export function podPortRow(c: Canvas, workload: string, port: string, container?: string): Spot {
  const pod = podNode(c, workload);
  const wanted = `${port}/TCP`;
  for (const node of c.nodes.values()) {
    if (node.parent !== pod.id || node.role !== 'container' || (container !== undefined && node.title !== container)) continue;
    const row = node.rows.find((r) => r.id === `${node.id}|${wanted}` || r.id.startsWith(`${node.id}|${port}/`));
    if (row) return { node: node.id, row: row.id };
  }
  return putRow(pod, { key: `port:${port}`, text: port, code: 'row.undeclared', at: pod.at });
}

/** A process by its container; each port it listens on is a row. */
export function processNode(c: Canvas, workload: string, container: string, column: 'listener' | 'upstream', at: At | null): SceneNode {
  const pod = podNode(c, workload);
  return putNode(c, {
    id: `${workload}/p/${container}`,
    role: column,
    kind: 'process',
    title: container,
    object: pod.object,
    at,
    parent: pod.id,
    origin: pod.origin,
  });
}

/** An address outside the input: nobody here can say who answers. */
export const addressNode = (c: Canvas, address: string, at: At | null): SceneNode =>
  putNode(c, {
    id: `address ${address}`,
    role: 'pod',
    kind: 'address',
    title: address,
    origin: 'outside',
    object: null,
    at,
    state: 'unknown',
  });

export function listenerRow(node: SceneNode, l: Listener, clash: boolean): Spot {
  return putRow(node, {
    key: `${l.port}/${l.protocol}`,
    text: `${l.host}:${l.port}`,
    scheme: l.serves,
    at: l.at,
    ...(clash
      ? { state: 'broken' as const, code: 'row.clash' }
      : l.serves === null
        ? { state: 'unknown' as const, code: 'row.scheme-unknown' }
        : {}),
  });
}
