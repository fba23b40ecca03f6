import type { KubeObject, Labels, Service } from '../objects/index.ts';
import type { At } from '../yaml/index.ts';
import type { ClusterService } from './types.ts';

export interface GeneratedPort {
  name: string;
  port: number;
  targetPort: string | number;
  protocol?: 'TCP' | 'UDP';
}
export interface GeneratedService {
  namespace: string;
  name: string;
  labels: Labels;
  /** null: its endpoints are written by its maker. */
  selector: Labels | null;
  headless: boolean;
  ports: readonly GeneratedPort[];
  publishNotReady?: boolean;
}

/** A Service nobody wrote. Evidence points at the object that makes it, or nowhere where the cluster does. */
export function generateService(spec: GeneratedService, maker: KubeObject | null, providedBy: string, external: boolean): ClusterService {
  const { namespace, name } = spec;
  const id = `Service/${namespace}/${name}`;
  const at = (): At => maker?.at(['spec'], 'key') ?? { doc: '', path: [], part: 'value' };
  const service: Service = {
    kind: 'Service',
    id,
    namespace,
    name,
    labels: spec.labels,
    annotations: {},
    fieldProblems: [],
    raw: {
      id,
      apiVersion: 'v1',
      group: '',
      kind: 'Service',
      namespace,
      name,
      doc: maker?.raw.doc ?? '',
      file: maker?.raw.file ?? '',
      path: maker?.raw.path ?? [],
      body: () => ({}),
    },
    at,
    type: 'ClusterIP',
    headless: spec.headless,
    selector: spec.selector,
    ports: spec.ports.map((p, index) => ({ ...p, index, protocol: p.protocol ?? 'TCP', targetPortGiven: true, nodePort: null })),
    publishNotReady: spec.publishNotReady ?? false,
    ipFamilies: [],
    externalName: null,
    externalIPs: [],
  };
  return { service, providedBy, external };
}
