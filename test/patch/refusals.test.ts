import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SourceFile } from '../../src/engine/ingest/index.ts';
import { type Goal, planGoal, previewGoals, STRATEGIES } from '../../src/engine/patch/index.ts';
import { english } from '../../src/words/index.ts';
import { CASES, goalOf, run, withPrometheus } from './cases.ts';

/** A fixture with one text replaced wherever it stands. */
function changed(name: string, ...swaps: [from: string | RegExp, to: string][]): SourceFile[] {
  const files = withPrometheus(name).map((f) => ({ ...f, text: swaps.reduce((text, [from, to]) => text.replaceAll(from, to), f.text) }));
  expect(files.map((f) => f.text)).not.toEqual(withPrometheus(name).map((f) => f.text));
  return files;
}
const outcome = (files: SourceFile[], goal: Goal): string => {
  const plan = planGoal(run(files), goal);
  return 'code' in plan ? plan.code : plan.strategy;
};
const NODE = 'ServiceMonitor/watch/node-exporter#0';
const REDIS = 'ServiceMonitor/watch/redis#0';
const noRights = (files: SourceFile[]): SourceFile[] => files.filter((f) => f.path !== 'rights.yaml');

describe('what a goal leads to', () => {
  const shared = 'node-exporter/shared-port';
  it.each<[why: string, files: SourceFile[], goal: Goal, wanted: string]>([
    ['a proxy in front', withPrometheus(shared), goalOf(NODE, 'http'), 'remove-proxy'],
    ['https already', withPrometheus(shared), goalOf(NODE, 'https'), 'met'],
    ['no proxy', withPrometheus('plain'), goalOf(REDIS, 'https'), 'add-proxy'],
    ['http already', withPrometheus('plain'), goalOf(REDIS, 'http'), 'met'],
    [
      'only the monitor is wrong',
      changed('plain', ['- port: metrics', '- port: metrics\n      scheme: https']),
      goalOf(REDIS, 'http'),
      'follow-listener',
    ],
    ['both on one port', changed(shared, ['=127.0.0.1:9100 ', '=0.0.0.0:9100 ']), goalOf(NODE, 'https'), 'behind-proxy'],
    ['both on one port, to http', changed(shared, ['=127.0.0.1:9100 ', '=0.0.0.0:9100 ']), goalOf(NODE, 'http'), 'remove-proxy'],
    ['no such chain', withPrometheus('plain'), goalOf('ServiceMonitor/watch/nobody#0', 'http'), 'chain-not-found'],
    ['a chain that leads nowhere', changed('plain', ['- port: metrics', '- port: other']), goalOf(REDIS, 'https'), 'no-target'],
    ['an unknown program', changed('plain', ['oliver006/redis_exporter', 'example.org/thing']), goalOf(REDIS, 'https'), 'listener-unknown'],
    [
      'an unknown program behind a proxy',
      changed(shared, ['prometheus/node-exporter', 'acme/thing'], [/--web.listen-address=\S+/g, '--x=1'], [/--path.sysfs=\S+/g, '--y=2']),
      goalOf(NODE, 'http'),
      'upstream-unknown',
    ],
    ['a strategy that does not fit', withPrometheus(shared), goalOf(NODE, 'http', { strategy: 'add-proxy' }), 'strategy-does-not-fit'],
    [
      'monitors that may not read files',
      changed('plain', ['serviceAccountName: eye\n', 'serviceAccountName: eye\n  arbitraryFSAccessThroughSMs:\n    deny: true\n']),
      goalOf(REDIS, 'https'),
      'file-access-denied',
    ],
    [
      'credentials of its own',
      changed('plain', ['- port: metrics', '- port: metrics\n      basicAuth: {username: {name: a, key: b}, password: {name: a, key: c}}']),
      goalOf(REDIS, 'https'),
      'own-credentials',
    ],
    ['a probe that reads the metrics', changed('plain', ['path: /health', 'path: /metrics']), goalOf(REDIS, 'https'), 'probe-on-metrics'],
    [
      'an address in flags that are not known',
      changed('plain', [
        'image: oliver006/redis_exporter:v1.66.0',
        'image: registry.k8s.io/etcd:3\n          command: [etcd, "--listen-metrics-urls=http://0.0.0.0:9121,http://10.0.0.1:9122"]',
      ]),
      goalOf(REDIS, 'https'),
      'listen-flag-unknown',
    ],
    [
      'a port in a flag of its own',
      changed('plain', [
        'image: oliver006/redis_exporter:v1.66.0',
        'image: natsio/prometheus-nats-exporter:v1\n          args: [-port, "9121"]',
      ]),
      goalOf(REDIS, 'https'),
      'listen-flag-unknown',
    ],
    [
      'a host without its port',
      changed('plain', [
        'image: oliver006/redis_exporter:v1.66.0',
        'image: registry.k8s.io/kube-controller-manager:v1\n          command: [kube-controller-manager, --bind-address=127.0.0.1, --secure-port=9121]',
      ]),
      goalOf(REDIS, 'https'),
      'listen-flag-unknown',
    ],
    [
      'an anchor used elsewhere',
      changed(
        'plain',
        ['image: oliver', 'args: &a ["--web.listen-address=:9121"]\n          image: oliver'],
        ['path: /health\n', 'path: /health\n              x: *a\n'],
      ),
      goalOf(REDIS, 'https'),
      'cannot-edit',
    ],
  ])('%s', (_why, files, goal, wanted) => {
    expect(outcome(files, goal)).toBe(wanted);
  });

  it('is met with nothing to do: no edit, no step', () => {
    expect(planGoal(run(withPrometheus(shared)), goalOf(NODE, 'https'))).toEqual({
      strategy: 'met',
      files: [],
      steps: [],
      consequences: [],
      offers: [],
    });
  });

  it('is refused where the text, read again, would not keep the promise', () => {
    // The other scrape of the same port comes by a name that nothing else in the input explains.
    const rule =
      'relabelings:\n    - {action: drop, sourceLabels: [__meta_kubernetes_pod_container_name], regex: node-exporter}\n    port: https';
    const files = changed(shared, ['port: https\n    scheme', `${rule}\n    scheme`]);
    const { refusals, changes } = previewGoals(files, [goalOf(NODE, 'http')], run);
    expect(refusals.map((r) => r?.code)).toEqual(['not-proved']);
    expect(changes).toEqual([]);
  });
});

describe('what follows', () => {
  const codes = (files: SourceFile[], goal: Goal) => previewGoals(files, [goal], run).consequences.map((c) => c.code);
  const shared = 'node-exporter/shared-port';
  it.each<[SourceFile[], Goal, string[]]>([
    [withPrometheus(shared), goalOf(NODE, 'http'), ['open-on-nodes', 'rights-unused', 'token-not-sent', 'pods-restart']],
    [
      noRights(withPrometheus(shared)),
      goalOf(NODE, 'http', { names: 'tidy' }),
      ['open-on-nodes', 'label-renamed', 'token-not-sent', 'pods-restart'],
    ],
    [withPrometheus('two-proxies'), goalOf('ServiceMonitor/watch/state#1', 'http'), ['open-on-pods', 'token-not-sent', 'pods-restart']],
    [withPrometheus('plain'), goalOf(REDIS, 'https'), ['token-needed', 'own-certificate', 'pods-restart']],
  ])('case %#', (files, goal, wanted) => {
    expect(codes(files, goal)).toEqual(wanted);
  });

  it('offers the rights only the proxy used, and not those another proxy of the pod needs', () => {
    const offers = (name: string, chain: string) => previewGoals(withPrometheus(name), [goalOf(chain, 'http')], run).offers;
    expect(offers(shared, NODE).map((o) => o.objects)).toEqual([['ClusterRole/node-exporter', 'ClusterRoleBinding/node-exporter']]);
    expect(offers('two-proxies', 'ServiceMonitor/watch/state#0')).toEqual([]);
    const both = [goalOf('ServiceMonitor/watch/state#0', 'http'), goalOf('ServiceMonitor/watch/state#1', 'http')];
    expect(previewGoals(withPrometheus('two-proxies'), both, run).offers.map((o) => o.objects)).toEqual([
      ['ClusterRole/state', 'ClusterRoleBinding/state'],
    ]);
  });

  it('lets Prometheus in where its role does not allow the path yet', () => {
    const files = changed('plain', ['  - /metrics\n', '  - /elsewhere\n']);
    const { refusals, changes } = previewGoals(files, [goalOf(REDIS, 'https')], run);
    expect(refusals).toEqual([null]);
    expect(changes.flatMap((c) => c.steps).find((s) => s.code === 'scrape-right')?.params).toEqual({
      object: 'ClusterRole/eye',
      path: '/metrics',
    });
  });
});

describe('any list of goals', () => {
  const chains = ['ServiceMonitor/watch/state#0', 'ServiceMonitor/watch/state#1', NODE, REDIS, 'nobody', '__proto__'];
  const goal = fc.record({
    chain: fc.constantFrom(...chains),
    goal: fc.constantFrom('http' as const, 'https' as const),
    names: fc.constantFrom('keep' as const, 'tidy' as const),
    removeUnusedRbac: fc.boolean(),
  });
  const files = ['two-proxies', 'plain'].flatMap((name) => withPrometheus(name).map((f) => ({ ...f, path: `${name}/${f.path}` })));
  const all = [...files.filter((f) => !f.path.startsWith('plain/prometheus')), ...withPrometheus('node-exporter/split-port').slice(0, 1)];

  it('ends in chains that work and speak what was asked for last', () => {
    fc.assert(
      fc.property(fc.array(goal, { maxLength: 5 }), (goals) => {
        const { after, refusals } = previewGoals(all, goals, run);
        expect(refusals.map((r) => r?.code ?? null)).toEqual(
          goals.map((g) => (['nobody', '__proto__'].includes(g.chain) ? 'chain-not-found' : null)),
        );
        for (const chain of after) {
          const last = goals.findLast(
            (g) => g.chain === chain.id || (chain.id.includes('node-exporter') && g.chain.includes('node-exporter')),
          );
          expect([chain.id, chain.status, chain.scheme]).toEqual([chain.id, 'ok', last?.goal]);
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe('words', () => {
  it('are there for every code that the fixtures bring about', () => {
    const said = CASES.flatMap((name) => {
      const files = withPrometheus(name);
      return run(files).chains.flatMap((c) =>
        (['http', 'https'] as const).flatMap((goal) => {
          const p = previewGoals(files, [goalOf(c.id, goal, { names: 'tidy' })], run);
          return [...p.changes.flatMap((change) => change.steps), ...p.consequences, ...p.offers].map(({ code, params }) => ({
            code,
            params,
          }));
        }),
      );
    });
    for (const { code, params } of said) {
      const text = english.code('patch', code, params);
      expect(text).not.toBe(code);
      expect(text).not.toMatch(/\{\w+\}/);
    }
    expect(STRATEGIES.map((s) => english.code('patch', `strategy.${s.id}`)).filter((text) => text.startsWith('strategy.'))).toEqual([]);
  });
});
