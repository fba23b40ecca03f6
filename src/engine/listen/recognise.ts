import type { Invocation } from './types.ts';

/** Rancher's and OpenShift's rebuilds: `mirrored-prometheus-node-exporter`, `ose-kube-rbac-proxy`. */
const REBUILT = /^(mirrored|ose|origin)-/;

/**
 * By the command's name, else by the last part of the image's repository. A command of another name may run anything in
 * the image, so then the image proves nothing, unless it is named after the command: `operator` in `prometheus-operator`.
 */
export function named(run: Invocation, ...names: readonly string[]): boolean {
  if (run.program !== null && names.includes(run.program)) return true;
  const image = run.repository.slice(run.repository.lastIndexOf('/') + 1).replace(/-(amd64|arm64)$/, '');
  const plain = (name: string) => name.replaceAll('_', '-');
  if (run.program !== null && !`-${plain(image)}`.endsWith(`-${plain(run.program)}`)) return false;
  return names.some((name) => image === name || (REBUILT.test(image) && image.endsWith(`-${name}`)));
}
