import { describe, expect, it } from 'vitest';
import { type Analysis, analyze } from '../../src/engine/analyze.ts';
import type { Chain } from '../../src/engine/chain/index.ts';
import { jsonPatch, objectChanges } from '../../src/engine/export/index.ts';
import { createReadCache, type SourceFile } from '../../src/engine/ingest/index.ts';
import { applyGoals, type Goal, previewGoals } from '../../src/engine/patch/index.ts';
import { filesBelow, SHARED } from './sets.ts';

/** Exported and read again by an engine that knows nothing of before. */
function converted(files: readonly SourceFile[], chain: string, goal: Goal['goal']): SourceFile[] {
  const cache = createReadCache();
  const run = (of: readonly SourceFile[]): Analysis => analyze(of, { defaultNamespace: 'default' }, cache);
  const wanted: Goal = { chain, goal, names: 'keep', removeUnusedRbac: false };
  expect(previewGoals(files, [wanted], run).refusals).toEqual([null]);
  return applyGoals(files, [wanted], run).map(({ path, text }) => ({ path, text }));
}
const chainOf = (files: readonly SourceFile[], id: string): Chain =>
  analyze(files, { defaultNamespace: 'default' }).chains.find((c) => c.id === id) as Chain;

/** What a chain is worth: how it is asked, who answers, and who keeps others out. */
const secured = ({ status, scheme, sendsToken, targets, rights, warnings }: Chain) => ({
  ...{ status, scheme, sendsToken, warnings },
  targets: targets.map((t) => [t.service, t.servicePort, t.serves, t.network, t.process?.authorizes, t.upstream.map(([c, , s]) => [c, s])]),
  rights: [rights.proxy.map((r) => r.verdict.state), rights.scrape.map((r) => r.verdict.state)],
});
/** Processes behind a proxy that answer beyond their own pod. */
const openBehind = ({ targets }: Chain): number => targets.flatMap((t) => t.behind).filter((l) => l.bind !== 'loopback').length;

/** What may differ from the text that people wrote, and why. */
const WHY: readonly (readonly [what: RegExp, why: string])[] = [
  [/^(Deployment|DaemonSet)\S* remove \S+\/containers\/\d+$/, 'a proxy that goes and comes back stands at the end of the list'],
  [/^(Deployment|DaemonSet)\S* add \S+\/containers\/\d+$/, 'a proxy that goes and comes back stands at the end of the list'],
  [/\/containers\/\d+\/(args|ports|name)/, 'the process withdraws to a free loopback port; a new proxy is written as linkchain writes it'],
  [/^Service\/prometheus-operator \S+ \S+targetPort$/, 'the plain port that the process had all along is the one that is kept'],
  [/^\S+ add \/spec\/endpoints\/\d+\/scheme$/, 'the scheme is said where it was the default'],
  [/^(Alertmanager|Prometheus)\S* add \/spec\/(containers|automountServiceAccountToken)$/, 'the sidecar stays for whoever uses it by then'],
  [/^Service\S* add \/spec\/ports\/\d+$/, 'so does its Service port'],
  [/^NetworkPolicy\S* (add|replace) \/spec\/ingress/, 'and what admits callers to it'],
  [/^ClusterRole(Binding)?\S* new$/, 'and its leave to review tokens'],
  [/^Deployment\/grafana add /, 'the certificate stays mounted; the protocol alone decides'],
];

describe.each(['kube-prometheus-main', 'kube-prometheus-0.12', 'kube-prometheus-0.8'])('%s', (set) => {
  const files = filesBelow(`${SHARED}/corpus/sets/${set}`);
  const chains = analyze(files, { defaultNamespace: 'default' }).chains.filter((c) => c.status === 'ok');
  const there = chains
    .filter((c) => c.scheme === 'https' && !c.id.includes('prometheus-adapter'))
    .map((c) => [c.id, 'http', 'https'] as const);
  const back = chains.filter((c) => c.scheme === 'http').map((c) => [c.id, 'https', 'http'] as const);

  it.each([...there, ...back])('%s → %s → %s is as secure as it was', (id, away, home) => {
    const returned = converted(converted(files, id, away), id, home);
    const [was, is] = [chainOf(files, id), chainOf(returned, id)];
    expect(secured(is)).toEqual(secured(was));
    expect(openBehind(is)).toBeLessThanOrEqual(openBehind(was));
    const texts = new Map(files.map((f) => [f.path, f.text]));
    const changes = returned
      .map(({ path, text }) => ({ path, before: texts.get(path) ?? '', after: text }))
      .filter((c) => c.before !== c.after);
    const differing = objectChanges(changes).flatMap(({ id: o, before, after }) =>
      before && after
        ? jsonPatch(before, after)
            .filter((op) => op.op !== 'test')
            .map((op) => `${o.kind}/${o.name} ${op.op} ${op.path}`)
        : [`${o.kind}/${o.name} ${before ? 'gone' : 'new'}`],
    );
    expect(differing.filter((d) => !WHY.some(([what]) => what.test(d)))).toEqual([]);
  });
});
