import { lazily } from '../../lazy/index.ts';
import { isSimple } from './simple.ts';

/** A compiled, fully anchored regex in RE2's semantics. */
export interface Regex {
  /** Groups of the whole match, [0] first, absent ones empty; null when it does not match. */
  match(value: string): readonly string[] | null;
}

const re2 = lazily(() => import('./re2.ts'));

/** Longer texts go to RE2, whose time is linear. */
const LONGEST_SIMPLE = 512;
const compiled = new Map<string, Entry>();

/** As relabelling compiles it: `^(?s:…)$` (Prometheus model/relabel). null: no match; `invalid`: RE2 refuses the pattern. */
export function matchRegex(pattern: string, value: string): readonly string[] | null | 'invalid' {
  const entry = entryOf(pattern);
  if (entry.simple && value.length <= LONGEST_SIMPLE && !/[\ud800-\udfff]/.test(value)) {
    const found = entry.simple.exec(value);
    return found && Array.from(found, (group) => group ?? '');
  }
  const compiledBy = byRe2(entry, pattern);
  return compiledBy === null ? 'invalid' : compiledBy.match(value);
}

/** Whether relabelling takes the pattern. What is simple enough to be matched without RE2 is taken by both. */
export function compiles(pattern: string): boolean {
  const entry = entryOf(pattern);
  return entry.simple !== null || byRe2(entry, pattern) !== null;
}

interface Entry {
  simple: RegExp | null;
  re2: Regex | null | undefined;
}

function entryOf(pattern: string): Entry {
  let entry = compiled.get(pattern);
  if (!entry) {
    entry = { simple: isSimple(pattern) ? new RegExp(`^(?:${pattern})$`, 's') : null, re2: undefined };
    if (compiled.size > 1000) compiled.clear();
    compiled.set(pattern, entry);
  }
  return entry;
}

function byRe2(entry: Entry, pattern: string): Regex | null {
  if (entry.re2 === undefined) {
    entry.re2 = re2().compileRe2(`^(?s:${pattern})$`);
  }
  return entry.re2;
}
