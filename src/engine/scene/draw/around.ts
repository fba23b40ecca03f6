import type { Client, Reference } from '../../chain/index.ts';
import type { SceneNode } from '../types.ts';
import { type Canvas, head, kindOf, nameOf, namespaceOf, putNode, putRow, type Spot } from './canvas.ts';
import { endpointNode, podNode, podPortRow } from './nodes.ts';

/** What stands around a chain without being on its way. */
export interface Surroundings {
  clients: readonly Client[];
  references: readonly Reference[];
}
export const NOTHING_AROUND: Surroundings = { clients: [], references: [] };

/** More than this under one box would be the picture; the rest is counted. */
const MOST = 3;
/** Calls from inside the pod and by the kubelet stand in the pod already, other monitors have pictures of their own. */
const TOLD_ELSEWHERE = new Set<Client['kind']>(['neighbour', 'probe', 'monitor', 'unread']);

/** Callers under the pods they call, Secrets and ConfigMaps under what reads them: each object once, a row for each use. */
export function drawAround(c: Canvas, { clients, references }: Surroundings): void {
  drawReferences(c, references);
  const [first] = c.chain.targets.flatMap(({ workload, number }) => (workload !== null && number !== null ? [{ workload, number }] : []));
  const outside = clients.filter((client) => !TOLD_ELSEWHERE.has(client.kind));
  if (!first || !c.nodes.has(first.workload) || outside.length === 0) return;
  const pod = podNode(c, first.workload);
  const port = podPortRow(c, first.workload, String(first.number));
  // Who is in the picture already says there what else it does.
  const drawn = outside.filter((client) => c.nodes.has(client.object) && client.object !== pod.id);
  for (const { object, by, port: number, at } of drawn) {
    const node = c.nodes.get(object);
    if (node) putRow(node, { key: `uses ${by} ${number}`, text: by, detail: number, at });
  }
  const others = outside.filter((client) => !drawn.includes(client));
  for (const [object, uses] of byObject(c, pod, others, 'clients')) {
    const node = putNode(c, {
      id: `${object} calls ${pod.id}`,
      role: 'client',
      kind: kindOf(object),
      title: nameOf(object),
      subtitle: namespaceOf(object),
      object,
      at: c.cluster.objects.get(object)?.at([]) ?? uses[0]?.at ?? null,
      guards: pod.id,
    });
    for (const use of uses) {
      const state = use.agreement === 'mismatch' ? 'broken' : use.agreement === 'ok' ? 'ok' : 'unknown';
      const scheme = use.scheme === 'http' || use.scheme === 'https' ? use.scheme : null;
      // What is only not known is no reason to look twice at a chain that is well.
      putRow(node, {
        key: `${use.by} ${use.port}`,
        text: use.by,
        detail: use.port,
        scheme,
        at: use.at,
        state: state === 'broken' ? state : 'ok',
      });
    }
    tie(c, head(node), port);
  }
}

function drawReferences(c: Canvas, references: readonly Reference[]): void {
  for (const holder of new Set(references.map((r) => r.holder))) {
    const box = holder === c.chain.monitor ? endpointNode(c) : c.nodes.has(holder) ? podNode(c, holder) : null;
    if (!box) continue;
    for (const [object, uses] of byObject(
      c,
      box,
      references.filter((r) => r.holder === holder),
      'references',
    )) {
      const absent = uses.every((r) => r.state === 'absent');
      const node = putNode(c, {
        id: `${object} ${box.id}`,
        role: 'reference',
        kind: kindOf(object),
        title: nameOf(object),
        subtitle: namespaceOf(object),
        origin: absent ? 'absent' : 'input',
        object,
        at: c.cluster.objects.get(object)?.at([]) ?? uses[0]?.at ?? null,
        guards: box.id,
      });
      for (const r of uses)
        putRow(node, {
          key: `${r.by} ${r.key}`,
          text: r.by,
          detail: r.key,
          at: r.at,
          ...(r.state === 'no-key' ? { state: 'unknown', code: 'row.no-key' } : {}),
        });
      const field = `${box.id}|${uses[0]?.by.split('.')[0] ?? ''}`;
      tie(c, head(node), { node: box.id, row: box.rows.some((r) => r.id === field) ? field : null });
    }
  }
}

/** The uses of each object; what is too much is told in one more box. */
function byObject<T extends { object: string }>(c: Canvas, box: SceneNode, all: readonly T[], what: string): [object: string, uses: T[]][] {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(one.object, [...(groups.get(one.object) ?? []), one]);
  const hidden = groups.size - MOST;
  if (hidden > 0)
    putNode(c, {
      id: `more ${what} ${box.id}`,
      role: 'client',
      kind: '…',
      title: `+ ${hidden}`,
      codes: ['row.more-around'],
      guards: box.id,
    });
  return [...groups].slice(0, MOST);
}

function tie(c: Canvas, from: Spot, to: Spot): void {
  const id = `${c.chain.id} around ${from.node}`;
  c.edges.set(id, {
    id,
    from,
    to,
    label: '',
    scheme: null,
    state: 'ok',
    codes: [],
    link: '',
    chain: c.chain.id,
    kind: 'guard',
    change: null,
  });
}
