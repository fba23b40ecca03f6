import { printEntry, printFlow, printItem } from './edit/print.ts';
import type { DocStyle } from './edit/style.ts';
import type { Json } from './types.ts';

/** As go-yaml writes: two spaces a level, dashes under their key, no line ever folded. */
const STYLE: DocStyle = { eol: '\n', step: 2, dash: 0, quote: 'double', json: false };

/** A value as one YAML document in block style, keys in their order. Every reader, kubectl's included, reads the same value back. */
export function printYaml(value: Json): string {
  return `${linesOf(value).join('\n')}\n`;
}

function linesOf(value: Json): string[] {
  if (value === null || typeof value !== 'object' || Object.keys(value).length === 0) return [printFlow(value, STYLE)];
  if (Array.isArray(value)) return value.flatMap((item) => printItem(item, 0, STYLE));
  return Object.keys(value).flatMap((key) => printEntry(key, value[key] as Json, 0, STYLE));
}
