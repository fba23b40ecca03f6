import { describe, expect, it, test } from 'vitest';
import { ADVISORY, codeOf, EXPORTER, FAULTS, INSTALLATION, STATE } from './faults.ts';
import { analysed, chainOf, edited, said } from './said.ts';

/** Each finding that is no error on the healthy installation, and why it is fair to say. */
const FAIR = {
  'info host-network exporter-daemonset.yaml:21 hostNetwork: true':
    'the policy over these pods is normally not enforced, and the reader may rely on it',
};

describe('the installation as it is', () => {
  const analysis = analysed(INSTALLATION);
  it('works', () => {
    expect(analysis.ingested.problems).toEqual([]);
    expect(analysis.chains.map((c) => [c.id, c.status])).toEqual([
      [EXPORTER, 'ok'],
      [STATE, 'ok'],
    ]);
  });
  it('has nothing said of it but what is fair', () => expect(said(analysis)).toEqual(Object.keys(FAIR)));
});

test.each(FAULTS)('$what', ({ edits, finding, chain = EXPORTER, status = 'broken' }) => {
  const analysis = analysed(edited(INSTALLATION, ...edits));
  expect(said(analysis, chain)).toContain(finding);
  expect(chainOf(analysis, chain).status).toBe(status);
});

test('09 names the Service of the other namespace', () => {
  const fault = FAULTS.find((f) => f.what.startsWith('09'));
  const { findings } = analysed(edited(INSTALLATION, ...(fault?.edits ?? [])));
  expect(findings.find((f) => f.code === 'service-not-found')?.params).toMatchObject({
    variant: 'namespace',
    candidate: 'Service/watch/node-exporter',
  });
});

test('10 a wrong port in a policy over the host network is an advisory', () => {
  const analysis = analysed(edited(INSTALLATION, ...ADVISORY));
  expect(chainOf(analysis, EXPORTER).status).toBe('ok');
  expect(said(analysis, EXPORTER).map((s) => s.split(' ').slice(0, 2))).toEqual([['info', 'host-network']]);
});

/** What says that a chain shown as ok was not looked at whole. */
const NOT_CHECKED = ['no-prometheus', 'scheme-unknown', 'netpol-unknown', 'upstream-assumed'];

describe.each(FAULTS)('$what', ({ edits, finding, chain = EXPORTER }) => {
  const faulty = edited(INSTALLATION, ...edits);
  const apart = INSTALLATION.map((f) => f.path).filter((path) => !edits.some(([of]) => of === path));
  const removals = [...apart.map((path) => [path]), ...apart.flatMap((a, i) => apart.slice(i + 1).map((b) => [a, b]))];

  it.each(removals.map((paths) => ({ paths })))('is never ok without $paths', ({ paths }) => {
    const analysis = analysed(faulty.filter((f) => !paths.includes(f.path)));
    const found = analysis.chains.find((c) => c.id === chain);
    if (!found) return expect(paths).toContain('exporter-monitor.yaml');
    const named = said(analysis, chain).some((s) => s.startsWith(`error ${codeOf(finding)} `));
    if (!named && found.status === 'ok') expect(found.warnings.filter((w) => NOT_CHECKED.includes(w))).not.toEqual([]);
    else if (!named) expect(['incomplete', 'broken']).toContain(found.status);
  });
});
