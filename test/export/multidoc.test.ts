import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { multiDocument } from '../../src/engine/export/index.ts';
import { readValue, splitDocuments } from '../../src/engine/yaml/index.ts';

const values = (text: string): unknown[] => splitDocuments(text).map((slice) => readValue(slice.text).value);

describe('multiDocument', () => {
  it('names each file and touches nothing else', () => {
    const files = [
      { path: 'a.yaml', text: '# about a\nkind: Service   # here\n' },
      { path: 'setup/b.yaml', text: '---\nkind: Role\n---\nkind: RoleBinding' },
      { path: 'c.json', text: '{\n\t"kind": "ConfigMap"\n}\n' },
    ];
    expect(multiDocument(files)).toBe(
      [
        '---\n# Source: a.yaml\n# about a\nkind: Service   # here\n',
        '# Source: setup/b.yaml\n---\nkind: Role\n---\nkind: RoleBinding\n',
        '# Source: c.json\n---\n{\n\t"kind": "ConfigMap"\n}\n',
      ].join(''),
    );
  });

  it('keeps a path inside its comment', () => {
    expect(values(multiDocument([{ path: 'a\n---\nkind: Evil', text: 'kind: Service\n' }]))).toEqual([{ kind: 'Service' }]);
  });

  const text = fc.constantFrom(
    '\ufeffkind: A\n',
    'kind: B\r\nspec:\r\n  x: 1\r\n',
    'kind: C\ntext: |\n  last line open',
    'kind: D\ntext: |+\n  kept\n\n\n',
    '---\nkind: E\n---\n# only a comment\n---\nkind: F\n...\n',
    '# licence\n\n--- # first\nkind: G\n',
    '%YAML 1.2\n---\nkind: H\n',
    '{"kind": "I",\n\t"items": []}',
    '[1, 2]\n',
    '\n\n',
    '# nothing but words\n',
  );
  it('reads back as the documents of the files, in order', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 6 }), (texts) => {
        const files = texts.map((t, i) => ({ path: `f${i}.yaml`, text: t }));
        expect(values(multiDocument(files))).toEqual(texts.flatMap(values));
      }),
    );
  });
});
