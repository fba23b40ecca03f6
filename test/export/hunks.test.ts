import { applyPatch } from 'diff';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hunksFromEdits, unifiedDiff } from '../../src/engine/export/index.ts';
import { changeOf, editsOf, replaceIn, textOf } from './edits.ts';

/** A hunk as one reads it: sign and text of each line under its range. */
const picture = (before: string, edits: Parameters<typeof hunksFromEdits>[1], context?: number): string[] =>
  hunksFromEdits(before, edits, context).flatMap((h) => [
    `${h.beforeStart},${h.beforeLines} ${h.afterStart},${h.afterLines}`,
    ...h.lines.map((l) => `${{ same: ' ', removed: '-', added: '+' }[l.kind]}${l.text}`),
  ]);

describe('hunksFromEdits', () => {
  const ten = Array.from({ length: 10 }, (_, i) => `line ${i + 1}\n`).join('');

  it('shows one changed value between three lines on each side', () => {
    expect(picture(ten, [replaceIn(ten, 'line 5', 'five')])).toEqual([
      '2,7 2,7',
      ' line 2',
      ' line 3',
      ' line 4',
      '-line 5',
      '+five',
      ' line 6',
      ' line 7',
      ' line 8',
    ]);
  });

  it('joins changes whose contexts touch and parts those that do not', () => {
    const edits = [replaceIn(ten, 'line 1\n', ''), replaceIn(ten, 'line 4', 'four'), replaceIn(ten, 'line 9', 'nine')];
    expect(picture(ten, edits, 1)).toEqual([
      '1,5 1,4',
      '-line 1',
      ' line 2',
      ' line 3',
      '-line 4',
      '+four',
      ' line 5',
      '8,3 7,3',
      ' line 8',
      '-line 9',
      '+nine',
      ' line 10',
    ]);
  });

  it('removes whole lines without touching the next one', () => {
    expect(picture(ten, [replaceIn(ten, 'line 5\nline 6\n', '')], 0)).toEqual(['5,2 4,0', '-line 5', '-line 6']);
  });

  it('inserts lines without touching the next one', () => {
    const at = ten.indexOf('line 5');
    expect(picture(ten, [{ start: at, end: at, text: 'new\n' }], 0)).toEqual(['4,0 5,1', '+new']);
  });

  it('appends to a text without a line break at its end', () => {
    expect(picture('a', [{ start: 1, end: 1, text: '\nb' }], 0)).toEqual(['1,1 1,2', '-a', '+a', '+b']);
  });

  it('says nothing about edits that change nothing', () => {
    expect(picture(ten, [replaceIn(ten, 'line 5', 'line 5')])).toEqual([]);
  });

  it('numbers each side so that the lines of a side are all there, in order', () => {
    fc.assert(
      fc.property(textOf, editsOf, fc.nat(4), (before, picks, context) => {
        const change = changeOf(before, picks);
        for (const hunk of hunksFromEdits(before, change.edits, context)) {
          const side = (name: 'before' | 'after') => hunk.lines.map((l) => l[name]).filter((n) => n !== null);
          expect(side('before')).toEqual(Array.from({ length: hunk.beforeLines }, (_, i) => hunk.beforeStart + i));
          expect(side('after')).toEqual(Array.from({ length: hunk.afterLines }, (_, i) => hunk.afterStart + i));
        }
      }),
    );
  });

  it('makes a diff that gives the text after, for any text and any edits', () => {
    fc.assert(
      fc.property(textOf, editsOf, fc.nat(4), (before, picks, context) => {
        const { edits, after } = changeOf(before, picks);
        const diff = unifiedDiff([{ path: 'a.yaml', before, after, hunks: hunksFromEdits(before, edits, context) }]);
        expect(diff === '' ? before : applyPatch(before, diff, { autoConvertLineEndings: false })).toBe(after);
      }),
      { numRuns: 500 },
    );
  });
});
