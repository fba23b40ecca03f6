import type { RawObject } from '../../ingest/index.ts';
import { fieldsOf } from '../../objects/index.ts';
import type { Content, ValidationWorld } from './types.ts';

/** Kubernetes fills these in for a Secret of this type. */
const TOKEN_TYPE = 'kubernetes.io/service-account-token';
const TOKEN_KEYS = ['token', 'ca.crt', 'namespace'];

/**
 * Looks keys up in the Secrets and ConfigMaps of the input. Of a Secret only which keys it has is ever looked at. One
 * without any data is filled by somebody else, and nothing is known of it.
 */
export function contentsOf(objects: Iterable<RawObject>): ValidationWorld['value'] {
  const known = new Map<string, RawObject>();
  for (const object of objects)
    if (object.group === '' && (object.kind === 'Secret' || object.kind === 'ConfigMap'))
      known.set(`${object.kind}/${object.namespace}/${object.name}`, object);
  return (kind, namespace, name, key) => {
    const object = known.get(`${kind}/${namespace}/${name}`);
    return object ? contentOf(object, key) : { state: 'no-object' };
  };
}

function contentOf(object: RawObject, key: string): Content {
  const fields = fieldsOf(object, []);
  const maps = (object.kind === 'Secret' ? ['data', 'stringData'] : ['data']).map((field) => fields.map(field));
  const holder = maps.find((map) => Object.hasOwn(map.value, key));
  if (holder) return { state: 'present', text: object.kind === 'Secret' ? null : (holder.str(key) ?? '') };
  if (fields.str('type') === TOKEN_TYPE && TOKEN_KEYS.includes(key)) return { state: 'present', text: null };
  const empty = maps.every((map) => Object.keys(map.value).length === 0);
  return { state: empty ? 'no-object' : 'no-key' };
}
