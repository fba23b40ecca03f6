import type { PrometheusRule } from '../../objects/index.ts';

/** Half of what a Secret may hold (prometheus-operator rules.go MaxConfigMapDataSize), and what JSON may have more than the operator's YAML. */
const MOST_BYTES = 512 * 1024 * 1.25;

/** Whether the groups fit into a rule file; where it is a close thing, they do. */
export const withinLimit = (object: PrometheusRule): boolean => {
  const spec = object.raw.body()['spec'] ?? null;
  return new TextEncoder().encode(JSON.stringify(spec)).length <= MOST_BYTES;
};
