import { expect, it } from 'vitest';
import { pairLines } from '../../src/app/panels/patch/pair.ts';
import type { DiffLine } from '../../src/engine/export/index.ts';

/** `-a +b =c` as lines; the result as `left|right`. */
function draw(text: string): string {
  const lines = text.split(' ').map((word, i): DiffLine => {
    const kind = word[0] === '-' ? 'removed' : word[0] === '+' ? 'added' : 'same';
    return { kind, text: word.slice(1), before: kind === 'added' ? null : i, after: kind === 'removed' ? null : i };
  });
  return pairLines(lines)
    .map(({ left, right }) => `${left?.text ?? ''}|${right?.text ?? ''}`)
    .join(' ');
}

it.each([
  ['=a -b +c =d', 'a|a b|c d|d'],
  ['-a -b +c', 'a|c b|'],
  ['+a +b', '|a |b'],
  ['-a +b -c +d', 'a|b c|d'],
  ['-a =b +c', 'a| b|b |c'],
])('puts removed lines of %s beside added ones', (lines, pairs) => {
  expect(draw(lines)).toBe(pairs);
});
