import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdits, createLocator, editDocument, readHead, readValue, splitDocuments } from '../../src/engine/yaml/index.ts';
import { anyDocument, anyText } from './documents.ts';

const anything = fc.oneof(
  fc.string({ maxLength: 60, unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        'a',
        ':',
        ' ',
        '\n',
        '- ',
        '&x',
        '*x',
        '!t',
        '{',
        '}',
        '[',
        ']',
        '"',
        "'",
        '|',
        '>',
        '#',
        '%TAG ',
        '---',
        '\t',
        '? ',
        '<<: ',
        '\r\n',
        '\uFEFF',
        '\0',
        '...',
      ),
      { maxLength: 25 },
    )
    .map((p) => p.join('')),
  fc.tuple(anyDocument, fc.nat(500), anyText).map(([text, at, put]) => text.slice(0, at) + put + text.slice(at + 1)),
);

describe('any text', () => {
  test('is split, looked at, read, located and edited without throwing', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(anything, (text) => {
        for (const slice of splitDocuments(text)) {
          expect(text.slice(slice.start, slice.end)).toBe(slice.text);
          expect(text.slice(0, slice.start).split('\n').length).toBe(slice.line);
        }
        readHead(text);
        const { value, problems } = readValue(text);
        expect(value === undefined).toBe(problems.some((p) => p.severity === 'error'));
        for (const p of problems) expect(p.start <= p.end && p.start >= 0 && p.end <= text.length, JSON.stringify(p)).toBe(true);
        JSON.stringify(value);
        const locator = createLocator(text);
        for (const path of [[], ['a'], ['a', 0], [0, 'a']]) {
          const { start, end } = locator.nearest(path);
          expect(start <= end && end <= text.length).toBe(true);
          locator.span(path, 'key');
          locator.lineCol(start);
          const edit = editDocument(text, [{ op: 'set', path, value: 'x' }]);
          if (edit.ok) applyEdits(text, edit.edits);
        }
      }),
      { numRuns: Number(process.env.FUZZ ?? 1500) },
    );
  });
});

describe('hostile texts are refused in time', () => {
  const many = 100_000;
  const hostile: [string, string, string | null][] = [
    ['open flow lists', '['.repeat(many), 'too-deep'],
    ['open flow maps', '{a: '.repeat(many), 'too-deep'],
    ['nested dashes', '- '.repeat(many), 'too-deep'],
    ['nested questions', '? '.repeat(many), 'too-deep'],
    ['JSON lists', `${'['.repeat(many)}${']'.repeat(many)}`, 'too-deep'],
    ['JSON maps', `${'{"a":'.repeat(many)}1${'}'.repeat(many)}`, 'too-deep'],
    ['block maps', Array.from({ length: 700 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'), 'too-deep'],
    ['an open quote', `a: "${'x\n '.repeat(many)}`, 'yaml-unterminated'],
    ['quotes', `a: ${'"'.repeat(many)}`, 'yaml-syntax'],
    ['colons', `a${':'.repeat(many)}`, 'yaml-syntax'],
    ['spaces', `a: ${' '.repeat(many)}b${' '.repeat(many)}`, null],
    ['directives', `${'%x\n'.repeat(many)}a: 1`, 'yaml-syntax'],
    ['unknown tags', `a: [${'!x 1,'.repeat(10_000)}]`, null],
    ['backslashes', `a: "${'\\'.repeat(many)}"`, null],
    ['blank lines in a block', `a: |\n${' \n'.repeat(many)}  x\n`, null],
    ['a long key', `${'k'.repeat(many)}: 1`, 'yaml-syntax'],
    ['items without colons', '- x\n'.repeat(many), null],
    [
      'merges of merges',
      `a: &a {x: 1}\n${Array.from({ length: 500 }, (_, i) => `b${i}: &b${i} {<<: [*${i ? `b${i - 1}` : 'a'}, *${i ? `b${i - 1}` : 'a'}], y${i}: 1}`).join('\n')}`,
      'too-many-aliases',
    ],
    ['an alias of a long text', `a: &a "${'x'.repeat(many)}"\nb: [${'*a,'.repeat(2000)}]`, 'too-many-aliases'],
  ];
  test.each(hostile)('%s', { timeout: 60_000 }, (_, text, code) => {
    // Processor time: what else the machine does is not the reader's fault.
    const before = process.cpuUsage();
    const { value, problems } = readValue(text);
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(2000);
    expect(problems[0]?.code ?? null).toBe(code);
    expect(value === undefined).toBe(code !== null);
  });
});
