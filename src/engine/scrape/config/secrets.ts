import type { Fields } from '../../objects/index.ts';
import type { Context } from './context.ts';

/** Where references are looked up: Secrets and ConfigMaps of one namespace (`assets.StoreGetter`). */
export interface Store {
  /** The value a SecretKeySelector names; null when the reference does not hold. */
  secret(selector: Fields): string | null;
  /** The value a SecretOrConfigMap names. */
  either(reference: Fields): string | null;
  /** The file a SecretOrConfigMap is mounted as. */
  file(reference: Fields): string;
  /** The file a SecretKeySelector is mounted as. */
  secretFile(selector: Fields): string;
}

const CERTIFICATES = '/etc/prometheus/certs';

export function storeOf(c: Context, namespace: string): Store {
  const value = (kind: 'Secret' | 'ConfigMap', selector: Fields): string | null => {
    const name = selector.text('name');
    return name ? c.world.value(kind, namespace, name, selector.text('key') ?? '') : null;
  };
  const file = (prefix: 0 | 1, selector: Fields): string =>
    `${CERTIFICATES}/${prefix}_${namespace}_${selector.text('name') ?? ''}_${selector.text('key') ?? ''}`;
  return {
    secret: (selector) => value('Secret', selector),
    either: (r) => (r.has('secret') ? value('Secret', r.map('secret')) : value('ConfigMap', r.map('configMap'))),
    file: (r) => (r.has('secret') ? file(0, r.map('secret')) : file(1, r.map('configMap'))),
    secretFile: (selector) => file(0, selector),
  };
}
