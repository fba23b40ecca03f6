import { generateService } from '../generated.ts';
import type { ClusterService } from '../types.ts';
import { operatorMade } from './index.ts';
import type { Operated } from './types.ts';

/** Governing Services: one per kind and namespace, made for the first resource there; `spec.serviceName` replaces it (domain.md d3). */
export function governingServices(resources: readonly Operated[], taken: ReadonlySet<string>): ClusterService[] {
  const made = new Map<string, ClusterService>();
  for (const cr of resources) {
    const kind = operatorMade.find((m) => m.kind === cr.kind);
    if (!kind || cr.spec.serviceName !== null) continue;
    const generated = generateService(kind.governing(cr), cr, `operator:${cr.id}`, false);
    const { id } = generated.service;
    if (!taken.has(id) && !made.has(id)) made.set(id, generated);
  }
  return [...made.values()];
}
