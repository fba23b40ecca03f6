import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createReadCache, type Ingested, ingest, LIMITS } from '../../src/engine/ingest/index.ts';
import { isEager, readObject } from '../../src/engine/objects/index.ts';
import { type Files, service, take } from './take.ts';

const status = (files: Files) => take(files).files.map((f) => [f.status, f.reason, f.documents, f.objects].filter((x) => x !== undefined));

describe('files', () => {
  it.each([
    ['a manifest', { 'a.yaml': service('a') }, ['used', 1, 1]],
    ['a manifest by another name', { 'a.tpl': service('a') }, ['used', 1, 1]],
    ['nothing', { 'a.yaml': '' }, ['empty', 0, 0]],
    ['blanks and separators', { 'a.yaml': ' \n---\n# only a comment\n---\n' }, ['empty', 0, 0]],
    ['values', { 'values.yaml': 'replicas: 3\n' }, ['ignored', 'no-manifest', 0, 0]],
    ['package.json', { 'package.json': '{"name": "x"}' }, ['ignored', 'no-manifest', 0, 0]],
    ['a chart', { 'Chart.yaml': 'apiVersion: v2\nname: a\n' }, ['ignored', 'no-manifest', 0, 0]],
    ['a JSON patch', { 'patch.yaml': '- op: remove\n  path: /spec\n' }, ['ignored', 'no-manifest', 0, 0]],
    ['a readme', { 'README.md': '# Read me\n' }, ['ignored', 'not-yaml', 0, 0]],
    ['a licence', { LICENSE: 'Licence text: all of it.\n' }, ['ignored', 'not-yaml', 0, 0]],
    ['notes', { 'NOTES.txt': 'Some notes.\n' }, ['ignored', 'not-yaml', 0, 0]],
    ['an article with manifests', { 'article.md': `# A\n\n\`\`\`yaml\n${service('a')}\`\`\`\n` }, ['failed', 1, 0]],
    ['a kustomization', { 'kustomization.yaml': 'resources: [a.yaml]\n' }, ['ignored', 'kustomization', 0, 0]],
    [
      'a kustomization that says so',
      { 'k.yaml': 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nmetadata:\n  name: a\n' },
      ['ignored', 'kustomization', 1, 1],
    ],
    [
      'a template',
      { 'a.yaml': 'apiVersion: v1\nkind: Service\nmetadata:\n  name: {{ .Release.Name }}\n' },
      ['failed', 'helm-template', 1, 0],
    ],
    ['something broken', { 'a.yaml': 'kind: "Service\n' }, ['failed', 1, 0]],
  ] as [string, Files, unknown[]][])('%s', (_, files, expected) => expect(status(files)).toEqual([expected]));

  it('that are not text are only listed', () => {
    const { files } = ingest([{ path: 'a.png', text: '', binary: true }], { defaultNamespace: 'default', eager: isEager });
    expect(files).toEqual([{ path: 'a.png', status: 'ignored', reason: 'binary', documents: 0, objects: 0 }]);
  });
});

describe('limits', () => {
  const files = { 'a.yaml': `${service('a')}---\n${service('b')}`, 'b.yaml': service('c') };
  it.each([
    [{ files: 1 }, ['b.yaml too-many-files'], 2],
    [{ documents: 1 }, ['a.yaml too-many-documents', 'b.yaml too-many-documents'], 1],
    [{ fileBytes: 80 }, ['a.yaml file-too-large'], 1],
  ])('%j', (limits, said, objects) => {
    const found = take(files, { limits: { ...LIMITS, ...limits } });
    expect(found.problems.map((p) => `${p.file} ${p.code}`)).toEqual(said);
    expect(found.objects.length).toBe(objects);
  });

  it('a List of thousands of faults is not read thousands of times', () => {
    const start = performance.now();
    const { problems: found } = take(`apiVersion: v1\nkind: List\nitems:\n${'- 1\n'.repeat(5000)}`);
    expect(found.length).toBe(5000);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe('the cache', () => {
  it('gives back the same reading for the same text, and forgets the oldest beyond its size', () => {
    const cache = createReadCache(20);
    const first = cache.reading('a: 1');
    expect(cache.reading('a: 1')).toBe(first);
    cache.reading(`b: ${'x'.repeat(14)}`);
    expect(cache.reading('a: 1')).not.toBe(first);
  });

  it('changes nothing but time', () => {
    const cache = createReadCache();
    const strip = ({ files, objects, problems: found }: Ingested) => ({ files, found, objects: objects.map((o) => [o.id, o.body()]) });
    const text = `${service('a')}---\n${service('a', 81)}---\n"`;
    expect(strip(take(text, { cache }))).toEqual(strip(take(text, { cache })));
    expect(strip(take(text, { cache }))).toEqual(strip(take(text)));
  });
});

describe('any input at all', () => {
  const word = fc.constantFrom(
    'apiVersion',
    'kind',
    'metadata',
    'name',
    'items',
    'spec',
    'List',
    'Service',
    'RoleList',
    'v1',
    'yes',
    '',
    '---',
    '{{ .x }}',
    '...',
  );
  const line = fc
    .tuple(fc.nat(4), word, fc.constantFrom(': ', ':', '- ', '"', '&a ', '*a', '\t', ' {', '}'), word)
    .map(([n, a, b, c]) => `${' '.repeat(n)}${a}${b}${c}`);
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(line, { maxLength: 12 }).map((l) => l.join('\n')),
    fc.json(),
  );

  it('is taken without a throw, every problem with a place in its file', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 3 }), (texts) => {
        const found = take(Object.fromEntries(texts.map((t, i) => [`${i}.yaml`, t])));
        for (const raw of found.objects) readObject(raw);
        for (const p of found.problems) {
          const lines = (texts[Number.parseInt(p.file, 10)] as string).split('\n');
          expect(p.line).toBeGreaterThanOrEqual(1);
          expect(p.line).toBeLessThanOrEqual(lines.length);
          expect(p.column).toBeGreaterThanOrEqual(1);
        }
        for (const d of found.docs.values()) expect(texts[Number.parseInt(d.file, 10)]?.slice(d.start, d.end)).toBe(d.text);
      }),
      { numRuns: 500 },
    );
  });
});
