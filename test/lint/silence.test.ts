import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/engine/analyze.ts';
import { allFindings, silenceProblems } from '../../src/engine/lint/index.ts';
import { edit, SHOP } from '../fixtures/shop.ts';

type Edit = [from: string, to: string];
const WRONG: Edit = ['  - port: http-metrics', '  - port: metric'];

function look(text: string, settings?: string, path = '.linkchain.yaml') {
  const files = [{ path: 'shop/all.yaml', text }, ...(settings === undefined ? [] : [{ path, text: settings }])];
  const analysis = analyze(files, { defaultNamespace: 'default' });
  const findings = allFindings(analysis).filter((f) => f.code === 'port-not-found');
  return {
    reasons: findings.map((f) => f.silenced?.reason ?? null),
    problems: silenceProblems(analysis).map((p) => `${p.code} ${p.file}:${p.line}`),
    ingest: analysis.ingested.problems.map((p) => p.code),
  };
}

describe('by comment', () => {
  it.each<[string, Edit[], string | null]>([
    ['on the line itself', [WRONG, ['- port: metric', '- port: metric # linkchain: silence port-not-found: known']], 'known'],
    ['on the line before', [WRONG, ['  - port: metric', '  # linkchain: silence port-not-found — known\n  - port: metric']], 'known'],
    ['two lines before says nothing', [WRONG, ['  endpoints:\n', '  # linkchain: silence port-not-found: known\n  endpoints:\n']], null],
    [
      'at the head of the document, for all of it',
      [
        WRONG,
        [
          'apiVersion: monitoring.coreos.com/v1\nkind: ServiceMonitor',
          '# linkchain: silence port-not-found: known\napiVersion: monitoring.coreos.com/v1\nkind: ServiceMonitor',
        ],
      ],
      'known',
    ],
    ['of another code', [WRONG, ['- port: metric', '- port: metric # linkchain: silence netpol-denied: known']], null],
  ])('%s', (_, edits, reason) => {
    expect(look(edit(SHOP, ...edits)).reasons).toEqual([reason]);
  });

  it('says what is wrong with it', () => {
    const text = (comment: string) => edit(SHOP, WRONG, ['- port: metric', `- port: metric # ${comment}`]);
    expect(look(text('linkchain: silence port-not-found')).problems).toEqual(['silence-no-reason shop/all.yaml:44']);
    expect(look(text('linkchain: silence portnotfound: x')).problems).toEqual(['silence-unknown-code shop/all.yaml:44']);
    expect(look(text('linkchain: silence loopback-only: x')).problems).toEqual(['silence-unused shop/all.yaml:44']);
  });
});

describe('by .linkchain.yaml', () => {
  const text = edit(SHOP, WRONG);
  const entry = (fields: string) => `silence:\n- {code: port-not-found, reason: known${fields}}\n`;
  it.each<[string, string, string, string | null]>([
    ['for everything', '.linkchain.yaml', entry(''), 'known'],
    ['in its folder', 'shop/.linkchain.yaml', entry(''), 'known'],
    ['not in another one', 'other/.linkchain.yaml', entry(''), null],
    ['of an object', '.linkchain.yaml', entry(', object: ServiceMonitor/shop/cart'), 'known'],
    ['of objects by a pattern', '.linkchain.yaml', entry(', object: "ServiceMonitor/*"'), 'known'],
    ['of another object', '.linkchain.yaml', entry(', object: ServiceMonitor/shop/c'), null],
    ['of a chain', '.linkchain.yaml', entry(', chain: "ServiceMonitor/shop/cart#*"'), 'known'],
  ])('%s', (_, path, settings, reason) => {
    const { reasons, ingest } = look(text, settings, path);
    expect(reasons).toEqual([reason]);
    expect(ingest).toEqual([]);
  });

  it('says what is wrong with it', () => {
    expect(look(text, 'silence: yes\n').problems).toEqual(['silence-unreadable .linkchain.yaml:1']);
    expect(look(text, 'silence:\n- {code: port-not-found}\n').problems).toEqual(['silence-no-reason .linkchain.yaml:2']);
    expect(look(text, 'silence:\n- {code: nope, reason: x}\n- 7\n').problems).toEqual([
      'silence-unknown-code .linkchain.yaml:2',
      'silence-unknown-code .linkchain.yaml:3',
    ]);
    expect(look(text, ': [').problems).toEqual(['silence-unreadable .linkchain.yaml:1']);
  });
});
