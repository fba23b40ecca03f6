import type { Grouped } from '../group.ts';

/** Release of the operator that has a workload in the input, as major * 1000 + minor; null when none says. */
export function operatorRelease(groups: readonly Grouped[]): number | null {
  for (const { workload } of groups)
    for (const { image } of workload.pod.containers) {
      const [, major, minor] = /(?:^|\/)prometheus-operator:v?(\d+)\.(\d+)\./.exec(image ?? '') ?? [];
      if (major !== undefined) return Number(major) * 1000 + Number(minor);
    }
  return null;
}

/** Pods carried `app` beside `app.kubernetes.io/name` until 0.52 (prometheus-operator pull request 4350). */
export const hasAppLabel = (release: number | null): boolean => release !== null && release < 52;
