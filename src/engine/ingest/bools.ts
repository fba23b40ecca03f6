import { isYaml11Bool, type Json, type Locator, type Path } from '../yaml/index.ts';

/** Cheap first look: such a word stands alone after a colon or a dash, or before a colon, unquoted. */
const SUSPECT =
  /(?:[:-]|[[{,])[ \t]+(?:y|n|yes|no|on|off)[ \t]*(?:#.*)?(?=\r?$|[,\]}])|(?:^[ \t-]*|[{,][ \t]*)(?:y|n|yes|no|on|off)[ \t]*:[ \t\r\n]/im;

export interface Yaml11Bool {
  path: Path;
  part: 'key' | 'value';
  text: string;
}

/** Keys and values that kubectl (YAML 1.1) reads as booleans while they look like text: `team: yes`. */
export function yaml11Bools(text: string, value: Json, locate: () => Locator): Yaml11Bool[] {
  if (!SUSPECT.test(text)) return [];
  const locator = locate();
  const found: Yaml11Bool[] = [];
  const look = (word: string, path: Path, part: 'key' | 'value'): void => {
    if (!isYaml11Bool(word)) return;
    const span = locator.span(path, part);
    if (span && text.slice(span.start, span.end) === word) found.push({ path, part, text: word });
  };
  const walk = (v: Json, path: Path): void => {
    if (typeof v === 'string') look(v, path, 'value');
    else if (Array.isArray(v)) for (const [i, item] of v.entries()) walk(item, [...path, i]);
    else if (v !== null && typeof v === 'object')
      for (const key of Object.keys(v)) {
        look(key, [...path, key], 'key');
        walk(v[key] ?? null, [...path, key]);
      }
  };
  walk(value, []);
  return found;
}
