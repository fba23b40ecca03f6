/** Labels that discovery and the operator's rules put on targets (domain.md j), and one that only relabelings do. */
export const TARGET_LABELS: readonly string[] = [
  'job',
  'instance',
  'namespace',
  'service',
  'endpoint',
  'pod',
  'container',
  'node',
  'metrics_path',
];
