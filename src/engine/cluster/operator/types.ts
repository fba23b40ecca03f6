import type { Container, KubeObject, Labels, OperatedObject, OperatedSpec, PrometheusObject } from '../../objects/index.ts';
import type { GeneratedService } from '../generated.ts';

export type Operated = PrometheusObject | OperatedObject;

/** What the operator makes of one kind of custom resource: its StatefulSet's pods and their governing Service. */
export interface OperatorMade {
  kind: Operated['kind'];
  /** Name of the first shard's StatefulSet. */
  statefulSet(name: string): string;
  /** Labels the operator sets itself; they win over podMetadata. */
  labels(cr: Operated): Labels;
  /** Version the operator takes when the resource names none (prometheus-operator v0.93). */
  defaultVersion: string;
  containers(cr: Operated): Container[];
  governing(cr: Operated): GeneratedService;
}

export const isOperated = (o: KubeObject): o is Operated =>
  o.kind === 'Prometheus' || o.kind === 'PrometheusAgent' || o.kind === 'Alertmanager' || o.kind === 'ThanosRuler';

/** Version without the leading v, as the version label has it. */
export const versionOf = (cr: Operated, fallback: string): string => (cr.spec.version ?? fallback).replace(/^v/, '');

export const managed = { 'app.kubernetes.io/managed-by': 'prometheus-operator' } as const;

/** Labels on every governing Service, beside the one that names its kind. */
export const governingLabels = { ...managed, 'managed-by': 'prometheus-operator' } as const;

/** Where a sidecar reaches the server it stands beside (prometheus-operator makeStatefulSetSpec). */
export const besides = (spec: OperatedSpec, port: number, path = '/'): string =>
  `${spec.tls ? 'https' : 'http'}://localhost:${port}${`${spec.routePrefix ?? ''}/${path}`.replace(/\/{2,}/g, '/')}`;

/** `--web.route-prefix`, always passed. */
export const routePrefix = (spec: OperatedSpec): string => `--web.route-prefix=${spec.routePrefix ?? '/'}`;
