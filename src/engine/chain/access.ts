import type { Cluster } from '../cluster/index.ts';
import type { Chain, Target } from './types.ts';

/** What somebody outside the chain meets at the scraped port. `code` is a key of words/chain.ts. */
export interface Access {
  code: 'access.token-local' | 'access.token' | 'access.open-node';
  params: Record<string, string | number>;
}

/** Its own answers: 400 to plain http (Go net/http), 401 to a request without a token (kube-rbac-proxy pkg/filters). */
const ANSWERS_401 = 'kube-rbac-proxy';

/** Said once however many targets share it; nothing where the input does not settle it. */
export function accessOf(cluster: Cluster, chain: Chain): Access[] {
  const said = new Map<string, Access>();
  for (const target of chain.targets) {
    const access = accessTo(cluster, target);
    if (access) said.set(JSON.stringify(access), access);
  }
  return [...said.values()];
}

function accessTo(cluster: Cluster, { process, behind, workload, conflict }: Target): Access | null {
  if (!process || conflict || process.bind === 'loopback') return null;
  const { container, port } = process;
  if (process.authorizes) {
    if (process.program !== ANSWERS_401 || process.serves !== 'https') return null;
    const [next] = behind;
    if (next?.bind !== 'loopback') return { code: 'access.token', params: { container, port } };
    return { code: 'access.token-local', params: { container, port, exporter: next.container, address: `${next.host}:${next.port}` } };
  }
  const onHost = cluster.workloads.some((w) => w.id === workload && w.pod.hostNetwork);
  return onHost && process.serves === 'http' ? { code: 'access.open-node', params: { container, port } } : null;
}
