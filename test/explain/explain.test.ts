import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Analysis } from '../../src/engine/analyze.ts';
import { explain } from '../../src/engine/explain/index.ts';
import { explainedText } from '../../src/words/explained.ts';
import { english, LANGS, loadWords, type Words } from '../../src/words/index.ts';
import { analyzeText, edit, SHOP } from '../fixtures/shop.ts';
import { podNetwork, STATES, type StateName, stateOf } from '../forecast/states.ts';

function told(analysis: Analysis, words: Words = english): Record<string, string[]> {
  const { paragraphs = [] } = explain(analysis, analysis.chains[0]?.id ?? '') ?? {};
  return Object.fromEntries(paragraphs.map(({ title, sentences }) => [title, sentences.map((s) => explainedText(words, s))]));
}
const ways = (analysis: Analysis) => explain(analysis, analysis.chains[0]?.id ?? '')?.ways.map((w) => `${w.fits ? '' : 'not '}${w.id}`);

describe('the node exporter behind its proxy', () => {
  const story = told(stateOf('S0'));

  it('is told from Prometheus to the process', () => {
    expect(story['who']).toEqual([
      'Prometheus k8s takes up ServiceMonitor nodes: its serviceMonitorSelector is empty, which selects everything.',
    ]);
    expect(story['asks']).toEqual([
      'Its endpoint asks for the port called “https”, over https, at /metrics.',
      'The certificate is not checked.',
      'It sends the token from /var/run/secrets/kubernetes.io/serviceaccount/token.',
    ]);
    expect(story['found']).toEqual([
      'Service nodes in namespace mon has the labels it selects by (app=nodes).',
      'Its port “https” leads to port 9100 of the pods of DaemonSet nodes.',
      'Container gate declares that port and calls it “https”.',
    ]);
    expect(story['answers']).toEqual([
      'The pods of nodes use the host’s network, so this is a port of the node itself.',
      'There listens gate <pod-ip>:9100, speaking https.',
      'gate makes its certificate itself when it starts, so no client can verify it.',
    ]);
  });

  it('says why it cannot be read from outside without a token', () => {
    expect(story['behind']).toEqual([
      'gate asks the API server who is calling and whether they may read: without a token the answer is 401.',
      'gate passes what may pass on to http://127.0.0.1:9100/, where exporter 127.0.0.1:9100 answers.',
      'exporter itself keeps to the loopback address: from outside its metrics are only to be had through gate, with a token.',
    ]);
    expect(story['rights']).toEqual([
      'To find the targets, service account mon/prom may list and watch services, pods, endpoints (ClusterRole/prom).',
      'The account of nodes may create tokenreviews, subjectaccessreviews (ClusterRole/gate), so the proxy can ask who is calling.',
      'Service account mon/prom may get /metrics (ClusterRole/prom), so its token is let pass.',
    ]);
  });

  it('tells both worlds of a conflict', () => {
    expect(told(stateOf('S2a'))['answers']?.at(-1)).toBe(
      'exporter 0.0.0.0:9100 and gate <pod-ip>:9100 both want port 9100. Whoever binds it first lives: if exporter does, gate ends with “address already in use”, and the other way round.',
    );
  });

  it('names the ways to read it from outside, and those that do not fit', () => {
    expect(ways(stateOf('S0'))).toEqual([
      'forward',
      'prometheus',
      'token',
      'second',
      'plain',
      'not node-port',
      'not ingress',
      'not host-port',
    ]);
    expect(ways(stateOf('S4', 'http token'))).toEqual([
      'forward',
      'prometheus',
      'not token',
      'not second',
      'not plain',
      'not node-port',
      'not ingress',
      'not host-port',
    ]);
    expect(ways(podNetwork('open, no hostPort'))?.at(-1)).toBe('host-port');
    expect(ways(analyzeText(SHOP))).toEqual([
      'forward',
      'prometheus',
      'not token',
      'not second',
      'not plain',
      'node-port',
      'ingress',
      'host-port',
    ]);
  });
});

describe('a chain that breaks', () => {
  it.each<[string, [string, string][], string]>([
    [
      'at the selection',
      [['serviceMonitorSelector: {}', 'serviceMonitorSelector: {matchLabels: {release: x}}']],
      'No Prometheus takes up cart: main asks for label release = x, the monitor has “”.',
    ],
    ['at the port', [['  - port: http-metrics', '  - port: metric']], 'Service cart has port “http-metrics”, and “metric” is asked for.'],
    [
      'at the listener',
      [['=:8080', '=127.0.0.1:8080']],
      'cart 127.0.0.1:8080 listens on the loopback address only, so port 8080 of the pod refuses connections.',
    ],
  ])('%s', (_, edits, sentence) => {
    const story = told(analyzeText(edit(SHOP, ...edits)));
    expect(story['verdict']?.[0]).toBe(sentence);
    expect(story['result']).toBeUndefined();
  });

  it('says what would settle it', () => {
    const monitor = SHOP.split('---\n')
      .filter((d) => !d.includes('kind: Service\n') && !d.includes('kind: Deployment'))
      .join('---\n');
    expect(told(analyzeText(monitor))['verdict']).toContain('This settles it: kubectl get services,endpointslices,pods -n shop -o yaml');
  });
});

describe('laws', () => {
  it('whole sentences in both languages, whatever is left of the input', async () => {
    const catalogues = await Promise.all(LANGS.map(loadWords));
    fc.assert(
      fc.property(fc.constantFrom(...(Object.keys(STATES) as StateName[])), fc.array(fc.nat(90), { maxLength: 5 }), (state, gone) => {
        const lines = stateOf(state).files[0]?.text.split('\n') ?? [];
        const analysis = analyzeText(lines.filter((_, i) => !gone.includes(i)).join('\n'));
        for (const { id } of analysis.chains) {
          const told = explain(analysis, id);
          const all = [
            ...(told?.paragraphs ?? []).flatMap((p) => p.sentences),
            ...(told?.ways ?? []).flatMap((w) => [...w.steps, ...w.consequences]),
          ];
          for (const said of all)
            for (const words of catalogues) {
              const text = explainedText(words, said);
              expect(text).not.toBe(said.code);
              expect(text).not.toMatch(/\{\w+\}|undefined|null/);
              // What has no name in the input has none in the sentence of a finding either.
              if (!said.code.startsWith('finding.')) expect(text).not.toMatch(/\(\)| {2}/);
            }
        }
      }),
      { numRuns: 80, seed: 11 },
    );
  });
});
