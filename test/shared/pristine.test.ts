import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analysed } from '../proofs/said.ts';
import { filesBelow, SHARED } from './sets.ts';

/** Warnings on manifests as their authors ship them, each with why it is fair. */
const FAIR: Record<string, string> = {
  'coredns#0 token-in-clear': 'the monitor does send its token, and CoreDNS speaks plain http',
};

describe.each(['0.8', '0.12', 'main'])('kube-prometheus %s as it is shipped', (release) => {
  const { findings } = analysed(filesBelow(join(SHARED, 'corpus/sets', `kube-prometheus-${release}`)));
  const found = (severity: string): string[] => [
    ...new Set(findings.filter((f) => f.severity === severity).map((f) => `${f.chain?.split('/').at(-1)} ${f.code}`)),
  ];

  it('has no error', () => expect(found('error')).toEqual(release === '0.8' ? ['coredns#0 service-not-found'] : []));
  it('has no warning but what is fair', () => expect(found('warning').filter((w) => !(w in FAIR))).toEqual([]));
});
