import { isYaml11Bool, type Json, type Locator, type Path } from '../yaml/index.ts';

/** Cheap first look: such a word stands alone after a colon or a dash, or before a colon, unquoted. */
const SUSPECT =
  /(?:[:-]|[[{,])[ \t]+(?:y|n|yes|no|on|off)[ \t]*(?:#.*)?(?=\r?$|[,\]}])|(?:^[ \t-]*|[{,][ \t]*)(?:y|n|yes|no|on|off)[ \t]*:[ \t\r\n]/im;

export interface Yaml11Bool {
  path: Path;
  part: 'key' | 'value';
  text: string;
}

/** A number written as kubectl reads it (YAML 1.1) and others do not: `0777`, `1_000`, `0b11`. */
const NUMBER = /^[-+]?(?:0[0-7]+|0b[01_]+|[1-9][0-9]*_[0-9_]*)$/;
const NUMBER_SUSPECT = /(?:[:-]|[[{,])[ \t]+[-+]?(?:0[0-7]+|0b[01_]+|[1-9][0-9]*_[0-9_]*)[ \t]*(?:#.*)?(?=\r?$|[,\]}])/m;
/** Where such a number is a text or a port; elsewhere, as in `defaultMode: 0644`, it is what it looks like. */
const TEXTS = new Set(['labels', 'annotations', 'matchLabels', 'selector', 'data']);
const PORTS = new Set(['port', 'targetPort', 'containerPort', 'hostPort', 'nodePort', 'portNumber', 'values']);

/** Values that kubectl takes for another number or text than they seem, with what it takes them for. */
export function yaml11Numbers(text: string, value: Json, locate: () => Locator): (Yaml11Bool & { value: number })[] {
  if (!NUMBER_SUSPECT.test(text)) return [];
  const locator = locate();
  const found: (Yaml11Bool & { value: number })[] = [];
  const walk = (v: Json, path: Path): void => {
    if (Array.isArray(v)) for (const [i, item] of v.entries()) walk(item, [...path, i]);
    else if (v !== null && typeof v === 'object') for (const key of Object.keys(v)) walk(v[key] ?? null, [...path, key]);
    else if ((typeof v === 'number' || typeof v === 'string') && counts(path)) {
      const span = locator.span(path, 'value');
      const written = span ? text.slice(span.start, span.end) : '';
      if (NUMBER.test(written)) found.push({ path, part: 'value', text: written, value: asKubectl(written) });
    }
  };
  walk(value, []);
  return found;
}

const counts = (path: Path): boolean => {
  const names = path.filter((step) => typeof step === 'string');
  return PORTS.has(String(names.at(-1))) || TEXTS.has(String(names.at(-2)));
};

function asKubectl(written: string): number {
  const plain = written.replaceAll('_', '');
  const sign = plain.startsWith('-') ? -1 : 1;
  const digits = plain.replace(/^[-+]/, '');
  if (digits.startsWith('0b')) return sign * Number.parseInt(digits.slice(2), 2);
  return sign * (digits.startsWith('0') ? Number.parseInt(digits, 8) : Number(digits));
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
