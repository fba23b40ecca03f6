import { resolvePlain } from './scalar.ts';
import type { Entry, MapNode, ScalarNode, TreeNode } from './tree.ts';
import type { Json, JsonMap, ReadCode, ReadProblem } from './types.ts';

/** Objects without `__proto__` or any other inherited name, that engines still treat as fast ones. */
export const PlainMap = function PlainMap() {} as unknown as new () => JsonMap;
PlainMap.prototype = Object.create(null);

interface ValueLimits {
  /** Nested maps and lists. */
  depth: number;
  /** How much aliases may add: nodes, long texts counting by length. */
  aliases: number;
}

/** So many equal keys of one document are reported, no more. */
const MAX_WARNINGS = 100;

class Refused extends Error {
  readonly problem: ReadProblem;
  constructor(code: ReadCode, at: TreeNode, detail: string) {
    super(code);
    this.problem = { code, severity: 'error', start: at.start, end: at.end, detail };
  }
}

/** The value of a tree as kubectl (go-yaml v2) builds it: aliases and `<<` in document order, the last of equal keys wins. */
export function toJson(root: TreeNode, limits: ValueLimits): { value: Json | undefined; problems: ReadProblem[] } {
  const problems: ReadProblem[] = [];
  const anchors = new Map<string, { value: Json; weight: number } | 'open'>();
  let weight = 0;
  let expanded = 0;

  const read = (node: TreeNode, depth: number): Json => {
    if (node.type === 'alias') return readAlias(node.name, node);
    const before = weight;
    if (node.anchor !== null) anchors.set(node.anchor, 'open');
    weight += 1;
    const value = node.type === 'scalar' ? readScalar(node) : readCollection(node, depth + 1);
    if (node.anchor !== null) anchors.set(node.anchor, { value, weight: weight - before });
    return value;
  };

  const readScalar = (node: ScalarNode): Json => {
    weight += node.text.length >> 5;
    return scalarValue(node);
  };

  const readAlias = (name: string, at: TreeNode): Json => {
    const target = anchors.get(name);
    if (target === undefined) throw new Refused('unknown-alias', at, `*${name}`);
    if (target === 'open') throw new Refused('alias-cycle', at, `*${name}`);
    weight += target.weight;
    expanded += target.weight;
    if (expanded > limits.aliases) throw new Refused('too-many-aliases', at, `*${name}`);
    return target.value;
  };

  const readCollection = (node: Exclude<TreeNode, { type: 'scalar' | 'alias' }>, depth: number): Json => {
    if (depth > limits.depth) throw new Refused('too-deep', { ...node, end: node.start + 1 }, String(limits.depth));
    if (node.type === 'seq') return node.items.map((item) => read(item.value, depth));
    return readMap(node, depth);
  };

  const readMap = (node: MapNode, depth: number): JsonMap => {
    const map = new PlainMap();
    const written = new Set<string>();
    for (const entry of node.entries) {
      if (isMerge(entry.key)) {
        merge(map, entry, depth);
        continue;
      }
      const key = readKey(entry, depth);
      const value = read(entry.value, depth);
      if (written.has(key) && problems.length < MAX_WARNINGS)
        problems.push({ code: 'yaml-duplicate-key', severity: 'warning', ...spanOf(entry.key), detail: key });
      written.add(key);
      map[key] = value;
    }
    return map;
  };

  const readKey = (entry: Entry, depth: number): string => {
    const key = read(entry.key, depth);
    if (typeof key === 'object' && key !== null) throw new Refused('yaml-syntax', entry.key, 'a map or list as a key');
    return key === null && entry.key.type === 'scalar' ? entry.key.text : String(key);
  };

  /** go-yaml writes merged keys where `<<` stands: they replace earlier keys and yield to later ones; in a list the first map wins. */
  const merge = (map: JsonMap, entry: Entry, depth: number): void => {
    const value = read(entry.value, depth);
    const sources = Array.isArray(value) ? [...value].reverse() : [value];
    for (const source of sources) {
      if (source === null || typeof source !== 'object' || Array.isArray(source))
        throw new Refused('yaml-syntax', entry.value, 'map merge requires map or sequence of maps as the value');
      for (const key of Object.keys(source)) map[key] = source[key] as Json;
    }
  };

  try {
    return { value: read(root, 0), problems };
  } catch (e) {
    if (e instanceof Refused) return { value: undefined, problems: [...problems, e.problem] };
    throw e;
  }
}

/** Plain `<<` only; in quotes it is a key like any other. */
export function isMerge(key: TreeNode): boolean {
  return key.type === 'scalar' && key.style === 'plain' && key.text === '<<' && (key.tag === null || key.tag.endsWith(':merge'));
}

const TAG = 'tag:yaml.org,2002:';

/** What one scalar means, its tag included. Unknown tags leave the text as it is, as go-yaml does. */
export function scalarValue(node: ScalarNode): Json {
  if (node.tag === null) return node.style === 'plain' ? resolvePlain(node.text) : node.text;
  if (node.tag === `${TAG}binary`) return fromBase64(node.text);
  if (!/^tag:yaml\.org,2002:(?:null|bool|int|float)$/.test(node.tag)) return node.text;
  return resolvePlain(node.text);
}

function fromBase64(text: string): string {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(text), (c) => c.charCodeAt(0)));
  } catch {
    return text;
  }
}

function spanOf(node: TreeNode): { start: number; end: number } {
  return { start: node.start, end: node.end };
}
