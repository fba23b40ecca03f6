import type { Cluster } from '../../cluster/index.ts';
import type { Service, ServicePort } from '../../objects/index.ts';
import type { At } from '../../yaml/index.ts';

/** Who else uses a chain's port. Each has a sentence in words/chain.ts (`client.…`). */
export const CLIENT_KINDS = [
  'ingress',
  'route',
  'api-service',
  'alerting',
  'resource',
  'data-source',
  'pod',
  'neighbour',
  'probe',
  'service',
  'monitor',
  'unread',
] as const;
export type ClientKind = (typeof CLIENT_KINDS)[number];

/** `any`: bytes are passed on as they come. */
export type Asked = 'http' | 'https' | 'any';

/** What a caller says about whom it calls: nothing of this hangs on a chain. */
export interface Call {
  kind: ClientKind;
  /** The object that calls; a custom resource where the operator makes its pods. */
  object: string;
  container: string | null;
  /** The field, flag or variable that says so, as people write it. */
  by: string;
  /** null: by default, or not said. */
  scheme: Asked | null;
  /** False where the scheme is only a default, and something the input does not show may change it. */
  certain: boolean;
  path: string | null;
  at: At;
}
/** A call to a Service by name. */
export interface PortUse extends Call {
  namespace: string;
  /** null: every Service of the namespace. */
  service: string | null;
  /** By name or number. */
  port: string | number;
  /** What a number means: a port of the Service, of its pods, or what DNS leads to (pods where the Service is headless). */
  of: 'service' | 'pod' | 'dns';
}

/** One place per kind of caller; read only when a chain or a plan asks about some Services. */
export interface Caller {
  kind: ClientKind;
  /** A port given by name follows when the Service port is renamed. */
  follows: boolean;
  uses(cluster: Cluster, wanted: Wanted): PortUse[];
}

/** Whether a text names one of the Services that are asked about: bodies of others stay unread. */
export interface Wanted {
  inText(text: string): boolean;
  inDoc(doc: string): boolean;
}

/** A Service port that leads to a pod port. */
export interface ServicePlace {
  service: Service;
  port: Pick<ServicePort, 'name' | 'port'>;
  /** The pods' side of it. */
  number: number;
}

/** Somebody else who uses the port of a chain. Plain data; crosses the worker border. */
export interface Client extends Call {
  /** As the caller names it. */
  port: string;
  /** What it asks for against what the listener is known to speak. */
  agreement: 'ok' | 'mismatch' | 'unknown';
  serves: 'http' | 'https' | null;
  /** What the listener says of itself. */
  listenerAt: At | null;
}
