import type { RawObject } from '../../ingest/index.ts';
import type { Path } from '../../yaml/index.ts';

/** A value of a container's `env` that is masked or kept. */
export interface EnvValue {
  path: Path;
  name: string;
  value: string;
  /** A port, a scheme, a listen address on all interfaces or loopback: it decides a chain and names nobody. */
  plain: boolean;
}

const PLAIN = /^(?:|true|false|https?|(?:\[::1?\]|0\.0\.0\.0|127\.0\.0\.1|localhost)?:?\d{0,5})$/i;

export function envOf(object: RawObject): EnvValue[] {
  const found: EnvValue[] = [];
  const walk = (value: unknown, path: Path): void => {
    if (Array.isArray(value)) for (const [i, item] of value.entries()) walk(item, [...path, i]);
    else if (typeof value === 'object' && value !== null)
      for (const [key, item] of Object.entries(value)) {
        if (key === 'env' && Array.isArray(item)) for (const [i, entry] of item.entries()) take(entry, [...path, key, i]);
        walk(item, [...path, key]);
      }
  };
  const take = (entry: unknown, path: Path): void => {
    if (typeof entry !== 'object' || entry === null) return;
    const { name, value } = entry as { name?: unknown; value?: unknown };
    if (value === undefined || value === null) return;
    const text = String(value);
    found.push({ path: [...path, 'value'], name: String(name ?? ''), value: text, plain: PLAIN.test(text) });
  };
  walk(object.body(), []);
  return found;
}

/** The same value, the same mask. */
export function envMask(values: readonly EnvValue[]): (value: string) => string {
  const masked = new Map<string, string>();
  for (const { value, plain } of values) if (!plain && !masked.has(value)) masked.set(value, `masked-${masked.size + 1}`);
  return (value) => masked.get(value) ?? value;
}
