import type { WorkloadObject } from '../objects/index.ts';

/** Port names are at most this long (Kubernetes IANA_SVC_NAME). */
const LONGEST = 15;

/** The name a port would have if it were named after its scheme: `https-main` → `http-main`. Other names say nothing about it and stay. */
export function tidyName(name: string, goal: 'http' | 'https'): string {
  const other = goal === 'http' ? 'https' : 'http';
  const tidy = name
    .split('-')
    .map((part) => (part === other ? goal : part))
    .join('-');
  return tidy.length <= LONGEST ? tidy : name;
}

/** Names that ports of the pod have; two may not have the same (kubernetes pkg/apis/core/validation). */
export function podPortNames(owner: WorkloadObject): Set<string> {
  return new Set(owner.pod.containers.flatMap((c) => c.ports.flatMap((p) => (p.name === null ? [] : [p.name]))));
}

/** The name, or with the first number that makes it one that is not taken. */
export function freeName(taken: readonly string[], name: string): string {
  for (let n = 1; ; n++) {
    const wanted = n === 1 ? name : `${name}-${n}`;
    if (!taken.includes(wanted)) return wanted;
  }
}
