import type { Status } from '../chain/index.ts';

/** What is typed: words that all have to occur, and filters. */
export interface Query {
  words: readonly string[];
  /** `ns:`, a part of the namespace. */
  namespaces: readonly string[];
  /** `kind:`, a part of the kind. */
  kinds: readonly string[];
  /** `port:`, a part of a port's name or number: only ports are found. */
  ports: readonly string[];
  /** `is:`, the status of a chain. */
  is: readonly Status[];
}

const STATUSES: readonly string[] = ['ok', 'partial', 'broken', 'external', 'incomplete'];

/** A line as it is typed; a filter that is begun and has no value yet asks for nothing. */
export function parseQuery(line: string): Query {
  const words: string[] = [];
  const filters: Record<string, string[]> = { ns: [], kind: [], port: [], is: [] };
  for (const word of line.toLowerCase().split(/\s+/).filter(Boolean)) {
    const [, name = '', value = ''] = /^(ns|kind|port|is):(.*)$/.exec(word) ?? [];
    if (name === '') words.push(word);
    else if (value !== '') filters[name]?.push(value);
  }
  const is = (filters['is'] ?? []).flatMap((value) => STATUSES.filter((s) => s.startsWith(value)) as Status[]);
  return { words, namespaces: filters['ns'] ?? [], kinds: filters['kind'] ?? [], ports: filters['port'] ?? [], is };
}
