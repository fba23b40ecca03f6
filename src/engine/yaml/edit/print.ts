import type { Json, JsonMap } from '../types.ts';
import { fitsLiteral, literal, printScalar } from './scalar.ts';
import type { DocStyle } from './style.ts';

const pad = (n: number) => ' '.repeat(n);

export function printKey(key: string, style: DocStyle, flow: boolean): string {
  return printScalar(key, { flow, json: style.json, quote: style.quote });
}

/** `key: value` in block style with the key in `column`. The first line comes without its indentation. */
export function printEntry(key: string, value: Json, column: number, style: DocStyle): string[] {
  const head = `${printKey(key, style, false)}:`;
  if (isEmptyOrScalar(value)) return scalarLines(head, value, column, style);
  const lines = Array.isArray(value)
    ? printItems(value, column + style.dash, style)
    : printEntries(value as JsonMap, column + style.step, style);
  return [head, ...lines];
}

/** `- value` in block style with the dash in `column`. The first line comes without its indentation. */
export function printItem(value: Json, column: number, style: DocStyle): string[] {
  if (isEmptyOrScalar(value)) return scalarLines('-', value, column, style);
  const inner = column + 2;
  const lines = Array.isArray(value) ? printItems(value, inner, style) : printEntries(value as JsonMap, inner, style);
  return [`- ${(lines[0] as string).slice(inner)}`, ...lines.slice(1)];
}

/** All lines of a map with their indentation. */
function printEntries(map: JsonMap, column: number, style: DocStyle): string[] {
  return Object.keys(map).flatMap((key) => indentFirst(printEntry(key, map[key] as Json, column, style), column));
}

function printItems(list: Json[], column: number, style: DocStyle): string[] {
  return list.flatMap((value) => indentFirst(printItem(value, column, style), column));
}

function indentFirst(lines: string[], column: number): string[] {
  return [pad(column) + lines[0], ...lines.slice(1)];
}

function isEmptyOrScalar(value: Json): boolean {
  return value === null || typeof value !== 'object' || Object.keys(value).length === 0;
}

function scalarLines(head: string, value: Json, column: number, style: DocStyle): string[] {
  // Not with `|+`: it would claim blank lines that are already there.
  if (typeof value === 'string' && value.includes('\n') && !value.endsWith('\n\n') && fitsLiteral(value)) {
    const block = literal(value, style.step);
    return [`${head} ${block.header}`, ...block.lines.map((line) => (line === '' ? '' : pad(column + style.step) + line))];
  }
  return [`${head} ${printFlow(value, style)}`];
}

/** A value on one line, as flow YAML or JSON. */
export function printFlow(value: Json, style: DocStyle): string {
  if (value === null || typeof value !== 'object') return printScalar(value, { flow: true, json: style.json, quote: style.quote });
  if (Array.isArray(value)) return `[${value.map((v) => printFlow(v, style)).join(', ')}]`;
  const entries = Object.keys(value).map((key) => `${printKey(key, style, true)}: ${printFlow(value[key] as Json, style)}`);
  return `{${entries.join(', ')}}`;
}

/** A value as JSON over several lines, the lines after the first indented by `indent`. */
export function printJson(value: Json, indent: string, unit: string, eol: string): string {
  return JSON.stringify(value, null, unit)
    .split('\n')
    .map((line, i) => (i === 0 ? line : indent + line))
    .join(eol);
}
