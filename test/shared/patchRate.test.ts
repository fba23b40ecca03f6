import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/engine/analyze.ts';
import { createReadCache, type SourceFile } from '../../src/engine/ingest/index.ts';
import { applyGoals, type Goal, previewGoals } from '../../src/engine/patch/index.ts';
import { filesBelow, SHARED } from './sets.ts';

/**
 * Refusals that are no failure: the API server asks in https alone; nothing in the input says who listens or what is
 * spoken; the manifest that would have to change is not in the input.
 */
const MAY_REFUSE: Readonly<Record<string, string>> = {
  'api-server': 'an extension of the Kubernetes API answers https alone',
  'api-server-calls': 'a webhook of the API server is called over https alone',
  'listener-unknown': 'nothing in the input says who listens',
  'scheme-unknown': 'nothing in the input says what the listener speaks',
  'scheme-lost': 'only the proxy that would go says what the process behind it speaks',
  'no-template': 'the controller of the pods is not in the input',
  'live-pods': 'running pods of the input stay as they are until the operator remakes them',
};
const KUBE_PROMETHEUS = /^kube-prometheus-/;

const printed = new Map<string, number>();
const refused: string[] = [];

describe.each(readdirSync(`${SHARED}/corpus/sets`))('%s', (set) => {
  const files = filesBelow(`${SHARED}/corpus/sets/${set}`);
  const cache = createReadCache();
  const run = (of: readonly SourceFile[]) => analyze(of, { defaultNamespace: 'default' }, cache);
  const before = run(files);
  const errors = (findings: readonly { code: string; severity: string; chain: string | null }[]): string[] =>
    findings.filter((f) => f.severity === 'error').map((f) => `${f.code} ${f.chain}`);
  const known = new Set(errors(before.findings));
  const cases = before.chains
    .filter((c) => c.status === 'ok')
    .flatMap((c) => (['http', 'https'] as const).map((goal) => [c.id, goal] as const));

  it('has chains to try, or none that are ok', () => expect(cases.length % 2).toBe(0));

  it.each(cases)('%s → %s', (chain, scheme) => {
    const goal: Goal = { chain, goal: scheme, names: 'keep', removeUnusedRbac: false };
    const { refusals, strategies, changes, after } = previewGoals(files, [goal], run);
    const [refusal] = refusals;
    const outcome = refusal ? `refused: ${refusal.code}` : `${changes.length === 0 ? 'met' : 'patched'}: ${strategies[0]}`;
    printed.set(outcome, (printed.get(outcome) ?? 0) + 1);
    if (refusal) {
      refused.push(`${set} ${chain} → ${scheme}: ${refusal.code}`);
      expect(Object.keys(MAY_REFUSE)).toContain(refusal.code);
      if (KUBE_PROMETHEUS.test(set))
        expect([refusal.code, scheme, chain]).toEqual(['api-server', 'http', expect.stringContaining('prometheus-adapter')]);
      return;
    }
    expect(after.map((c) => [c.status, c.scheme])).toEqual([['ok', scheme]]);
    expect(after[0]?.targets.map((t) => t.serves)).toEqual(after[0]?.targets.map(() => scheme));
    // Read by an engine that never saw the text before.
    const fresh = analyze(applyGoals(files, [goal], run), { defaultNamespace: 'default' });
    expect(errors(fresh.findings).filter((e) => !known.has(e))).toEqual([]);
    expect(previewGoals(fresh.files, [goal], run).changes).toEqual([]);
  });
});

describe('the rate', () => {
  it('is printed, with each refusal', () => {
    const count = (start: string): number => [...printed].filter(([k]) => k.startsWith(start)).reduce((sum, [, n]) => sum + n, 0);
    const all = count('');
    const lines = [...printed].toSorted(([, a], [, b]) => b - a).map(([outcome, n]) => `  ${n}  ${outcome}`);
    console.log(
      [`http and https of every ok chain: ${count('patched') + count('met')} of ${all}`, ...lines, ...refused.map((r) => `  ${r}`)].join(
        '\n',
      ),
    );
    expect(all).toBeGreaterThan(200);
  });
});
