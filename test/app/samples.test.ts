import { describe, expect, it } from 'vitest';
import { SAMPLES } from '../../src/app/samples/index.ts';
import { analyze } from '../../src/engine/analyze.ts';
import { type Goal, previewGoals } from '../../src/engine/patch/index.ts';
import { english } from '../../src/words/index.ts';

const run = (files: Parameters<typeof analyze>[0]) => analyze(files, { defaultNamespace: 'default' });
const CHAIN = 'ServiceMonitor/monitoring/node-exporter#0';

describe('samples', () => {
  it.each([
    ['shipped', 'ok', 'https', [], 'kube-rbac-proxy <pod-ip>:9100'],
    ['obvious-edit', 'broken', 'http', ['bind-conflict'], null],
    ['repaired', 'ok', 'http', [], 'node-exporter :9100'],
  ])('%s: %s over %s %j, answered by %s', (id, status, scheme, reasons, listener) => {
    const sample = SAMPLES.find((s) => s.id === id);
    const { chains, ingested } = run(sample?.files ?? []);
    expect(ingested.problems).toEqual([]);
    expect(chains.map((c) => [c.id, c.status, c.scheme, c.reasons, c.targets[0]?.listener])).toEqual([
      [CHAIN, status, scheme, reasons, listener],
    ]);
    expect(chains[0]?.warnings).toEqual(['host-network']);
  });

  it.each(SAMPLES.flatMap((s) => (['http', 'https'] as const).map((goal) => [s.id, goal] as const)))(
    '%s can be switched to %s',
    (id, goal) => {
      const files = SAMPLES.find((s) => s.id === id)?.files ?? [];
      const wanted: Goal = { chain: CHAIN, goal, names: 'tidy', removeUnusedRbac: true };
      const { after, refusals } = previewGoals(files, [wanted], run);
      expect(refusals).toEqual([null]);
      expect(after.map((c) => [c.status, c.scheme, c.targets[0]?.serves])).toEqual([['ok', goal, goal]]);
    },
  );

  it('have a title, a sentence, and paths of their own', () => {
    for (const { titleKey, aboutKey, files } of SAMPLES) {
      expect(english('samples', titleKey).length).toBeGreaterThan(5);
      expect(english('samples', aboutKey)).toMatch(/\.$/);
      expect(new Set(files.map((f) => f.path)).size).toBe(files.length);
    }
  });
});
