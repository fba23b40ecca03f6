import { describe, expect, it } from 'vitest';
import { edit } from '../fixtures/shop.ts';
import { BEHIND, filesOf, news, OPEN, said, toggled } from './behind.ts';

const codes = (text: string, goal: 'http' | 'https', names: 'keep' | 'tidy' = 'keep') =>
  toggled(filesOf(text), goal, { names }).refusals.map((r) => r?.code ?? null);

describe('kustomize', () => {
  const overlay = {
    path: 'overlay/args.yaml',
    text: `apiVersion: apps/v1
kind: Deployment
metadata: {name: disk, namespace: watch}
spec:
  template:
    spec:
      containers:
      - {name: guard, args: [--secure-listen-address=:9100, --upstream=http://127.0.0.1:9101/, --v=2]}
`,
  };
  const kustomization = { path: 'overlay/kustomization.yaml', text: 'resources: [../base]\npatches:\n- path: args.yaml\n' };

  it('patches of what is changed are named, and who applies them', () => {
    expect(said(toggled(filesOf(BEHIND, overlay, kustomization), 'http'))).toEqual([
      'fragment-too overlay/args.yaml Deployment/watch/disk',
      'kustomization-patches overlay/kustomization.yaml',
    ]);
    const inline = {
      ...kustomization,
      text: 'patches:\n- target: {kind: Service, name: disk}\n  patch: |-\n    - {op: add, path: /x, value: 1}\n',
    };
    expect(said(toggled(filesOf(BEHIND, inline), 'http'))).toEqual(['kustomization-patches overlay/kustomization.yaml']);
  });

  it('patches of something else are not', () => {
    const others = [overlay, kustomization].map((f) => ({ ...f, text: f.text.replace('name: disk,', 'name: tape,') }));
    expect(said(toggled(filesOf(BEHIND, ...others), 'http'))).toEqual([]);
  });
});

describe('a proxy that does more than guard one port', () => {
  const two = edit(
    BEHIND,
    ['=:9100, --up', '=:9100, --insecure-listen-address=:9102, --up'],
    ['containerPort: 9100}]', 'containerPort: 9100}, {name: plain, containerPort: 9102}]'],
  );

  it('stays where a Service leads to its other port', () => {
    const served = edit(two, ['targetPort: https}', 'targetPort: https}\n  - {name: plain, port: 9102, targetPort: plain}']);
    expect(codes(served, 'http')).toEqual(['proxy-serves-more']);
  });

  it('goes where nobody is led there', () => {
    expect(codes(two, 'http')).toEqual([null]);
  });
});

describe('policies of the callers', () => {
  const policy = (to: string): string => `---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: eye, namespace: watch}
spec:
  podSelector: {matchLabels: {app: eye}}
  policyTypes: [Egress]
  egress:
  - to: [{podSelector: ${to}}]
    ports: [{port: https}]
`;

  it('also let out to the new name of the port', () => {
    const preview = toggled(filesOf(BEHIND + policy('{}')), 'http', { names: 'tidy' });
    expect(preview.refusals).toEqual([null]);
    expect(news(preview)).toContain('ports: [{port: https}, {port: http}]');
  });

  it('are left alone where they lead to others', () => {
    const elsewhere = policy('{}').replace('to: [{', 'to: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: far}}, ');
    const both = [
      BEHIND,
      policy('{}'),
      policy('{matchLabels: {app: tape}}').replace('eye,', 'tape,'),
      elsewhere.replace('eye,', 'far,'),
    ].join('');
    expect(news(toggled(filesOf(both), 'http', { names: 'tidy' })).filter((l) => l.startsWith('ports: [{port'))).toHaveLength(1);
  });
});

describe('a process in a script', () => {
  it('is not given arguments that it would never see', () => {
    const text = edit(OPEN, ['args: [--web.listen-address=:9100]', 'command: [sh, -c, "exec node_exporter"]']);
    expect(codes(text, 'https')).toEqual(['listen-flag-unknown']);
  });
});

describe('the text', () => {
  it('of a new file ends its lines as its neighbour does', () => {
    const parts = OPEN.split('---\n').map((text, i) => ({ path: `${i}.yaml`, text: text.replaceAll('\n', '\r\n') }));
    const made = toggled([...parts, ...filesOf('')], 'https').changes.filter((c) => c.before === '');
    expect(made.length).toBeGreaterThan(1);
    for (const { after } of made) expect(after).not.toMatch(/[^\r]\n/);
  });

  it('keeps no empty list of init containers', () => {
    const guard = BEHIND.slice(BEHIND.indexOf('      - name: guard'), BEHIND.indexOf('---\napiVersion: v1'));
    const text = edit(
      BEHIND,
      [guard, ''],
      ['      containers:', `      initContainers:\n${guard}        restartPolicy: Always\n      containers:`],
    );
    const preview = toggled(filesOf(text), 'http');
    expect([preview.refusals, preview.changes[0]?.after?.includes('initContainers')]).toEqual([[null], false]);
  });
});
