import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFast } from '../../src/engine/yaml/fast/index.ts';
import { READ_LIMITS, readSlow } from '../../src/engine/yaml/read.ts';
import { anyDocument } from './documents.ts';

const runs = Number(process.env.FUZZ ?? 1500);

/** Pieces that change what YAML means when they turn up in the wrong place. */
const pieces = [
  ...[
    ' ',
    '  ',
    '\n',
    '\n\n',
    '\t',
    '\r\n',
    '\r',
    ':',
    ': ',
    '- ',
    '-',
    '#',
    ' #',
    ' # c\n',
    '"',
    "'",
    "''",
    '\\',
    '\\n',
    '{',
    '}',
    '[',
    ']',
    ',',
    ', ',
  ],
  ...[
    '&a ',
    '*a',
    '!t ',
    '<<: ',
    '|',
    '|-\n',
    '>\n  ',
    '>+',
    '? ',
    '%',
    '@',
    '`',
    '---',
    '\n---\n',
    '\n...\n',
    '...',
    '\uFEFF',
    '\u00a0',
    '\0',
    '\u0085',
    '\u2028',
  ],
  ...[
    'a: b\n',
    '\n  - x',
    '\n    y: 1',
    'null',
    '~',
    '0x1',
    '1e3',
    'key:\n',
    '\n \n',
    ' \n',
    '\\\n',
    '{a: b}',
    '[a, b]',
    '{a: 1,\n b: 2}',
    '"a\n  b"',
    '= ',
    '__proto__: 1\n',
  ],
];

type Mutation = { at: number; cut: number; put: string; copy: number };
const anyMutation: fc.Arbitrary<Mutation> = fc.record({
  at: fc.nat(2000),
  cut: fc.oneof(fc.constant(0), fc.nat(3)),
  put: fc.oneof(fc.constantFrom(...pieces), fc.constant('')),
  copy: fc.oneof(fc.constant(0), fc.nat(15)),
});

function mutate(text: string, mutations: Mutation[]): string {
  return mutations.reduce((t, { at, cut, put, copy }) => {
    const from = t.length === 0 ? 0 : at % t.length;
    return t.slice(0, from) + put + t.slice(from + cut, from + cut + copy).repeat(2) + t.slice(from + cut + copy);
  }, text);
}

function sameAsSlow(text: string): boolean {
  const fast = readFast(text, READ_LIMITS.depth);
  if (fast === undefined) return false;
  expect({ json: JSON.stringify(fast), problems: [] }, JSON.stringify(text)).toEqual(
    ((slow) => ({ json: JSON.stringify(slow.value), problems: slow.problems }))(readSlow(text, READ_LIMITS)),
  );
  return true;
}

describe('the fast reader', () => {
  test('reads generated documents as the package does, and gives up on few', { timeout: 300_000 }, () => {
    let answered = 0;
    fc.assert(
      fc.property(anyDocument, (text) => {
        if (sameAsSlow(text)) answered++;
      }),
      { numRuns: runs },
    );
    expect(answered).toBeGreaterThan(runs / 3);
  });

  test('reads mangled documents as the package does, or gives up', { timeout: 300_000 }, () => {
    const mangled = fc
      .tuple(anyDocument, fc.array(anyMutation, { minLength: 1, maxLength: 3 }))
      .map(([text, mutations]) => mutate(text, mutations));
    fc.assert(
      fc.property(mangled, (text) => void sameAsSlow(text)),
      { numRuns: runs },
    );
  });

  test('reads texts made of pieces as the package does, or gives up', { timeout: 300_000 }, () => {
    const word = fc.constantFrom(...pieces, 'a', 'b', 'a: ', 'b:', 'c: ', '- ', 'x y', '1', "'q'", '"q"', '"q": ');
    const line = fc
      .tuple(fc.constantFrom('', '', '  ', '    ', ' '), fc.array(word, { maxLength: 3 }))
      .map(([indent, words]) => indent + words.join(''));
    const head = fc.constantFrom('', 'k:', 'k: ', '- ', 'k: v\nl: ', 'k:\n  l: |\n', 'k: >-\n', "k: '", 'k: "', 'k: [', 'k: {');
    const piled = fc.tuple(head, fc.array(line, { maxLength: 6 })).map(([first, lines]) => first + lines.join('\n'));
    fc.assert(
      fc.property(piled, (text) => void sameAsSlow(text)),
      { numRuns: runs * 3 },
    );
  });
});
