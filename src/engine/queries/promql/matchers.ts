import { matchRegex } from '../../scrape/index.ts';
import type { Matcher } from './types.ts';

/** Whether a label's value, '' where there is no such label, satisfies a matcher; regexes are anchored (Prometheus model/labels). */
export function satisfies(m: Pick<Matcher, 'op' | 'value'>, value: string): boolean {
  switch (m.op) {
    case '=':
      return m.value === value;
    case '!=':
      return m.value !== value;
    case '=~':
    case '!~': {
      const found = matchRegex(m.value, value);
      return (found !== null && found !== 'invalid') === (m.op === '=~');
    }
  }
}

/** It is not satisfied by a series without the label. */
export const demands = (m: Pick<Matcher, 'op' | 'value'>): boolean => !satisfies(m, '');
