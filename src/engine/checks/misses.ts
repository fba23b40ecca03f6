import type { NearMiss } from '../chain/index.ts';
import type { Monitor, Service } from '../objects/index.ts';
import type { Miss, Resolution } from '../scrape/index.ts';
import type { At } from '../yaml/index.ts';
import type { Candidate } from './candidates.ts';

/**
 * Misses count only where nothing was found at all. A Service that lacks the port says nothing once another one has it
 * and fails further on.
 */
export function missesOf(r: Resolution, code: Miss['code']): Miss[] {
  // Addresses stand for themselves: one that fails is not made good by another.
  if (r.targets.length > 0 && r.endpoint?.by !== 'address') return [];
  const further = r.misses.some((m) => m.code !== 'port-not-found');
  if (code === 'port-not-found' && further) return [];
  return r.misses.filter((m) => m.code === code).slice(0, 1);
}

/** Params that name the nearest candidate, and the variant of the sentence that speaks of it; none where there is none. */
export function near([first]: readonly NearMiss[]): Record<string, string> {
  if (!first) return {};
  const differs = first.facts.filter((f) => f.holds === false).map((f) => f.name);
  const wrong = first.facts.find((f) => f.holds === false);
  return {
    variant: first.why,
    candidate: first.object,
    differs: differs.join(', '),
    wanted: wrong?.left?.value ?? '',
    got: wrong?.right?.value ?? '–',
  };
}

/** The same of a port that was likely meant. */
export const named = (meant: Candidate | null): Record<string, string> =>
  meant === null ? {} : { variant: meant.variant, candidate: meant.candidate };

/**
 * The two lines that disagree: what `asker` asks of the nearest candidate and what stands there; the whole selector where
 * nothing comes near. In another namespace it is the namespaces that differ.
 */
export function disagreement([first]: readonly NearMiss[], asker: Monitor | Service, asked: At): (At | null)[] {
  if (!first) return [asked];
  if (first.why === 'namespace') return [asker.at(['metadata', 'namespace']), asked, first.at];
  const wrong = first.facts.find((f) => f.holds === false);
  return [wrong?.left?.at ?? asked, wrong?.right?.at ?? first.at];
}

/** Where the endpoint says which port it wants. */
export function pickAt({ endpoint: e }: Resolution): At | null {
  if (!e) return null;
  const field = e.port !== null ? 'port' : e.portNumber !== null ? 'portNumber' : e.targetPort !== null ? 'targetPort' : null;
  return field === null ? e.at : { ...e.at, path: [...e.at.path, field] };
}

export const pickText = (r: Resolution): string => {
  const e = r.endpoint;
  return String(e?.port ?? e?.portNumber ?? e?.targetPort ?? '');
};

/** Names a Service or a pod does have, as the user would list them. */
export function portsOf(m: Miss): string {
  const names = m.service
    ? m.service.service.ports.map((p) => p.name || String(p.port))
    : (m.workload?.pod.containers ?? []).flatMap((c) => c.ports.map((p) => p.name ?? String(p.containerPort)));
  return names.join(', ') || '–';
}

/** The Service port whose named targetPort stands on no container, and the pod that lacks it. */
export const skippedAt = (r: Resolution, m: Miss): Resolution['skipped'][number] | null =>
  r.skipped.find((s) => s.service === m.service) ?? null;

export const targetOf = (r: Resolution, m: Miss): string => String(skippedAt(r, m)?.servicePort.targetPort ?? r.endpoint?.targetPort ?? '');
