import type { Invocation } from './types.ts';

/** Rancher's and OpenShift's rebuilds: `mirrored-prometheus-node-exporter`, `ose-kube-rbac-proxy`. */
const REBUILT = /^(mirrored|ose|origin)-/;
/** Mirrors that write a whole repository as one name: `prom_node-exporter`, `quay.io_prometheus_alertmanager`. */
const FLATTENED =
  /(?:^|_)(?:prom|prometheus|prometheuscommunity|prometheus-community|prometheus-operator|brancz|kube-state-metrics|thanos|grafana)__?$/;
/** Distributions name what upstream calls `node-exporter` after the project too. */
const DISTRIBUTED = 'prometheus-';

/**
 * By the command's name, else by the last part of the image's repository. A command of another name may run anything in
 * the image, so then the image proves nothing, unless it is named after the command: `operator` in `prometheus-operator`.
 */
export function named(run: Invocation, ...names: readonly string[]): boolean {
  if (run.program !== null && names.includes(run.program)) return true;
  const image = run.repository.slice(run.repository.lastIndexOf('/') + 1).replace(/-(amd64|arm64)$/, '');
  const plain = (name: string) => name.replaceAll('_', '-');
  if (run.program !== null && !`-${plain(image)}`.endsWith(`-${plain(run.program)}`)) return false;
  return names.some(
    (name) =>
      image === name ||
      image === DISTRIBUTED + name ||
      (image.endsWith(name) && (FLATTENED.test(image.slice(0, -name.length)) || (REBUILT.test(image) && image.endsWith(`-${name}`)))),
  );
}
