import { existsSync, readFileSync } from 'node:fs';
import type { Case, Difference, Known } from './types.ts';

const FIELDS = ['set', 'chain', 'field', 'reason', 'source'] as const;

/** The list of differences that stay. Every entry says why, and which upstream source says so. */
export function readKnown(file: string): Known[] {
  if (!existsSync(file)) return [];
  const entries = JSON.parse(readFileSync(file, 'utf8')) as Known[];
  for (const entry of entries) {
    const missing = FIELDS.filter((field) => typeof entry[field] !== 'string' || entry[field].trim() === '');
    if (missing.length > 0) throw new Error(`${file}: an entry lacks ${missing.join(', ')}: ${JSON.stringify(entry)}`);
    if (!entry.source.startsWith('https://')) throw new Error(`${file}: the source of ${entry.set} ${entry.chain} is not a link`);
  }
  return entries;
}

export const isKnown = (known: readonly Known[], { name }: Case, { chain, field }: Difference): boolean =>
  known.some((k) => k.set === name && k.chain === chain && k.field === field);

/** Entries that no longer describe a difference, and so must go. */
export const outdated = (known: readonly Known[], cases: readonly Case[]): Known[] =>
  known.filter((k) => !cases.some((c) => c.differences.some((d) => isKnown([k], c, d))));
