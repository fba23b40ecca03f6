import { createLocator, isYaml11Bool, type Json, type Path } from '../yaml/index.ts';

/** Cheap first look: such a word stands alone after a colon or a dash, unquoted. */
const SUSPECT = /(?:[:-]|[[{,])[ \t]+(?:y|n|yes|no|on|off)[ \t]*(?:#.*)?(?=\r?$|[,\]}])/im;

/** Places of scalars that kubectl (YAML 1.1) reads as booleans while they look like text: `team: yes`. */
export function yaml11Bools(text: string, value: Json): { path: Path; text: string }[] {
  if (!SUSPECT.test(text)) return [];
  const locator = createLocator(text);
  const found: { path: Path; text: string }[] = [];
  const walk = (v: Json, path: Path): void => {
    if (typeof v === 'string') {
      if (v.length > 3 || !isYaml11Bool(v)) return;
      const span = locator.span(path, 'value');
      if (span && text.slice(span.start, span.end) === v) found.push({ path, text: v });
    } else if (Array.isArray(v)) for (const [i, item] of v.entries()) walk(item, [...path, i]);
    else if (v !== null && typeof v === 'object') for (const key of Object.keys(v)) walk(v[key] ?? null, [...path, key]);
  };
  walk(value, []);
  return found;
}
