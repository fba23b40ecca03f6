import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { forecastOf } from '../../src/engine/forecast/index.ts';
import { analyzeText } from '../fixtures/shop.ts';
import { cluster, NOT_IN_MANIFESTS, SERVERS } from '../forecast/servers.ts';
import { type ASKS, stateOf } from '../forecast/states.ts';
import { SHARED } from './root.ts';

type Seen = { class: string };
const matrix = (
  JSON.parse(readFileSync(join(SHARED, 'outcomes.json'), 'utf8')) as { prometheusMatrix: Record<string, Record<string, Seen>> }
).prometheusMatrix;
const VERSIONS = ['2.42.0', '3.5.3'] as const;

/** Behind kube-rbac-proxy: the installation of the story, with one edit. */
const PROXIED: Record<
  string,
  { asks: keyof typeof ASKS; rights?: [from: string, to: string]; when?: string; token?: [from: string, to: string] }
> = {
  krp_http: { asks: 'http token', token: ['    bearerTokenFile: /var/run/secrets/kubernetes.io/serviceaccount/token\n', ''] },
  krp_http_tok: { asks: 'http token' },
  krp_https_noskip: { asks: 'https noskip token' },
  krp_https_skip_prom: { asks: 'https skip token' },
  krp_https_skip_prom_nl: { asks: 'https skip token' },
  krp_https_skip_notoken: { asks: 'https skip notoken' },
  krp_https_skip_other: { asks: 'https skip token', rights: ['- {nonResourceURLs: [/metrics], verbs: [get]}\n', ''] },
  krp_https_skip_err: {
    asks: 'https skip token',
    rights: ['- {apiGroups: [authorization.k8s.io], resources: [subjectaccessreviews], verbs: [create]}\n', ''],
  },
  krp_https_skip_bad: {
    asks: 'https skip token',
    token: [
      '    bearerTokenFile: /var/run/secrets/kubernetes.io/serviceaccount/token\n',
      '    authorization: {credentials: {name: s, key: t}}\n',
    ],
    when: 'when.credentials-wrong',
  },
};

function classOf(name: string, version: string): string {
  const proxied = PROXIED[name];
  const row = SERVERS[name];
  const analysis = proxied
    ? analyzeText(
        [proxied.rights, proxied.token].reduce(
          (text, change) => (change ? replaced(text, change) : text),
          stateOf('S0', proxied.asks).files[0]?.text ?? '',
        ),
      )
    : analyzeText(
        row
          ? cluster(row.server, row.endpoint ?? [], {
              version: `v${version}`,
              ...(row.spec ? { spec: row.spec } : {}),
              ...(row.documents ? { documents: row.documents } : {}),
            })
          : '',
      );
  const [chain] = analysis.chains;
  const rows = forecastOf(analysis, chain?.id ?? '')?.subjects[0]?.rows ?? [];
  const outcomes = rows.find((r) => r.vantage === 'prometheus')?.cells.find((c) => c.client === 'prometheus')?.outcomes ?? [];
  const when = proxied?.when ?? row?.when;
  const found = when === undefined ? (outcomes.length === 1 ? outcomes[0] : undefined) : outcomes.find((o) => o.when?.code === when);
  return found?.class ?? `none of ${outcomes.map((o) => `${o.class} ${o.when?.code ?? ''}`).join(', ')}`;
}

function replaced(text: string, [from, to]: [string, string]): string {
  expect(text).toContain(from);
  return text.replace(from, () => to);
}

describe('what Prometheus was seen to make of each kind of server is what is forecast', () => {
  it('has a row for every case, or says why no manifest shows it', () => {
    expect([...Object.keys(SERVERS), ...Object.keys(PROXIED), ...Object.keys(NOT_IN_MANIFESTS)].sort()).toEqual(Object.keys(matrix).sort());
    expect(Object.keys(NOT_IN_MANIFESTS).length).toBeLessThanOrEqual(5);
  });

  const rows = Object.keys(matrix)
    .filter((name) => !Object.hasOwn(NOT_IN_MANIFESTS, name))
    .flatMap((name) => VERSIONS.map((version) => [name, version, matrix[name]?.[version]?.class ?? ''] as const));
  it.each(rows)('%s, Prometheus %s: %s', (name, version, expected) => {
    expect(classOf(name, version)).toBe(expected);
  });
});
