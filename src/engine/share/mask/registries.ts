import type { Scalar } from './scalars.ts';

/** The registry of an image reference: what stands before the first `/` and is a host (distribution reference grammar). */
export function registryOf(image: string): string | null {
  const slash = image.indexOf('/');
  const first = slash < 0 ? '' : image.slice(0, slash);
  return /^[\w.-]+(?::\d+)?$/.test(first) && (first.includes('.') || first.includes(':')) ? first : null;
}

/** Registries of all fields that hold images. */
export const registriesIn = (scalars: readonly Scalar[]): string[] =>
  scalars.flatMap(({ key, text }) => (/image$/i.test(key) ? (registryOf(text) ?? []) : []));

/** The same name for the same registry wherever an image is named; its path and tag, which tell the program, stay. */
export function registryMask(registries: readonly string[]): (text: string) => string {
  const names = new Map([...new Set(registries)].sort().map((registry, i) => [registry, `registry-${i + 1}.example`]));
  if (names.size === 0) return (text) => text;
  const longest = [...names.keys()].sort((a, b) => b.length - a.length).map(escaped);
  const pattern = new RegExp(`(?<![\\w.-])(${longest.join('|')})(?=/|["'\\s,]|$)`, 'gm');
  return (text) => text.replace(pattern, (registry) => names.get(registry) ?? registry);
}

export const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\-]/g, '\\$&');
