import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/engine/analyze.ts';
import type { SourceFile } from '../../src/engine/ingest/index.ts';
import { renamePort, textMarks } from '../../src/engine/text/index.ts';
import { edit, SHOP } from '../fixtures/shop.ts';

const PROBED = edit(SHOP, [
  '        - {name: metrics, containerPort: 8080}',
  '        - {name: "metrics", containerPort: 8080}\n        readinessProbe: {httpGet: {port: metrics, path: /}}',
]);
const INGRESS = `${SHOP}---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: cart, namespace: shop}
spec:
  rules:
  - host: cart.example.org
    http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: cart, port: {name: http-metrics}}}}]}
`;
const run = (files: readonly SourceFile[]) => analyze(files, { defaultNamespace: 'default' });
const of = (text: string) => run([{ path: 'all.yaml', text }]);

/** Line and column of the n-th occurrence. */
function at(text: string, what: string, n = 0): { file: string; line: number; column: number } {
  let from = -1;
  for (let i = 0; i <= n; i++) from = text.indexOf(what, from + 1);
  const before = text.slice(0, from).split('\n');
  return { file: 'all.yaml', line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

describe('marks of a text', () => {
  const ties = textMarks(of(SHOP), 'all.yaml').ties;
  const tiesAt = (what: string, n = 0) => {
    const { line, column } = at(SHOP, what, n);
    return ties
      .filter((t) => t.line === line && column >= t.column && column < t.column + t.length)
      .map((t) => `${t.value} ${t.state} → ${t.other?.object} :${t.other?.line}${t.port ? ' port' : ''}`);
  };
  it.each<[what: string, n: number, ties: string[]]>([
    ['http-metrics', 0, [`http-metrics ok → ServiceMonitor/shop/cart :${at(SHOP, 'http-metrics', 1).line} port`]],
    ['http-metrics', 1, [`http-metrics ok → Service/shop/cart :${at(SHOP, 'http-metrics', 0).line} port`]],
    ['metrics}', 0, [`metrics ok → Deployment/shop/cart :${at(SHOP, 'name: metrics').line} port`]],
  ])('%s (%i) leads to the other end', (what, n, expected) => {
    expect(tiesAt(what, n).filter((tie) => !tie.startsWith('http '))).toEqual(expected);
  });

  it('a broken tie says so, and a finding stands at its first line', () => {
    const text = edit(SHOP, ['- port: http-metrics', '- port: metric']);
    const marks = textMarks(of(text), 'all.yaml');
    const { line } = at(text, '- port: metric');
    expect(marks.findings.map((f) => [f.code, f.severity, f.line, f.fixable])).toEqual([['port-not-found', 'error', line, true]]);
    expect(marks.ties.filter((t) => t.line === line).map((t) => t.state)).toContain('broken');
  });

  it('has nothing to say of another file, or of none', () => {
    expect(textMarks(of(SHOP), 'other.yaml')).toEqual({ findings: [], ties: [] });
  });
});

describe('another name for a port', () => {
  it.each<[what: string, text: string, place: [string, number], to: string, fields: string[]]>([
    ['from the Service', SHOP, ['http-metrics', 0], 'web', ['spec.ports[0].name', 'spec.endpoints[0].port']],
    ['from the monitor', SHOP, ['http-metrics', 1], 'web', ['spec.ports[0].name', 'spec.endpoints[0].port']],
    [
      'of the container, with its probe',
      PROBED,
      ['metrics}', 0],
      'm2',
      [
        'spec.template.spec.containers[0].ports[0].name',
        'spec.template.spec.containers[0].readinessProbe.httpGet.port',
        'spec.ports[0].targetPort',
      ],
    ],
    [
      'that an Ingress asks for too',
      INGRESS,
      ['http-metrics', 1],
      'web',
      ['spec.ports[0].name', 'spec.endpoints[0].port', 'spec.rules[0].http.paths[0].backend.service.port.name'],
    ],
  ])('%s', (_what, text, [what, n], to, fields) => {
    const before = of(text);
    const place = at(text, what, n);
    const made = renamePort(before, place, to, run);
    if ('refused' in made) throw new Error(made.refused);
    expect(made.places.map((p) => p.field)).toEqual(fields);
    expect(made.worse).toEqual([]);
    // Nothing but the name changes, and back again is the text as it was.
    const [file] = made.files;
    expect(file?.text.split(to).length).toBe(text.split(to).length + fields.length);
    const back = renamePort(run(made.files), place, made.from, run);
    expect('files' in back ? back.files[0]?.text : back).toBe(text);
  });

  it.each<[to: string, refused: string]>([
    ['http-metrics', 'same'],
    ['Web', 'bad-name'],
    ['1234', 'bad-name'],
    ['sixteen-letters-x', 'bad-name'],
    ['a--b', 'bad-name'],
    ['', 'bad-name'],
  ])('%j is refused: %s', (to, refused) => {
    expect(renamePort(of(SHOP), at(SHOP, 'http-metrics'), to, run)).toEqual({ refused });
  });

  it('is refused where no port is named', () => {
    expect(renamePort(of(SHOP), at(SHOP, 'selector', 0), 'web', run)).toEqual({ refused: 'no-port' });
  });

  it('is not done where a name stands behind an alias, which cannot be written anew', () => {
    const text = edit(
      SHOP,
      ['{name: http-metrics, port: 80', '{name: &p http-metrics, port: 80'],
      ['targetPort: metrics}', 'targetPort: metrics}\n  - {name: other, port: 81, targetPort: *p}'],
    );
    const made = renamePort(of(text), at(text, '- port: http-metrics'.slice(8), 1), 'web', run);
    expect('worse' in made && made.worse.length > 0).toBe(true);
  });

  it('says who would fare worse: a name that another port of the Service has', () => {
    const text = edit(SHOP, [
      '  - {name: http-metrics, port: 80, targetPort: metrics}',
      '  - {name: http-metrics, port: 80, targetPort: metrics}\n  - {name: web, port: 81, targetPort: 81}',
    ]);
    const made = renamePort(of(text), at(text, 'http-metrics'), 'web', run);
    expect('worse' in made && made.worse.length).toBeGreaterThan(0);
  });
});
