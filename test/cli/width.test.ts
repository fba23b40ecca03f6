import { describe, expect, it } from 'vitest';
import { pad, table, width } from '../../src/cli/text/width.ts';

describe('columns', () => {
  it.each([
    ['ok', 2],
    ['断开', 4],
    ['✗ →', 3],
    ['（a）', 5],
    ['', 0],
  ])('%j takes %i', (text, columns) => expect(width(text)).toBe(columns));

  it('aligns what follows wide characters', () => {
    expect(pad('断开', 6)).toBe('断开  ');
    expect(
      table([
        ['断开', 'x', 'y'],
        ['ok', 'xx', 'y'],
      ]),
    ).toEqual(['断开  x   y', 'ok    xx  y']);
  });
});
