import fc from 'fast-check';
import { Document } from 'yaml';
import type { Json } from '../../src/engine/yaml/index.ts';

/** Texts that some reader takes for something else, or that need care with quotes, folding or indentation. */
const awkward = [
  ...['', ' ', 'yes', 'No', 'on', 'y', 'null', '~', 'true', 'False', '0777', '012', '1_000', '0b11', '0o17', '0x1F', '1e3', '.5', '.inf'],
  ...['2026-01-01', '1:30', '-', '- a', '?', '? a', ':', ':9100', 'a: b', 'a:', 'a #b', '#a', '&a', '*a', '!a', '|', '>', '%a', '@a', '`a'],
  ...[
    '{a}',
    '[a]',
    '{{ .x }}',
    "it's",
    '"q"',
    'a, b',
    'a]',
    'tab\there',
    ' lead',
    'trail ',
    '__proto__',
    'constructor',
    '<<',
    '=',
    '...',
    '---',
  ],
  ...[
    'line\nbreak',
    'line\n',
    '\nline',
    'a\n\nb\n\n',
    '  deep\nb\n',
    'a\n  b\n',
    '\u0085',
    '\u2028',
    'é✓',
    '\u{1F600}',
    'a\\b',
    '\r',
    'x\r\ny',
  ],
];

export const anyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.stringMatching(/^[a-z][a-z0-9./-]{0,12}$/) },
  { weight: 3, arbitrary: fc.constantFrom(...awkward) },
  { weight: 1, arbitrary: fc.string({ maxLength: 20 }) },
);

export const anyScalar = fc.oneof(
  anyText,
  anyText,
  fc.integer({ min: -5, max: 70000 }),
  fc.boolean(),
  fc.constant(null),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);

/** Keys stay on one line and short, as in manifests. */
export const anyKey = anyText.filter((k) => k !== '<<' && !/[\n\r]/.test(k));

const { value } = fc.letrec<{ value: Json; map: Json }>((tie) => ({
  value: fc.oneof({ maxDepth: 3 }, anyScalar, fc.array(tie('value'), { maxLength: 4 }), tie('map')),
  map: fc.dictionary(anyKey, tie('value'), { maxKeys: 4 }),
}));
export const anyValue: fc.Arbitrary<Json> = value as fc.Arbitrary<Json>;

/** A manifest-like document as some author might write it: indentation, list style, flow parts, comments, line ends, JSON. */
export const anyDocument: fc.Arbitrary<string> = fc
  .record({
    value: fc.dictionary(anyKey, anyValue, { minKeys: 1, maxKeys: 5 }),
    form: fc.constantFrom('block', 'block', 'block', 'json', 'tight-json'),
    indent: fc.constantFrom(2, 2, 4),
    indentSeq: fc.boolean(),
    quote: fc.constantFrom(null, true, false),
    lineWidth: fc.constantFrom(0, 30),
    crlf: fc.boolean(),
    comments: fc.array(fc.tuple(fc.nat(30), fc.boolean()), { maxLength: 4 }),
    flowAt: fc.nat(8),
    lastBreak: fc.boolean(),
  })
  .map(({ value, form, indent, indentSeq, quote, lineWidth, crlf, comments, flowAt, lastBreak }) => {
    if (form === 'json') return JSON.stringify(value, null, indent);
    if (form === 'tight-json') return JSON.stringify(value);
    const doc = new Document(value);
    decorate(doc, comments, flowAt);
    let text = doc.toString({ indent, indentSeq, singleQuote: quote, lineWidth });
    if (!lastBreak) text = text.replace(/\n$/, '');
    return crlf ? text.replaceAll('\n', '\r\n') : text;
  });

/** Comments before some nodes, and one collection in flow style. */
function decorate(doc: Document, comments: [number, boolean][], flowAt: number): void {
  let n = 0;
  const visit = (node: unknown): void => {
    const collection = node as { items?: unknown[]; flow?: boolean };
    if (!Array.isArray(collection?.items)) return;
    if (n === flowAt) collection.flow = true;
    for (const item of collection.items) {
      const pair = item as { key?: { commentBefore?: string; spaceBefore?: boolean }; value?: unknown };
      const note = comments.find(([at]) => at === n);
      if (note && pair.key && !collection.flow) {
        pair.key.commentBefore = ' a comment';
        if (note[1]) pair.key.spaceBefore = true;
      }
      n++;
      visit('value' in pair && 'key' in pair ? pair.value : item);
    }
  };
  visit(doc.contents);
}
