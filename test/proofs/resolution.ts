import type { Analysis } from '../../src/engine/analyze.ts';
import type { Chain, Target } from '../../src/engine/chain/index.ts';
import { targetsOf } from '../../src/engine/targets.ts';
import type { Mutant } from './mutate.ts';

const OWN_TOKEN = '/var/run/secrets/kubernetes.io/serviceaccount/token';

/** What a target comes to. Who answers is a place and a scheme; what its container is called changes nothing. */
const targetOf = (t: Target): unknown[] => [
  ...[t.service, t.workload, t.number, t.serves, t.job, t.reasons],
  t.process && `${t.process.bind}:${t.process.port}`,
  t.upstream.map(([, port, scheme]) => `${scheme}:${port}`),
  // Off the host network policies count, and where they admit the scrape it is as before.
  t.network.map((state) => (state === 'host-network' ? 'admitted' : state)),
];

/** What a chain comes to, whatever is said of it: who takes it up, what is scraped, who answers, and who may. */
export function resolutionOf(analysis: Analysis, chain: Chain, { object }: Pick<Mutant, 'object'>): string {
  const monitor = analysis.cluster.monitors.find((m) => m.id === chain.monitor);
  // What Prometheus would ask follows from the monitor, and takes long to work out for all of them.
  const own = object.kind === monitor?.kind && [object.name, `${object.name}-x`].includes(monitor.name);
  const known = chain.targets.some((t) => t.process !== null);
  const kept = own ? (targetsOf(analysis, chain.id)?.kept ?? []) : [];
  const endpoint = monitor?.endpoints.find((e) => e.index === chain.index);
  // Whose any other token is, nobody can tell.
  const scrape = endpoint?.bearerTokenFile === OWN_TOKEN ? chain.rights.scrape : [];
  return JSON.stringify({
    selectedBy: chain.selectedBy,
    targets: chain.targets.map((t) => JSON.stringify(targetOf(t))).sort(),
    // Scheme, port and path; addresses are examples, and where nobody knows who answers, nobody knows under which path.
    urls: [...new Set(kept.map((t) => (t.url ?? '').replace(/\/\/.*:(?=\d+)/, '//…:').replace(known ? /^$/ : /(?<=:\d+)\/.*/, '')))].sort(),
    rights: [...chain.discovery, ...chain.rights.proxy, ...scrape].map((r) => r.verdict.state),
  });
}

/** A renamed object is the same one, and so is a Prometheus elsewhere that still takes the monitor up. */
export function nameKept(text: string, { object, path, op }: Mutant): string {
  const field = path.join('.');
  if (field === 'metadata.name' && op.op === 'set') return text.replaceAll(`${object.name}-x`, object.name);
  if (field !== 'metadata.namespace' || !object.kind.startsWith('Prometheus')) return text;
  return text.replaceAll(/Prometheus\/(elsewhere|default)\//g, `Prometheus/${object.namespace}/`);
}

/** How often each code is given: by findings, by chains as a whole, and for what could not be read. */
export function saidOf({ chains, findings, ingested }: Analysis): Map<string, number> {
  const said = new Map<string, number>();
  for (const { code } of [...findings, ...ingested.problems]) said.set(code, (said.get(code) ?? 0) + 1);
  for (const c of chains) for (const code of [...c.reasons, ...c.warnings]) said.set(code, (said.get(code) ?? 0) + 1);
  return said;
}

/** Codes given more often than before. */
export const newIn = (before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): string[] =>
  [...after].filter(([code, n]) => n > (before.get(code) ?? 0)).map(([code]) => code);
