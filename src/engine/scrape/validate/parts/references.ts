import type { Fields } from '../../../objects/index.ts';
import type { Judge } from '../judge.ts';

type Kind = 'Secret' | 'ConfigMap';

/**
 * The value behind `{name, key}`, looked up in the judged object's namespace; null where it is not known or not there. The
 * operator does not look at `optional` here (assets/store.go GetSecretKey, GetConfigMapKey).
 */
export function secretKey(parent: Fields, field: string, judge: Judge): string | null {
  if (parent.has(field)) return lookUp(parent.map(field), 'Secret', judge);
  judge.reject(parent, field, 'reference-incomplete');
  return null;
}

/** `{secret}` or `{configMap}`; neither is no reference at all (GetKey). */
export function eitherKey(either: Fields, judge: Judge): string | null {
  if (either.has('secret')) return lookUp(either.map('secret'), 'Secret', judge);
  return either.has('configMap') ? lookUp(either.map('configMap'), 'ConfigMap', judge) : null;
}

/** Whether anything is referred to: Go compares with the empty struct. */
export const refersToAny = (either: Fields): boolean => either.has('secret') || either.has('configMap');

/** SecretOrConfigMap.Validate */
export function notBoth(either: Fields, judge: Judge): void {
  if (either.has('secret') && either.has('configMap')) judge.reject(either, null, 'secret-and-configmap');
}

export function lookUp(reference: Fields, kind: Kind, judge: Judge): string | null {
  const name = reference.str('name') ?? '';
  const key = reference.str('key') ?? '';
  if (name === '' || key === '') {
    judge.reject(reference, null, 'reference-incomplete');
    return null;
  }
  const { namespace, world } = judge;
  const content = world.value(kind, namespace, name, key);
  const params = { kind, namespace, name, key };
  switch (content.state) {
    case 'present':
      return content.text;
    case 'no-key':
      judge.reject(reference, 'key', 'key-not-found', params);
      return null;
    case 'no-object':
      if (world.closed) judge.reject(reference, 'name', 'object-not-found', params);
      else judge.missing(reference, kind, name, key);
      return null;
  }
}
