import type { Invocation } from './types.ts';

/** Tools that run in place of an image's program: the image then says nothing about what listens. */
const TOOLS = new Set(
  'true false sleep cat tail cp mv rm ln ls mkdir chown chmod echo printf touch test tar curl wget kubectl promtool amtool sysctl nsenter'.split(
    ' ',
  ),
);

/** Rancher's and OpenShift's rebuilds: `mirrored-prometheus-node-exporter`, `ose-kube-rbac-proxy`. */
const REBUILT = /^(mirrored|ose|origin)-/;

/** By the command's name, else by the last part of the image's repository. */
export function named(run: Invocation, ...names: readonly string[]): boolean {
  if (run.program !== null) {
    if (names.includes(run.program)) return true;
    if (TOOLS.has(run.program)) return false;
  }
  const image = run.repository.slice(run.repository.lastIndexOf('/') + 1).replace(/-(amd64|arm64)$/, '');
  return names.some((name) => image === name || (REBUILT.test(image) && image.endsWith(`-${name}`)));
}
