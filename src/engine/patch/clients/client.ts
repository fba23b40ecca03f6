import type { RawObject } from '../../ingest/index.ts';
import type { Path } from '../../yaml/index.ts';

/** Where an object names a port of a Service. */
export interface PortUse {
  namespace: string;
  service: string;
  port: string | number;
  /** The port as written, inside the object. */
  path: Path;
}

/** A kind of object whose controller calls Services by name and port; read only when a plan touches such a port. */
export interface Client {
  /** `group/Kind` */
  kinds: readonly string[];
  uses(raw: RawObject): PortUse[];
  /** A port given by name follows when the Service port is renamed. */
  follows: boolean;
}
