import fc from 'fast-check';
import { expect, it } from 'vitest';
import { excerptOf } from '../../src/app/state/excerpt.ts';

/** `«` and `»` stand for the ends of the evidence. */
function draw(marked: string, around?: number): string[] {
  const start = marked.indexOf('«');
  const end = marked.indexOf('»') - 1;
  const text = marked.replace(/[«»]/g, '');
  const line = text.slice(0, start).split('\n').length;
  return excerptOf(text, { start, end, line }, around).map((l) => `${l.number} ${l.before}${l.mark && `«${l.mark}»`}${l.after}`);
}

it('shows the lines around the evidence and marks it', () => {
  expect(draw('a\nb\nc\nport: «https»\ne\nf\ng', 2)).toEqual(['2 b', '3 c', '4 port: «https»', '5 e', '6 f']);
  expect(draw('«a»\nb\n', 1)).toEqual(['1 «a»', '2 b']);
  expect(draw('a\nb\n«c»', 1)).toEqual(['2 b', '3 «c»']);
});

it('marks every line of evidence that spans several, and leaves CR out', () => {
  expect(draw('x\r\n«a:\r\n  b»: 1\r\ny', 1)).toEqual(['1 x', '2 «a:»', '3 «  b»: 1', '4 y']);
});

it('numbers lines as an editor does, whatever the text', () => {
  const texts = fc.array(
    fc.string({ maxLength: 8 }).map((s) => s.replace(/[\r\n«»]/g, '')),
    { minLength: 1, maxLength: 30 },
  );
  fc.assert(
    fc.property(texts, fc.nat(), fc.nat(5), (lines, at, around) => {
      const text = lines.join('\n');
      const n = at % lines.length;
      const start = lines.slice(0, n).join('\n').length + (n > 0 ? 1 : 0);
      const end = start + (lines[n]?.length ?? 0);
      for (const l of excerptOf(text, { start, end, line: n + 1 }, around)) {
        expect(l.before + l.mark + l.after).toBe(lines[l.number - 1]);
      }
    }),
  );
});

it('gives lines the server wrote for nothing, unless the evidence lies in them', () => {
  const text = 'a\nuid: 1\nuid: 2\nb\nport: x\nuid: 3\nuid: 4\nc\nd';
  const noise = [
    { from: 2, to: 3 },
    { from: 6, to: 7 },
  ];
  const at = (word: string) => ({
    start: text.indexOf(word),
    end: text.indexOf(word) + word.length,
    line: text.slice(0, text.indexOf(word)).split('\n').length,
  });
  const shown = (word: string) => excerptOf(text, { ...at(word), noise }, 2).map((l) => `${l.noise ? '~' : ''}${l.number}`);
  expect(shown('port: x')).toEqual(['1', '~2', '~3', '4', '5', '~6', '~7', '8', '9']);
  expect(shown('uid: 3')).toEqual(['4', '5', '6', '7', '8']);
});
