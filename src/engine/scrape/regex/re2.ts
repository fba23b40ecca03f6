import { RE2JS } from 're2js';
import type { Regex } from './index.ts';

/** RE2's own syntax and its linear time, by the re2js library. */
export function compileRe2(anchored: string): Regex | null {
  try {
    const regex = RE2JS.compile(anchored);
    return {
      match(value) {
        const matcher = regex.matcher(value);
        if (!matcher.matches()) return null;
        return Array.from({ length: matcher.groupCount() + 1 }, (_, n) => matcher.group(n) ?? '');
      },
    };
  } catch {
    return null;
  }
}
