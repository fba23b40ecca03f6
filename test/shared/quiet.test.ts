import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/engine/analyze.ts';
import type { Finding } from '../../src/engine/checks/index.ts';
import { filesBelow, SHARED } from './sets.ts';

interface Said {
  code: string;
  chain: string;
  /** Why it is right to say so of manifests that work. */
  because: string;
}

const CORE_DNS: Said = {
  code: 'token-in-clear',
  chain: 'coredns#0',
  because: 'CoreDNS asks for no token, and the endpoint sends it over plain http all the same.',
};
const DNS_LABELS: Said = {
  code: 'service-not-found',
  chain: 'coredns#0',
  because: 'It asks kube-dns for app.kubernetes.io/name, which kubeadm does not give it; later releases ask for k8s-app.',
};
const NOT_SHIPPED = ['kube-controller-manager', 'kube-scheduler'];

/** Manifests as their authors ship them. Whatever is said of them above `info` stands here with its reason; anything else is a false alarm. */
const SETS: { set: string; warnings: Said[]; errors: Said[]; broken: string[] }[] = [
  { set: 'kube-prometheus-main', warnings: [CORE_DNS], errors: [], broken: [] },
  { set: 'kube-prometheus-0.12', warnings: [CORE_DNS], errors: [], broken: [] },
  { set: 'kube-prometheus-0.8', warnings: [CORE_DNS], errors: [DNS_LABELS], broken: ['coredns#0'] },
];

const short = (id: string | null): string => id?.split('/').at(-1) ?? '';

describe.each(SETS)('$set', ({ set, warnings, errors, broken }) => {
  const { chains, findings } = analyze(filesBelow(join(SHARED, 'corpus/sets', set)), { defaultNamespace: 'default' });
  const said = (severity: Finding['severity']): string[] =>
    findings.filter((f) => f.severity === severity).map((f) => `${f.code} ${short(f.chain)}`);
  const lines = (list: readonly Said[]): string[] => list.map(({ code, chain }) => `${code} ${chain}`);

  it('has chains', () => {
    expect(chains.length).toBeGreaterThan(15);
  });

  it('finds no error but the known ones', () => {
    expect(said('error')).toEqual(lines(errors));
  });

  it('warns of what can be defended, and of nothing else', () => {
    expect(said('warning').sort()).toEqual(lines(warnings).sort());
    for (const { because } of [...warnings, ...errors]) expect(because).toMatch(/\.$/);
  });

  it('breaks nothing', () => {
    expect(chains.filter((c) => c.status === 'broken' || c.status === 'partial').map((c) => short(c.id))).toEqual(broken);
  });

  it('leaves open only what no set of manifests ships', () => {
    const open = chains.filter((c) => c.status === 'incomplete').map((c) => short(c.id).replace(/#.*/, ''));
    expect([...new Set(open)].sort()).toEqual(NOT_SHIPPED);
  });
});
