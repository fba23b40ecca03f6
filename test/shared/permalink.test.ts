import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Analysis, analyze } from '../../src/engine/analyze.ts';
import { objectsOf } from '../../src/engine/chain/index.ts';
import { encodeWith } from '../../src/engine/share/codec.ts';
import { CODECS } from '../../src/engine/share/codecs/index.ts';
import { decodeState, encodeState, MASKS, projectChain, shareContent } from '../../src/engine/share/index.ts';

const SETS = new URL('../../../shared/corpus/sets/', import.meta.url);

const filesOf = (set: string) =>
  readdirSync(new URL(`${set}/`, SETS), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(ya?ml|json)$/.test(path))
    .map((path) => ({ path, text: readFileSync(new URL(`${set}/${path}`, SETS), 'utf8') }));

/** What a report says of a chain: all but the places in files, which are others in a link. */
function said(analysis: Analysis, id: string): unknown {
  const chain = analysis.chains.find((c) => c.id === id);
  if (chain === undefined) return null;
  const targets = chain.targets.map(({ service, workload, number, container, serves, upstream, policies, network, job }) => ({
    ...{ service, workload, number, container, serves, upstream, policies, network, job },
  }));
  const { status, reasons, warnings, selectedBy } = chain;
  return { status, reasons, warnings, selectedBy, targets };
}

describe('a chain reopened from its link', () => {
  it.each(['kube-prometheus-0.12', 'kube-prometheus-main', 'kps-helm-88', 'kps-minikube-dump'])('says the same, in %s', (set) => {
    const files = filesOf(set);
    const options = { defaultNamespace: 'default' };
    const whole = analyze(files, options);
    expect(whole.chains.length).toBeGreaterThan(0);
    const reopened = whole.chains.map((chain) => {
      const { files: shared } = projectChain({ files, ingested: whole.ingested, objects: objectsOf(whole.cluster, chain) });
      const state = { files: shared, defaultNamespace: 'default', goals: [], chain: chain.id, selection: null };
      const opened = decodeState(encodeState({ type: 'linkchain', version: 1, ...state }));
      if (!opened.ok) return [chain.id, opened.code];
      expect(opened.state.files.map((file) => file.text).join('\n')).not.toMatch(/kind["']?:\s*["']?Secret\b/);
      return [chain.id, said(analyze(opened.state.files, options), chain.id)];
    });
    expect(reopened).toEqual(whole.chains.map(({ id }) => [id, said(whole, id)]));
  });
});

describe('a chain with everything masked', () => {
  it.each(['kube-prometheus-0.12', 'kube-prometheus-main', 'kps-helm-88', 'kps-minikube-dump', 'contour', 'istio-addons', 'longhorn'])(
    'still says the same, in %s',
    (set) => {
      const options = { defaultNamespace: 'default' };
      const whole = analyze(filesOf(set), options);
      const told = whole.chains.map((chain) => {
        const request = { chain: chain.id, goals: [], selection: null, masks: [...MASKS], key: 'a key' };
        const { state } = shareContent(whole, request);
        const opened = analyze(state.files, options).chains.find((c) => c.id === chain.id);
        return [chain.id, opened?.status, opened?.links.map((l) => `${l.kind} ${l.state}`)];
      });
      expect(told).toEqual(whole.chains.map(({ id, status, links }) => [id, status, links.map((l) => `${l.kind} ${l.state}`)]));
    },
  );
});

describe('length of a link', () => {
  const whole = analyze(filesOf('kube-prometheus-main'), { defaultNamespace: 'default' });
  const { state } = shareContent(whole, { chain: 'ServiceMonitor/monitoring/node-exporter#0', goals: [], selection: null });
  const length = (id: string): number => {
    const codec = CODECS.find((c) => c.id === id);
    return codec ? encodeWith(codec, state).length : Number.POSITIVE_INFINITY;
  };

  it('node-exporter with its Prometheus and RBAC', () => {
    expect(state.files.map((f) => f.path)).toContain('prometheus-prometheus.yaml');
    expect(state.files.map((f) => f.path)).toContain('prometheus-roleSpecificNamespaces.yaml');
    expect(length('k1')).toBeLessThanOrEqual(2000);
    expect(length('f')).toBeLessThanOrEqual(3300);
  });
});
