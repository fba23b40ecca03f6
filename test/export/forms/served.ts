import type { Json, JsonMap } from '../../../src/engine/yaml/index.ts';

const isMap = (v: Json | undefined): v is JsonMap => v !== null && typeof v === 'object' && !Array.isArray(v);

/**
 * A manifest as an API server gives it back: with defaults, with marks of its own, without what is null or empty, quantities
 * in their shortest form (kubernetes pkg/apis/core/v1/defaults.go, apimachinery resource.Quantity).
 */
export function served(manifest: JsonMap): JsonMap {
  const object = filled(manifest, null, manifest['kind'] === 'Service') as JsonMap;
  const metadata = object['metadata'] as JsonMap;
  const annotations = { ...(metadata['annotations'] as JsonMap | undefined), 'deployment.kubernetes.io/revision': '1' };
  return {
    ...object,
    metadata: { ...metadata, annotations, uid: 'b0b', resourceVersion: '7', generation: 2 },
    status: { observedGeneration: 2 },
  };
}

function filled(value: Json, key: string | null, service: boolean): Json {
  if (Array.isArray(value)) return value.map((item) => filled(item, key, service));
  if (!isMap(value)) return value === '1000m' ? '1' : value;
  const own = Object.entries(value).filter(([, v]) => v !== null && !(Array.isArray(v) && v.length === 0));
  const defaults = Object.entries(DEFAULTS[key ?? ''] ?? {})
    .map(([k, v]) => [k, typeof v === 'function' ? v(value) : v] as const)
    .filter(([k, v]) => v !== null && (k !== 'targetPort' || service));
  return { ...Object.fromEntries(defaults), ...Object.fromEntries(own.map(([k, v]) => [k, filled(v, k, service)])) };
}

const container = { imagePullPolicy: 'IfNotPresent', terminationMessagePath: '/dev/termination-log', terminationMessagePolicy: 'File' };
const DEFAULTS: Record<string, Record<string, Json | ((of: JsonMap) => Json)>> = {
  containers: container,
  initContainers: container,
  // A port of a container on the host network, or of a Service.
  ports: {
    protocol: 'TCP',
    hostPort: (of) => of['containerPort'] ?? null,
    targetPort: (of) => of['port'] ?? null,
  },
  httpGet: { scheme: 'HTTP' },
  securityContext: { runAsNonRoot: true },
};
