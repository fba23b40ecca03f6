import type { Client, PortUse } from './client.ts';
import { field, mapsIn } from './walk.ts';

/** `name:port`, `name.namespace:port`, `name.namespace.svc…:port` */
const ADDRESS =
  /(?<![\w.-])([a-z0-9](?:[a-z0-9-]*[a-z0-9])?)(?:\.([a-z0-9](?:[a-z0-9-]*[a-z0-9])?)(?:\.svc(?:\.[a-z0-9.-]+)?)?)?:(\d{1,5})(?!\d)/g;

/** Addresses of Services in the arguments and variables of pods. */
export const pods: Client = {
  kinds: ['Deployment', 'DaemonSet', 'StatefulSet'].map((kind) => `apps/${kind}`),
  follows: false,
  uses(raw) {
    return [...mapsIn(field(raw.body(), 'spec'), ['spec'])].flatMap(([map, path]) =>
      [...texts(field(map, 'command')), ...texts(field(map, 'args')), ...texts(field(map, 'value'))].flatMap((text) =>
        [...text.matchAll(ADDRESS)].map(
          ([, service = '', namespace = raw.namespace, port]): PortUse => ({ namespace, service, port: Number(port), path }),
        ),
      ),
    );
  },
};

const texts = (value: unknown): string[] => (Array.isArray(value) ? value : [value]).filter((v) => typeof v === 'string');
