import { compose } from './compose.ts';
import { readFast } from './fast/index.ts';
import { looksLikeJson, scanJson } from './json.ts';
import { explain, leftOut } from './problems.ts';
import type { TreeNode } from './tree.ts';
import type { Json, JsonMap, ReadProblem } from './types.ts';
import { PlainMap, toJson } from './value.ts';

export interface ReadLimits {
  /** Nested maps and lists. */
  depth: number;
  /** How much aliases may add: nodes, long texts counting by length. */
  aliases: number;
  /** Characters of one document. */
  chars: number;
  /** Characters of one document that is not plain block style and takes far longer to read. */
  slowChars: number;
}
export const READ_LIMITS: ReadLimits = { depth: 200, aliases: 100_000, chars: 64 * 2 ** 20, slowChars: 8 * 2 ** 20 };

export interface Reading {
  /** `undefined` when an error keeps the document from being read. Maps have no prototype to speak of: no inherited names. */
  value: Json | undefined;
  problems: ReadProblem[];
}

/** One document's value as kubectl reads it. Never throws. */
export function readValue(text: string, limits: Partial<ReadLimits> = {}): Reading {
  const all = { ...READ_LIMITS, ...limits };
  if (text.length > all.chars) return failed('too-large', 0, 0, String(text.length));
  if (looksLikeJson(text)) {
    const json = readJson(text, all.depth);
    if (json) return json;
  }
  const value = readFast(text, all.depth);
  if (value !== undefined) return { value, problems: [] };
  if (text.length > all.slowChars) return failed('too-large', 0, 0, String(text.length));
  return readSlow(text, all);
}

/** The reference: every document, by way of the `yaml` package. */
export function readSlow(text: string, limits: ReadLimits): Reading {
  try {
    const tree = compose(text, limits.depth);
    const error = explain(text, tree);
    if (error) return { value: undefined, problems: [jsonError(text, limits) ?? error] };
    if (!tree.root) return { value: null, problems: [] };
    const reading = toJson(tree.root, limits);
    const dots = hasDots(tree.root) ? leftOut(text) : null;
    if (dots) reading.problems.push({ ...dots, severity: 'warning' });
    return reading;
  } catch (e) {
    return failed('yaml-syntax', 0, 0, e instanceof Error ? e.message : String(e));
  }
}

function failed(code: ReadProblem['code'], start: number, end: number, detail: string): Reading {
  return { value: undefined, problems: [{ code, severity: 'error', start, end, detail }] };
}

/** Null when the text is not JSON: flow-style YAML begins with the same characters. */
function readJson(text: string, depth: number): Reading | null {
  try {
    const value = adopt(JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text) as Json, depth);
    if (value !== undefined) return { value, problems: [] };
    const at = scanJson(text, depth);
    return failed('too-deep', at?.start ?? 0, at?.end ?? 0, String(depth));
  } catch {
    return null;
  }
}

/** The same value with maps of our own; `undefined` when it goes deeper than `depth`. */
function adopt(value: Json, depth: number): Json | undefined {
  if (value === null || typeof value !== 'object') return value;
  if (depth === 0) return undefined;
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) {
      const item = adopt(value[i] as Json, depth - 1);
      if (item === undefined) return undefined;
      value[i] = item;
    }
    return value;
  }
  const map: JsonMap = new PlainMap();
  for (const key of Object.keys(value)) {
    const item = adopt(value[key] as Json, depth - 1);
    if (item === undefined) return undefined;
    map[key] = item;
  }
  return map;
}

/** Text meant as JSON (`{ "…`) is blamed in JSON's terms. */
function jsonError(text: string, limits: ReadLimits): ReadProblem | null {
  if (!/^\s*[{[]\s*["{[]/.test(text)) return null;
  const at = scanJson(text, limits.depth);
  return at && { ...at, severity: 'error', detail: text.slice(at.start, at.start + 40) };
}

function hasDots(node: TreeNode): boolean {
  if (node.type === 'scalar') return node.style === 'plain' && /(^|\s)(\.{3,}|…+)(\s|$)/.test(node.text);
  if (node.type === 'seq') return node.items.some((i) => hasDots(i.value));
  return node.type === 'map' && node.entries.some((e) => hasDots(e.key) || hasDots(e.value));
}
