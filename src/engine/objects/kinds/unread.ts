import { type RawObject, within } from '../../ingest/index.ts';
import { isMap } from '../fields.ts';
import type { ConfigMap, KindReader, Secret } from '../types.ts';

/** Kinds whose bodies stay unread until someone asks: only what the head of the document tells is here. */
export const headOf = <K extends string>(raw: RawObject) => ({
  raw,
  id: raw.id,
  kind: raw.kind as K,
  namespace: raw.namespace,
  name: raw.name,
  labels: {},
  annotations: {},
  fieldProblems: [],
  at: (path: Parameters<typeof within>[1], part?: 'key' | 'value') => within(raw, path, part),
});

export const configMap: KindReader<ConfigMap> = {
  group: '',
  kinds: ['ConfigMap'],
  eager: false,
  read(raw) {
    return {
      ...headOf<'ConfigMap'>(raw),
      data() {
        const body = raw.body();
        const data = Object.hasOwn(body, 'data') ? body['data'] : undefined;
        const entries = isMap(data) ? Object.entries(data) : [];
        return Object.fromEntries(entries.filter((e): e is [string, string] => typeof e[1] === 'string'));
      },
    };
  },
};

export const secret: KindReader<Secret> = {
  group: '',
  kinds: ['Secret'],
  eager: false,
  read(raw) {
    const field = (key: string): unknown => {
      const body = raw.body();
      return Object.hasOwn(body, key) ? body[key] : undefined;
    };
    return {
      ...headOf<'Secret'>(raw),
      keys() {
        const keys = ['data', 'stringData'].flatMap((part) => {
          const map = field(part);
          return typeof map === 'object' && map !== null && !Array.isArray(map) ? Object.keys(map) : [];
        });
        return [...new Set(keys)];
      },
      type() {
        const type = field('type');
        return typeof type === 'string' && type !== '' ? type : 'Opaque';
      },
    };
  },
};
