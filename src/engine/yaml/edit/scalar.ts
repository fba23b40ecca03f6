import { readsOtherwise } from '../scalar.ts';
import type { ScalarStyle } from '../tree.ts';
import type { ScalarInput } from './types.ts';

interface ScalarContext {
  /** Inside `{}` or `[]`. */
  flow: boolean;
  json: boolean;
  /** The quotes to take when quotes are needed and none are there. */
  quote: 'single' | 'double';
  /** The style to keep if the value allows. */
  keep?: ScalarStyle;
}

/** One-line source of a scalar that every YAML reader, kubectl's included, reads as exactly this value. */
export function printScalar(value: ScalarInput, c: ScalarContext): string {
  if (typeof value !== 'string') return value === 0 ? '0' : String(value);
  if (c.json) return doubleQuoted(value);
  if (c.keep === 'double') return doubleQuoted(value);
  if (c.keep !== 'single' && isSafePlain(value, c.flow)) return value;
  if (!fitsSingle(value)) return doubleQuoted(value);
  return (c.keep ?? c.quote) === 'single' || c.quote === 'single' ? `'${value.replaceAll("'", "''")}'` : doubleQuoted(value);
}

/** Everything but printable characters without special meaning to some reader. */
const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\uFEFF\uFFFE\uFFFF]/u;

function fitsSingle(value: string): boolean {
  return !UNPRINTABLE.test(value);
}

/** True when the text, written without quotes, is read as this same text. */
function isSafePlain(value: string, flow: boolean): boolean {
  if (value === '' || value !== value.trim() || UNPRINTABLE.test(value)) return false;
  if (/^[\s,[\]{}#&*!|>'"%@`]/.test(value) || /^[-?:](?:\s|$)/.test(value) || /^(?:---|\.\.\.)/.test(value)) return false;
  if (/:(?:\s|$)|\s#/.test(value)) return false;
  // A `?` in a flow collection is text for YAML 1.2 but not for go-yaml.
  if (flow && (/[,[\]{}?]/.test(value) || value.startsWith(':'))) return false;
  return !readsOtherwise(value);
}

function doubleQuoted(value: string): string {
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029\uFEFF\uFFFE\uFFFF]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** True when a literal block scalar can hold the text: several lines, all printable, not blank throughout. */
export function fitsLiteral(value: string): boolean {
  return /[^\s]/.test(value) && !value.split('\n').some((line) => UNPRINTABLE.test(line.replaceAll('\t', ' ')));
}

interface BlockScalar {
  /** `|`, `|-`, `|+`, with an indentation indicator where the text begins with a space. */
  header: string;
  lines: string[];
}

/** A text as a literal block scalar; `indent` is how much deeper than its parent the content stands. */
export function literal(value: string, indent: number): BlockScalar {
  const body = value.replace(/\n+$/, '');
  const breaks = value.length - body.length;
  const first = body.split('\n').find((line) => line !== '') ?? '';
  const indicator = first.startsWith(' ') || first.startsWith('\t') ? String(indent) : '';
  const lines = body.split('\n');
  for (let i = 1; i < breaks; i++) lines.push('');
  return { header: `|${indicator}${breaks === 0 ? '-' : breaks === 1 ? '' : '+'}`, lines };
}
