import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeEdits } from '../../src/engine/patch/compose.ts';
import { applyEdits, type TextEdit } from '../../src/engine/yaml/index.ts';

/** `ab[c→X]d`: the text `abcd` with `c` replaced by `X`. */
function picture(text: string): { before: string; edits: TextEdit[] } {
  let before = '';
  const edits: TextEdit[] = [];
  for (const part of text.split(/(\[[^\]]*\])/)) {
    const [, from, to] = /^\[([^→]*)→([^\]]*)\]$/.exec(part) ?? [];
    if (from === undefined || to === undefined) before += part;
    else {
      edits.push({ start: before.length, end: before.length + from.length, text: to });
      before += from;
    }
  }
  return { before, edits };
}

function disjoint(edits: readonly TextEdit[]): TextEdit[] {
  let at = -1;
  return edits.filter((e) => {
    if (e.start <= at) return false;
    at = e.end;
    return true;
  });
}

/** Sorted edits that do not overlap, on any text of the length given. */
const editsOn = (length: number): fc.Arbitrary<TextEdit[]> =>
  fc
    .array(fc.tuple(fc.nat(length), fc.nat(3), fc.string({ maxLength: 3 })), { maxLength: 5 })
    .map((list) => list.map(([start, size, text]) => ({ start, end: Math.min(length, start + size), text })))
    .map((edits) => disjoint(edits.sort((a, b) => a.start - b.start)));

describe('composed edits', () => {
  it.each([
    ['a[b→X]c', 'aXc[→!]', 'a[b→X]c[→!]'],
    ['a[b→X]c', 'a[X→b]c', 'abc'],
    ['a[→XYZ]c', 'aX[Y→]Zc', 'a[→XZ]c'],
    ['a[→XY]b', 'a[XYb→]', 'a[b→]'],
    ['a[b→]c[d→]e', 'a[c→C]e', 'a[bcd→C]e'],
  ])('%s, then %s, is %s', (first, second, both) => {
    const { before, edits } = picture(first);
    expect(composeEdits(before, edits, picture(second).edits)).toEqual(picture(both).edits);
  });

  it('do what the two do one after the other', () => {
    const cases = fc.string({ maxLength: 30 }).chain((text) =>
      editsOn(text.length).chain((first) => {
        const mid = applyEdits(text, first);
        return fc.tuple(fc.constant(text), fc.constant(first), editsOn(mid.length));
      }),
    );
    fc.assert(
      fc.property(cases, ([text, first, second]) => {
        const twice = applyEdits(applyEdits(text, first), second);
        expect(applyEdits(text, composeEdits(text, first, second))).toBe(twice);
      }),
    );
  });
});
