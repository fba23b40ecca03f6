import { describe, expect, it } from 'vitest';
import { planGoal } from '../../src/engine/patch/index.ts';
import { edit } from '../fixtures/shop.ts';
import { BEHIND, CHAIN, filesOf, news, OPEN, said, toggled } from './behind.ts';
import { goalOf, run } from './cases.ts';

const TOKEN = '    bearerTokenFile: /var/run/secrets/kubernetes.io/serviceaccount/token\n';
const BASIC = '    basicAuth: {username: {name: a, key: b}, password: {name: a, key: c}}\n';
const OAUTH = '    oauth2: {clientId: {secret: {name: a, key: b}}, clientSecret: {name: a, key: c}, tokenUrl: "https://id.example.org"}\n';

/** The process of the pod with a web configuration that asks for a password. */
const asking = (text: string, config = 'basic_auth_users: {a: b}'): string =>
  `${edit(
    text,
    ['    spec:\n      containers:', '    spec:\n      volumes: [{name: w, configMap: {name: w}}]\n      containers:'],
    ['        args: [--web', '        volumeMounts: [{name: w, mountPath: /w}]\n        args: [--web.config.file=/w/w.yml, --web'],
  )}---
apiVersion: v1
kind: ConfigMap
metadata: {name: w, namespace: watch}
data: {w.yml: "${config}"}
`;
const outcome = (text: string, names: 'keep' | 'tidy' = 'keep'): string => {
  const plan = planGoal(run(filesOf(text)), goalOf(CHAIN, 'http', { names }));
  return 'code' in plan ? plan.code : plan.strategy;
};

describe('to http', () => {
  it('takes the token that the proxy asked for', () => {
    const preview = toggled(filesOf(BEHIND), 'http');
    expect([preview.changes[0]?.after?.includes('bearerToken'), said(preview)]).toEqual([false, []]);
  });

  it.each([
    ['basicAuth', BASIC],
    ['oauth2', OAUTH],
  ])('leaves %s, which the process itself may ask for, and says that it is readable', (field, line) => {
    const text = asking(
      edit(OPEN, ['  - port: http\n', `  - port: http\n    scheme: https\n${line}`]),
      field === 'oauth2' ? '{}' : undefined,
    );
    const preview = toggled(filesOf(text), 'http');
    expect([preview.refusals, news(preview), said(preview)]).toEqual([
      [null],
      ['scheme: http'],
      [`credentials-in-clear ServiceMonitor/watch/disk ${field}`],
    ]);
  });

  it.each(['keep', 'tidy'] as const)('has nothing to do where a chain works over http with a password (%s)', (names) => {
    expect(outcome(edit(OPEN, ['  - port: http\n', `  - port: http\n${BASIC}`]), names)).toBe('met');
  });

  it('stops a token that goes in clear text already', () => {
    const preview = toggled(filesOf(edit(OPEN, ['  - port: http\n', `  - port: http\n${TOKEN}`])), 'http');
    expect([preview.refusals, preview.changes.length, preview.after[0]?.sendsToken]).toEqual([[null], 1, false]);
  });

  it('does not lay open a process that would turn Prometheus away', () => {
    expect(outcome(asking(BEHIND))).toBe('asks-password');
    expect(outcome(asking(edit(BEHIND, [TOKEN, BASIC])))).toBe('remove-proxy');
    expect(outcome(asking(BEHIND, 'basic_auth_users: {}'))).toBe('remove-proxy');
  });

  it('is not offered where a web configuration that is not in the input may say anything', () => {
    const hidden = edit(asking(BEHIND), ['configMap: {name: w}', 'secret: {secretName: w}']);
    expect(toggled(filesOf(hidden), 'http').refusals.map((r) => r?.code)).toEqual(['scheme-lost']);
  });
});
