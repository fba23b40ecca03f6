import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { analysed, chainOf, said } from '../proofs/said.ts';
import { SHARED } from './root.ts';
import { filesBelow } from './sets.ts';

const ROOT = join(SHARED, 'corpus/derived');
const EXPECTED = JSON.parse(readFileSync(join(ROOT, 'expected.json'), 'utf8')) as Record<
  string,
  { expect: Record<string, { status: string }> }
>;

const NODE = 'ServiceMonitor/monitoring/node-exporter#0';
const STATE = 'ServiceMonitor/monitoring/kube-state-metrics';
const ON_HOST = /^info host-network nodeExporter-daemonset\.yaml:\d+ hostNetwork: true$/;

const FORGOTTEN = [
  /^error netpol-denied kubeStateMetrics-networkPolicy\.yaml:\d+ - port: 8443$/,
  /^warning token-in-clear kubeStateMetrics-serviceMonitor\.yaml:\d+ - bearerTokenFile:/,
];

/** The second endpoint asks what the first one has. */
const TWICE = [/^error duplicate-scrape kubeStateMetrics-serviceMonitor\.yaml:\d+ - /];

/** Each step of the story, and what explains it: every error, and nothing else of more weight than a remark. */
const STEPS: [step: string, chain: string, says: RegExp[]][] = [
  ['0-original', NODE, [ON_HOST]],
  [
    '3-article-final',
    NODE,
    [
      /^error bind-conflict nodeExporter-daemonset\.yaml:\d+ - --web\.listen-address=0\.0\.0\.0:9100$/,
      ON_HOST,
      /^warning token-in-clear nodeExporter-serviceMonitor\.yaml:\d+ - bearerTokenFile:/,
    ],
  ],
  ['5-monitor-port-only', NODE, [/^error port-not-found nodeExporter-serviceMonitor\.yaml:\d+ port: http$/]],
  ['7-correct-http-without-proxy', NODE, [ON_HOST]],
  [
    '9-forgot-upstream',
    NODE,
    [/^error upstream-not-found nodeExporter-daemonset\.yaml:\d+ - --upstream=http:\/\/127\.0\.0\.1:9100\/$/, ON_HOST],
  ],
  ['10-proxy-removed-monitor-forgotten', NODE, [/^error scheme-mismatch nodeExporter-serviceMonitor\.yaml:\d+ scheme: https$/, ON_HOST]],
  [
    '12-main-naive-edit',
    NODE,
    [ON_HOST, /^(info|warning) proxy-bypass nodeExporter-daemonset\.yaml:\d+ - --web\.listen-address=0\.0\.0\.0:9101$/],
  ],
  ['14-ksm-http-forgot-networkpolicy', `${STATE}#0`, FORGOTTEN],
  ['14-ksm-http-forgot-networkpolicy', `${STATE}#1`, FORGOTTEN],
  ['16-ksm-telemetry-proxy-mixup', `${STATE}#0`, TWICE],
  ['16-ksm-telemetry-proxy-mixup', `${STATE}#1`, TWICE],
];

test('every step of the story is here', () => {
  expect([...new Set(STEPS.map(([step]) => step))].sort()).toEqual(Object.keys(EXPECTED).sort());
});

describe.each(STEPS)('%s, %s', (step, chain, says) => {
  const analysis = analysed(filesBelow(join(ROOT, step)));
  it('comes to what is expected', () => expect(chainOf(analysis, chain).status).toBe(EXPECTED[step]?.expect[chain]?.status));
  it('is explained by its findings, and by nothing beside them', () => {
    const found = said(analysis, chain);
    expect(says.map((wanted) => found.filter((s) => wanted.test(s)).length > 0)).toEqual(says.map(() => true));
    // Whether the proxy lets Prometheus in is open: the steps hold no ClusterRoles.
    expect(found.filter((s) => !s.startsWith('info') && !says.some((wanted) => wanted.test(s)))).toEqual([]);
  });
});
