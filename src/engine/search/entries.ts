import type { Analysis } from '../analyze.ts';
import { type Chain, objectsOf } from '../chain/index.ts';
import type { Labels } from '../objects/index.ts';
import type { Hit, HitKind } from './types.ts';

/** A hit with what is looked through, in lower case. */
export interface Entry extends Hit {
  name: string;
  haystack: string;
}

const RANK = { broken: 0, partial: 1, incomplete: 2, external: 3, ok: 4 } as const;

/** Everything that has a name: chains, objects, ports and labels, in input order. */
export function entriesOf(analysis: Analysis): Entry[] {
  const { cluster, chains, ingested } = analysis;
  const shown = chainsByObject(analysis);
  const out: Entry[] = [];
  const seen = new Set<string>();
  const add = (
    kind: HitKind,
    text: string,
    of: Pick<Hit, 'of' | 'namespace' | 'object' | 'file'>,
    chain: Chain | null,
    more = '',
  ): void => {
    const id = `${kind} ${of.object} ${text} ${kind === 'chain' ? chain?.id : ''}`;
    if (text === '' || seen.has(id)) return;
    seen.add(id);
    const haystack = `${text} ${of.object} ${more}`.toLowerCase();
    out.push({ kind, id, text, ...of, chain: chain?.id ?? null, status: chain?.status ?? null, name: text.toLowerCase(), haystack });
  };
  for (const chain of chains) {
    const monitor = cluster.objects.get(chain.monitor);
    const name = `${monitor?.name ?? chain.monitor}${chain.index === null ? '' : `#${chain.index}`}`;
    const of = { of: monitor?.kind ?? '', namespace: monitor?.namespace ?? '', object: chain.monitor, file: monitor?.raw.file ?? '' };
    add(
      'chain',
      name,
      of,
      chain,
      [chain.port, chain.scheme, chain.first, ...chain.targets.map((t) => t.workload)].filter(Boolean).join(' '),
    );
  }
  for (const raw of ingested.objects) {
    const of = { of: raw.kind, namespace: raw.namespace, object: raw.id, file: raw.file };
    const chain = shown.get(raw.id) ?? null;
    add('object', raw.name, of, chain);
    const object = cluster.objects.get(raw.id);
    if (!object) continue;
    for (const port of portsOf(object)) add('port', port, of, chain, 'port');
    for (const [key, value] of Object.entries(labelsOf(object))) add('label', `${key}=${value}`, of, chain);
  }
  return out;
}

/** The worst chain of each object. */
function chainsByObject({ cluster, chains }: Analysis): Map<string, Chain> {
  const found = new Map<string, Chain>();
  for (const chain of [...chains].sort((a, b) => RANK[a.status] - RANK[b.status]))
    for (const id of objectsOf(cluster, chain)) if (!found.has(id)) found.set(id, chain);
  return found;
}

type Known = NonNullable<ReturnType<Analysis['cluster']['objects']['get']>>;

function portsOf(object: Known): string[] {
  if (object.kind === 'Service') return object.ports.flatMap((p) => [p.name, p.port === null ? '' : String(p.port)]);
  if (!('pod' in object)) return [];
  return object.pod.containers.flatMap((c) => c.ports.flatMap((p) => [p.name ?? '', String(p.containerPort)]));
}

const labelsOf = (object: Known): Labels => ({ ...object.labels, ...('podLabels' in object ? object.podLabels : {}) });
