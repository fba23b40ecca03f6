import { describe, expect, it } from 'vitest';
import { KINDS } from '../../src/engine/objects/index.ts';
import { foreignPolicies } from '../../src/engine/objects/kinds/foreignPolicy.ts';
import { analyzeText, SHOP } from '../fixtures/shop.ts';

const kinds = foreignPolicies.flatMap(({ group, kinds: names, clusterScoped }) =>
  names.map((kind) => ({ group, kind, clusterScoped: clusterScoped === true })),
);
const policy = (group: string, kind: string, metadata: string) =>
  `${SHOP}---\napiVersion: ${group}/v1\nkind: ${kind}\nmetadata: {${metadata}}\nspec: {}\n`;
const findings = (text: string) => analyzeText(text).findings.filter((f) => f.code === 'policy-not-evaluated');

it('reads them all', () => {
  for (const reader of foreignPolicies) expect(KINDS).toContain(reader);
});

describe.each(kinds)('$group/$kind', ({ group, kind, clusterScoped }) => {
  it('is named on the chain it may concern, with its line, and nothing is claimed of what it admits', () => {
    const text = policy(group, kind, clusterScoped ? 'name: guard' : 'name: guard, namespace: shop');
    const [finding, ...more] = findings(text);
    expect(finding).toMatchObject({ severity: 'info', params: { count: 1, policies: expect.stringContaining(`${kind} `) } });
    expect([more, finding?.evidence.length]).toEqual([[], 1]);
    expect(analyzeText(text).chains.map((c) => c.status)).toEqual(['ok']);
  });
});

it.each(kinds.filter((k) => !k.clusterScoped))('$group/$kind does not concern another namespace', ({ group, kind }) => {
  expect(findings(policy(group, kind, 'name: guard, namespace: elsewhere'))).toEqual([]);
});
