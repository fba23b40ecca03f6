import { lazily } from '../lazy.ts';
import { isSimple } from './simple.ts';

/** A compiled, fully anchored regex in RE2's semantics. */
export interface Regex {
  /** Groups of the whole match, [0] first, absent ones empty; null when it does not match. */
  match(value: string): readonly string[] | null;
}

const re2 = lazily(() => import('./re2.ts'));

/** Longer texts go to RE2, whose time is linear. */
const LONGEST_SIMPLE = 512;
const compiled = new Map<string, { simple: RegExp | null; re2: Regex | null | undefined }>();

/** As relabelling compiles it: `^(?s:…)$` (Prometheus model/relabel). null: RE2 refuses the pattern. */
export function matchRegex(pattern: string, value: string): readonly string[] | null | 'invalid' {
  let entry = compiled.get(pattern);
  if (!entry) {
    entry = { simple: isSimple(pattern) ? new RegExp(`^(?:${pattern})$`, 's') : null, re2: undefined };
    if (compiled.size > 1000) compiled.clear();
    compiled.set(pattern, entry);
  }
  if (entry.simple && value.length <= LONGEST_SIMPLE && !/[\ud800-\udfff]/.test(value)) {
    const found = entry.simple.exec(value);
    return found && Array.from(found, (group) => group ?? '');
  }
  if (entry.re2 === undefined) {
    entry.re2 = re2().compileRe2(`^(?s:${pattern})$`);
  }
  return entry.re2 === null ? 'invalid' : entry.re2.match(value);
}
