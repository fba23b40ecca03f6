import type { Link, LinkKind } from '../../chain/index.ts';
import { type Canvas, head, listenerAt, putEdge, putRow, type Spot } from './canvas.ts';
import { drawPolicy, drawRights } from './guards.ts';
import { missingNode, missingRow } from './missing.ts';
import {
  addressNode,
  endpointNode,
  listenerRow,
  pickRow,
  podNode,
  podPortRow,
  processNode,
  prometheusNode,
  serviceNode,
  servicePortRow,
} from './nodes.ts';

type Draw = (c: Canvas, link: Link) => void;

/** One place per join: how it is drawn. Links come in the order in which the chain is followed. */
export const DRAW: Readonly<Record<LinkKind, Draw>> = {
  'prometheus-monitor': drawSelection,
  'monitor-service': drawMonitorService,
  'monitor-pods': drawMonitorPods,
  'endpoint-port': drawEndpointPort,
  'service-pods': drawServicePods,
  'target-port': drawTargetPort,
  'pod-port': drawPodPort,
  listener: drawListener,
  upstream: drawUpstream,
  policy: drawPolicy,
  'discovery-rights': drawRights,
  'proxy-rights': drawRights,
  'scrape-rights': drawRights,
};

/** The selector stands on the Prometheus as a row; the edge leaves from it. */
function drawSelection(c: Canvas, link: Link): void {
  const node = prometheusNode(c, link.from.object);
  const [field = link.label, ...rest] = link.label.split(': ');
  const row = putRow(node, { key: field, text: field, detail: rest.join(': '), at: link.from.at, state: link.state });
  putEdge(c, link, row, head(endpointNode(c)));
}

function drawMonitorService(c: Canvas, link: Link): void {
  const to = link.to.object === '' ? missingNode(c, link, 'service', 'Service', c.chain.nearMisses) : serviceNode(c, link.to.object);
  putEdge(c, link, head(endpointNode(c)), head(to));
}

function drawMonitorPods(c: Canvas, link: Link): void {
  const to = link.to.object === '' ? missingNode(c, link, 'pod', 'Pod', c.chain.nearMisses) : podNode(c, link.to.object);
  putEdge(c, link, head(endpointNode(c)), head(to));
}

function drawEndpointPort(c: Canvas, link: Link): void {
  const { object, port } = link.to;
  const from = pickRow(c, link.from.port);
  if (object === '' && link.state === 'ok') {
    putEdge(c, link, from, head(addressNode(c, port ?? link.label, link.to.at)));
    return;
  }
  if (object === '') {
    putEdge(c, link, from, head(missingNode(c, link, 'service', 'Service')));
    return;
  }
  const node = serviceNode(c, object);
  const row = port === undefined ? null : servicePortRow(c, object, port);
  putEdge(c, link, from, row ?? (link.state === 'ok' ? head(node) : missingRow(node, link)));
}

function drawServicePods(c: Canvas, link: Link): void {
  const from = head(serviceNode(c, link.from.object));
  const to = link.to.object === '' ? missingNode(c, link, 'pod', 'Pod', c.chain.nearMisses) : podNode(c, link.to.object);
  putEdge(c, link, from, head(to));
}

function drawTargetPort(c: Canvas, link: Link): void {
  const service = serviceNode(c, link.from.object);
  const from = (link.from.port === undefined ? null : servicePortRow(c, link.from.object, link.from.port)) ?? head(service);
  putEdge(c, link, from, portSpot(c, link));
}

function drawPodPort(c: Canvas, link: Link): void {
  putEdge(c, link, pickRow(c), portSpot(c, link));
}

function portSpot(c: Canvas, link: Link): Spot {
  const { object, port, container } = link.to;
  return port === undefined ? missingRow(podNode(c, object), link) : podPortRow(c, object, port, container);
}

/** Where two processes want the port, both are drawn and both are marked. */
function drawListener(c: Canvas, link: Link): void {
  const { object, port = '', container } = link.from;
  const from = podPortRow(c, object, port, container);
  const conflict = c.chain.targets.find((t) => t.workload === object && t.conflict && String(t.number) === port)?.conflict;
  if (conflict) {
    for (const l of [conflict.first, conflict.second])
      putEdge(c, link, from, listenerRow(processNode(c, object, l.container, 'listener', l.at), l, true));
    return;
  }
  putEdge(c, link, from, answering(c, link, port));
}

function answering(c: Canvas, link: Link, port: string): Spot {
  const { object } = link.from;
  const process = listenerAt(c, link.to);
  if (process) return listenerRow(processNode(c, object, process.container, 'listener', process.at), process, false);
  const missing = missingNode(c, { ...link, facts: [] }, 'listener', 'process');
  missing.parent = object;
  return putRow(missing, { key: port, text: `:${port}`, state: link.state, code: 'row.listener-unknown' });
}

function drawUpstream(c: Canvas, link: Link): void {
  const { object } = link.from;
  const proxy = listenerAt(c, link.from);
  if (!proxy) return;
  const from = listenerRow(processNode(c, object, proxy.container, 'listener', proxy.at), proxy, false);
  putEdge(c, link, from, behind(c, link));
}

function behind(c: Canvas, link: Link): Spot {
  const { object } = link.from;
  const next = listenerAt(c, link.to);
  if (next) return listenerRow(processNode(c, object, next.container, 'upstream', next.at), next, false);
  const { container, port = '', at } = link.to;
  if (link.to.object !== '' && container !== undefined) {
    const node = processNode(c, object, container, 'upstream', at);
    return putRow(node, { key: `${port}/TCP`, text: `:${port}`, state: 'unknown', code: 'row.upstream-assumed' });
  }
  const missing = missingNode(c, link, 'upstream', 'process');
  missing.parent = object;
  return head(missing);
}
