import type { Link } from '../../chain/index.ts';
import type { RightsVerdict } from '../../reach/index.ts';
import type { SceneNode } from '../types.ts';
import { type Canvas, head, kindOf, nameOf, namespaceOf, putEdge, putNode, putRow, type Spot } from './canvas.ts';
import { podNode, podPortRow, prometheusNode, serviceNode } from './nodes.ts';

/** A NetworkPolicy under the pods it selects: one row a direction, tied to the port it judges. */
export function drawPolicy(c: Canvas, link: Link): void {
  const judged = judgedBy(c, link);
  if (!judged) return;
  const { guarded, spot } = judged;
  const id = link.from.object;
  const node = putNode(c, {
    id: `${id} ${guarded.id}`,
    role: 'policy',
    kind: 'NetworkPolicy',
    title: nameOf(id),
    subtitle: namespaceOf(id),
    object: id,
    at: c.cluster.objects.get(id)?.at([]) ?? link.from.at,
    state: link.state,
    guards: guarded.id,
  });
  const fact = link.facts[0];
  const row = putRow(node, {
    key: `${link.label} ${link.to.port ?? ''}`,
    text: link.label,
    detail: fact?.right?.value ?? link.to.port ?? '',
    at: fact?.left?.at ?? link.from.at,
    state: link.state,
  });
  putEdge(c, link, row, spot, { kind: 'guard' });
}

function judgedBy(c: Canvas, link: Link): { guarded: SceneNode; spot: Spot } | null {
  const { object, port } = link.to;
  if (kindOf(object) === 'Prometheus' || kindOf(object) === 'PrometheusAgent') {
    const node = prometheusNode(c, object);
    return { guarded: node, spot: head(node) };
  }
  if (kindOf(object) === 'Service') {
    const node = serviceNode(c, object);
    return { guarded: node, spot: head(node) };
  }
  if (object === '') return null;
  return { guarded: podNode(c, object), spot: port === undefined ? head(podNode(c, object)) : podPortRow(c, object, port) };
}

/** Roles that grant what is asked, tied through the service account to who needs it. */
export function drawRights(c: Canvas, link: Link): void {
  const verdict = verdictOf(c, link);
  const needs =
    kindOf(link.to.object).startsWith('Prometheus') && link.kind !== 'proxy-rights'
      ? prometheusNode(c, link.to.object)
      : podNode(c, link.to.object);
  const account = accountNode(c, link, needs);
  const roles = [...new Set((verdict?.facts ?? []).flatMap((f) => (f.role === null ? [] : [f.role])))];
  for (const role of roles) {
    const node = putNode(c, {
      id: `${role} ${account.id}`,
      role: 'rbac',
      kind: kindOf(role),
      title: nameOf(role),
      subtitle: namespaceOf(role),
      object: role,
      at: c.cluster.objects.get(role)?.at([]) ?? null,
      origin: c.cluster.objects.has(role) ? 'input' : 'missing',
      guards: account.id,
    });
    const fact = verdict?.facts.find((f) => f.role === role);
    const row = putRow(node, { key: link.kind, text: link.label, at: fact?.at ?? null });
    const bound = c.cluster.objects.get(fact?.binding ?? '');
    if (bound) putRow(node, { key: bound.id, text: bound.kind, detail: bound.name, at: bound.at([]) });
    putEdge(c, { ...link, state: 'ok' }, row, head(account), { kind: 'guard' });
  }
  if (link.state !== 'ok') {
    const lacking = (verdict?.facts ?? []).filter((f) => !f.granted);
    const node = putNode(c, {
      id: `missing ${link.kind} ${account.id}`,
      role: 'missing',
      kind: 'RBAC',
      title: '',
      origin: 'missing',
      state: link.state,
      guards: account.id,
    });
    for (const f of lacking)
      putRow(node, {
        key: `${f.verb} ${f.resource} ${f.url ?? ''} ${f.namespace ?? ''}`,
        text: `${f.verb} ${f.url ?? f.resource}`,
        detail: f.namespace ?? '',
        state: link.state,
      });
    putEdge(c, link, head(node), head(account), { kind: 'guard' });
  }
  putEdge(c, link, head(account), head(needs), { kind: 'guard' });
}

function accountNode(c: Canvas, link: Link, needs: SceneNode): SceneNode {
  const namespace = namespaceOf(needs.id);
  const named =
    link.kind === 'proxy-rights'
      ? c.cluster.workloadsIn(namespace).find((w) => w.id === needs.id)?.pod.serviceAccountName
      : c.cluster.prometheuses.find((p) => p.id === needs.id)?.serviceAccountName;
  const name = named || 'default';
  const id = `ServiceAccount/${namespace}/${name}`;
  const object = c.cluster.objects.get(id);
  return putNode(c, {
    id: `${id} ${needs.id}`,
    role: 'service-account',
    kind: 'ServiceAccount',
    title: name,
    subtitle: namespace,
    object: id,
    at: object?.at([]) ?? null,
    origin: object ? 'input' : name === 'default' ? 'cluster' : 'missing',
    guards: needs.id,
  });
}

function verdictOf(c: Canvas, link: Link): RightsVerdict | null {
  const { discovery, rights } = c.chain;
  const id = link.to.object;
  switch (link.kind) {
    case 'discovery-rights':
      return discovery.find((d) => d.prometheus === id)?.verdict ?? null;
    case 'scrape-rights':
      return rights.scrape.find((r) => r.prometheus === id)?.verdict ?? null;
    default:
      return rights.proxy.find((r) => r.workload === id)?.verdict ?? null;
  }
}
