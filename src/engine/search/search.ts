import type { Analysis } from '../analyze.ts';
import { type Entry, entriesOf } from './entries.ts';
import { parseQuery, type Query } from './query.ts';
import type { Found, Hit, HitKind } from './types.ts';

const known = new WeakMap<Analysis, Entry[]>();

/** What a line finds, best first: names before what merely mentions the words, chains before objects, ports and labels. */
export function search(analysis: Analysis, line: string, most = 50): Found {
  const query = parseQuery(line);
  if (isEmpty(query)) return { hits: [], count: 0 };
  const entries = known.get(analysis) ?? entriesOf(analysis);
  known.set(analysis, entries);
  const ranked = entries.flatMap((entry, i) => {
    const rank = rankOf(entry, query);
    return rank === null ? [] : [{ entry, rank, i }];
  });
  ranked.sort((a, b) => a.rank - b.rank || a.i - b.i);
  return { hits: ranked.slice(0, most).map(({ entry }) => hitOf(entry)), count: ranked.length };
}

const isEmpty = ({ words, namespaces, kinds, ports, is }: Query): boolean =>
  [words, namespaces, kinds, ports, is].every((list) => list.length === 0);

const KIND_RANK: Readonly<Record<HitKind, number>> = { chain: 0, object: 1, port: 2, label: 3 };

/** Smaller is better; null: not found. */
function rankOf(entry: Entry, { words, namespaces, kinds, ports, is }: Query): number | null {
  const { kind, name, haystack } = entry;
  if (!namespaces.every((ns) => entry.namespace.toLowerCase().includes(ns))) return null;
  if (!kinds.every((k) => entry.of.toLowerCase().includes(k))) return null;
  if (ports.length > 0 && (kind !== 'port' || !ports.every((p) => name.includes(p)))) return null;
  if (is.length > 0 && (kind !== 'chain' || entry.status === null || !is.includes(entry.status))) return null;
  if (!words.every((word) => haystack.includes(word))) return null;
  // Filters alone ask for chains and objects, not for each of their ports and labels.
  if (words.length === 0 && ports.length === 0 && (kind === 'port' || kind === 'label')) return null;
  const inName = words.filter((word) => name.includes(word));
  const closeness = words.some((word) => name === word) ? 0 : words.some((word) => name.startsWith(word)) ? 1 : inName.length > 0 ? 2 : 3;
  return closeness * 10 + KIND_RANK[kind];
}

const hitOf = ({ name: _, haystack: __, ...hit }: Entry): Hit => hit;
