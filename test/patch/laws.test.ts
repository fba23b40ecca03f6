import { describe, expect, it } from 'vitest';
import { type Analysis, analyze } from '../../src/engine/analyze.ts';
import { conflictsOf, listenersOf } from '../../src/engine/listen/index.ts';
import { applyGoals, type FileChange, type Goal, previewGoals } from '../../src/engine/patch/index.ts';
import { CASES, goalOf, other, run, withPrometheus } from './cases.ts';
import { FORMS } from './forms.ts';

const GOALS = (['http', 'https'] as const).flatMap((goal) => [
  { goal, names: 'keep' as const, removeUnusedRbac: false },
  { goal, names: 'tidy' as const, removeUnusedRbac: true },
]);
/** Ways that end for a reason of their own: a PodMonitor takes a token only from a Secret, and http took the reference away. */
const MAY_REFUSE = new Set(['token-needs-secret']);

/** What has to be true of any input that a plan leaves behind. */
function sound({ cluster }: Analysis): string[] {
  return cluster.workloads.flatMap((w) => {
    const names = w.pod.containers.flatMap((c) => c.ports.flatMap((p) => (p.name === null ? [] : [p.name])));
    const twice = names.filter((name, i) => names.indexOf(name) !== i).map((name) => `${w.id}: port name ${name} twice`);
    return [...twice, ...conflictsOf(listenersOf(w, cluster)).map((c) => `${w.id}: two listeners on ${c.port}`)];
  });
}

/** Without their line feeds; a carriage return belongs to its line. */
const linesOf = (text: string | null): string[] => (text ?? '').split('\n').filter((line, i, all) => line !== '' || i < all.length - 1);

/** Puts the hunks on the text before; everything outside them is kept as it is. */
function rebuilt({ before, hunks }: FileChange): string[] {
  const lines = linesOf(before);
  const out: string[] = [];
  let at = 0;
  for (const hunk of hunks) {
    const start = hunk.beforeLines === 0 ? hunk.beforeStart : hunk.beforeStart - 1;
    out.push(...lines.slice(at, start));
    for (const line of hunk.lines) if (line.kind !== 'removed') out.push(line.text);
    at = start + hunk.beforeLines;
  }
  return [...out, ...lines.slice(at)];
}

describe.each(CASES)('%s', (name) => {
  describe.each(Object.keys(FORMS))('%s', (form) => {
    const files = FORMS[form]?.(withPrometheus(name)) ?? [];
    const before = run(files);
    const chains = before.chains.map((c) => c.id);
    const goals = chains.flatMap((chain) => GOALS.map((g) => goalOf(chain, g.goal, g)));

    it('is a chain that works', () => {
      expect(before.ingested.problems).toEqual([]);
      expect(before.chains.map((c) => [c.id, c.status])).toEqual(chains.map((id) => [id, 'ok']));
      expect(chains.length).toBeGreaterThan(0);
    });

    it.each(goals)('$goal $names, rights removed: $removeUnusedRbac ($chain)', (goal: Goal) => {
      const preview = previewGoals(files, [goal], run);
      expect(preview.refusals).toEqual([null]);
      const [chain] = preview.after;
      expect([chain?.status, chain?.scheme, chain?.sendsToken]).toEqual(['ok', goal.goal, goal.goal === 'https']);
      for (const target of chain?.targets ?? []) {
        expect(target.serves).toBe(goal.goal);
        expect(['admitted', 'host-network']).toContain(target.network[0]);
      }
      const after = applyGoals(files, [goal], run);
      // Read without any cache: what the text says, not what was remembered of it.
      const analysis = analyze(after, { defaultNamespace: 'default' });
      expect(sound(analysis)).toEqual([]);
      expect(analysis.chains.filter((c) => c.status !== 'ok')).toEqual([]);
      for (const change of preview.changes) {
        expect(after.find((f) => f.path === change.path)?.text ?? null).toBe(change.after);
        expect(rebuilt(change)).toEqual(linesOf(change.after));
        if (change.before.includes('\r\n')) expect(change.after ?? '').not.toMatch(/[^\r]\n/);
      }
      expect(previewGoals(after, [goal], run).changes).toEqual([]);
    });

    it.each(goals)('there and back: $goal $names, rights removed: $removeUnusedRbac ($chain)', (goal: Goal) => {
      const way = [goal, { ...goal, goal: other(goal.goal) }, goal];
      const preview = previewGoals(files, way, run);
      const refused = preview.refusals.flatMap((r) => (r ? [r.code] : [])).filter((code) => !MAY_REFUSE.has(code));
      expect(refused).toEqual([]);
      expect(preview.after.map((c) => c.status)).toEqual(['ok', 'ok', 'ok'].slice(0, preview.after.length));
      expect(sound(run(applyGoals(files, way, run)))).toEqual([]);
      for (const change of preview.changes) expect(rebuilt(change)).toEqual(linesOf(change.after));
    });
  });
});
