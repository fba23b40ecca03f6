import type { Path } from '../../yaml/index.ts';
import type { Scalar } from './scalars.ts';

/** A value of a container's `env` that is masked or kept. */
export interface EnvValue {
  path: Path;
  name: string;
  value: string;
  /** A port, a scheme, a listen address on all interfaces or loopback: it decides a chain and names nobody. */
  plain: boolean;
}

const PLAIN = /^(?:|true|false|https?|(?:\[::1?\]|0\.0\.0\.0|127\.0\.0\.1|localhost)?:?\d{0,5})$/i;

/** Of an object's values, those of environment variables. */
export function envOf(scalars: readonly Scalar[]): EnvValue[] {
  const entries = scalars.filter(({ path }) => path.at(-3) === 'env' && typeof path.at(-2) === 'number');
  const names = new Map(entries.flatMap(({ path, key, text }) => (key === 'name' ? [[placeOf(path), text]] : [])));
  return entries.flatMap(({ path, key, text }) =>
    key === 'value' ? [{ path, name: names.get(placeOf(path)) ?? '', value: text, plain: PLAIN.test(text) }] : [],
  );
}

/** The entry of a list that a value stands in. */
const placeOf = (path: Path): string => JSON.stringify(path.slice(0, -1));

/** The same value, the same mask. */
export function envMask(values: readonly EnvValue[]): (value: string) => string {
  const masked = new Map<string, string>();
  for (const { value, plain } of values) if (!plain && !masked.has(value)) masked.set(value, `masked-${masked.size + 1}`);
  return (value) => masked.get(value) ?? value;
}
