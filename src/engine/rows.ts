import type { Analysis } from './analyze.ts';
import type { ChainRow, FileView } from './api.ts';
import { type Chain, rolesOf, type Status } from './chain/index.ts';
import { within } from './ingest/index.ts';

/** Worst first: what needs a look stands on top. */
const ORDER: readonly Status[] = ['broken', 'partial', 'incomplete', 'external', 'ok'];

/** Chains as the list shows them, worst first, then by id. */
export function chainRows(analysis: Analysis): ChainRow[] {
  return analysis.chains
    .map((chain) => rowOf(analysis, chain))
    .sort((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status) || (a.id < b.id ? -1 : 1));
}

function rowOf({ cluster }: Analysis, chain: Chain): ChainRow {
  const [kind = '', namespace = '', name = ''] = chain.monitor.split('/');
  const workloads = [...new Set(chain.targets.map((t) => t.workload ?? t.providedBy ?? t.service ?? ''))].filter((w) => w !== '');
  const port = chain.port ?? (chain.targetPort === null ? '' : String(chain.targetPort));
  const labels = Object.entries(cluster.objects.get(chain.monitor)?.labels ?? {}).map(([k, v]) => `${k}=${v}`);
  const services = chain.targets.map(
    (t) => `${t.service ?? ''} ${t.servicePort ?? ''} ${t.portName ?? ''} ${t.number ?? ''} ${t.job ?? ''}`,
  );
  return {
    id: chain.id,
    monitorKind: kind,
    namespace,
    monitor: name,
    index: chain.index,
    port,
    scheme: chain.scheme ?? '',
    serves: servesOf(chain),
    path: chain.path ?? '',
    workloads,
    status: chain.status,
    first: chain.first,
    verdict: { code: chain.verdict.code, params: chain.verdict.params },
    symptom: chain.verdict.symptom,
    reasons: chain.reasons,
    warnings: chain.warnings,
    haystack: [chain.id, chain.verdict.symptom, port, chain.scheme, chain.path, ...workloads, ...services, ...labels, ...chain.reasons]
      .join(' ')
      .toLowerCase(),
  };
}

/** What all known listeners speak; null when they differ or none is known. */
function servesOf(chain: Chain): ChainRow['serves'] {
  const spoken = new Set(chain.targets.map((t) => t.serves));
  const [only] = spoken;
  return spoken.size === 1 && only ? only : null;
}

/** Files with what each object in them is for. */
export function fileViews({ cluster, chains, ingested }: Analysis): FileView[] {
  const role = rolesOf(cluster, chains);
  const views = new Map<string, FileView>(ingested.files.map((info) => [info.path, { ...info, roles: [], unread: [] }]));
  for (const raw of ingested.objects)
    views.get(raw.file)?.roles.push({ object: raw.id, kind: raw.kind, ...role(raw), at: within(raw, []) });
  for (const doc of ingested.docs.values()) {
    if (doc.status !== 'unread') continue;
    const unread = views.get(doc.file)?.unread;
    const kind = doc.head.kind ?? '';
    const entry = unread?.find((u) => u.kind === kind);
    if (entry) entry.count += doc.head.items ?? 1;
    else unread?.push({ kind, count: doc.head.items ?? 1 });
  }
  return [...views.values()];
}
