import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forecastOf, type Vantage } from '../../src/engine/forecast/index.ts';
import { LANGS, loadWords } from '../../src/words/index.ts';
import { analyzeText, SHOP } from '../fixtures/shop.ts';
import { classOf, outcome } from './ask.ts';
import { ASKS, FIRST, type POD_NETWORK, podNetwork, STATES, type StateName, stateOf } from './states.ts';

type Row = [state: StateName, http: string, https: string, insecure: string, token: string, browser: string];

describe('from outside, on the host’s network', () => {
  it.each<Row>([
    // state   http          https            https -k    https -k, token  browser https
    ['S0', 'http-400', 'tls-untrusted', 'http-401', 'http-200', 'tls-untrusted'],
    ['S2a', 'http-400', 'tls-untrusted', 'http-401', 'http-502', 'tls-untrusted'],
    ['S2b', 'http-200', 'not-tls', 'not-tls', 'not-tls', 'not-tls'],
    ['S4', 'http-200', 'not-tls', 'not-tls', 'not-tls', 'not-tls'],
    ['S5', 'timeout', 'timeout', 'timeout', 'timeout', 'timeout'],
    ['S6-9100', 'http-400', 'tls-untrusted', 'http-401', 'http-200', 'tls-untrusted'],
    ['S7', 'refused', 'refused', 'refused', 'refused', 'refused'],
    ['S8', 'http-400', 'tls-untrusted', 'http-401', 'http-502', 'tls-untrusted'],
  ])('%s', (state, http, https, insecure, token, browser) => {
    const analysis = stateOf(state);
    const first = FIRST[state];
    const ask = (asking: 'http' | 'https' | 'https-insecure' | 'https-token') =>
      classOf(analysis, { vantage: 'outside', client: 'curl', asking, first });
    expect([ask('http'), ask('https'), ask('https-insecure'), ask('https-token')]).toEqual([http, https, insecure, token]);
    expect(classOf(analysis, { vantage: 'outside', client: 'browser', asking: 'https', first })).toBe(browser);
  });
});

describe('what Prometheus sees', () => {
  type Scrape = [state: StateName, token: string, noSkip: string, noToken: string, http: string];
  it.each<Scrape>([
    // state   https+skip+token  no skip      no token    http
    ['S0', 'up', 'tls-name', 'http-401', 'http-400'],
    ['S2a', 'http-502', 'tls-name', 'http-401', 'http-400'],
    ['S2b', 'not-tls', 'not-tls', 'not-tls', 'up'],
    ['S4', 'not-tls', 'not-tls', 'not-tls', 'up'],
    ['S5', 'not-tls', 'not-tls', 'not-tls', 'up'],
    ['S5x', 'timeout', 'timeout', 'timeout', 'timeout'],
    ['S7', 'refused', 'refused', 'refused', 'refused'],
    ['S8', 'http-502', 'tls-name', 'http-401', 'http-400'],
  ])('%s', (state, ...expected) => {
    const asked = Object.keys(ASKS) as (keyof typeof ASKS)[];
    const seen = asked.map((asks) =>
      classOf(stateOf(state, asks), { vantage: 'prometheus', client: 'prometheus', asking: 'endpoint', first: FIRST[state] }),
    );
    expect(seen).toEqual(expected);
  });
});

describe('on the pods’ own network', () => {
  const from: Vantage[] = ['outside', 'node-address', 'other-node', 'prometheus', 'node-loopback', 'in-pod'];
  it.each<[keyof typeof POD_NETWORK, ...string[]]>([
    // pod                        outside      node's address  other node  Prometheus  node 127.0.0.1  pod 127.0.0.1
    ['proxy, hostPort', 'http-400', 'http-400', 'http-400', 'http-400', 'refused', 'http-200'],
    ['loopback only, hostPort', 'refused', 'refused', 'refused', 'refused', 'refused', 'http-200'],
    ['open, hostPort', 'http-200', 'http-200', 'http-200', 'http-200', 'refused', 'http-200'],
    ['open, no hostPort', 'no-route', 'refused', 'http-200', 'http-200', 'refused', 'http-200'],
  ])('%s', (pod, ...expected) => {
    const analysis = podNetwork(pod);
    expect(from.map((vantage) => classOf(analysis, { vantage, client: 'curl', asking: 'http' }))).toEqual(expected);
  });
});

describe('through an Ingress', () => {
  const INGRESS = (annotation: string) => `---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: nodes, namespace: mon, annotations: {${annotation}}}
spec: {ingressClassName: nginx, rules: [{http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: nodes, port: {name: https}}}}]}}]}
`;
  const through = (state: StateName, annotation: string, asking: 'http' | 'https-insecure' | 'https-token') => {
    const text = (stateOf(state).files[0]?.text ?? '') + INGRESS(annotation);
    return classOf(analyzeText(text), { vantage: 'ingress', client: 'curl', asking });
  };
  const TLS = 'nginx.ingress.kubernetes.io/backend-protocol: HTTPS';
  it.each<[StateName, string, 'http' | 'https-insecure' | 'https-token', string]>([
    ['S0', '', 'http', 'http-400'],
    ['S0', '', 'https-insecure', 'http-400'],
    ['S0', TLS, 'http', 'http-401'],
    ['S0', TLS, 'https-token', 'http-200'],
    ['S4', '', 'http', 'http-200'],
    ['S4', '', 'https-insecure', 'http-200'],
    ['S4', TLS, 'http', 'http-502'],
    ['S7', '', 'http', 'http-502'],
  ])('%s %s %s: %s', (state, annotation, asking, expected) => {
    expect(through(state, annotation, asking)).toBe(expected);
  });
});

describe('what is shown', () => {
  it('has curl’s own words and exit code, and the line to try', () => {
    const analysis = stateOf('S0');
    const seen = outcome(analysis, { vantage: 'outside', client: 'curl', asking: 'https' });
    expect(seen).toMatchObject({ exit: 60, status: null });
    expect(seen.text).toContain('self-signed certificate in certificate chain');
    const rows = forecastOf(analysis, analysis.chains[0]?.id ?? '')?.subjects[0]?.rows ?? [];
    const outside = rows.find((r) => r.vantage === 'outside');
    expect(outside?.commands.find((c) => c.asking === 'https-token')?.command).toBe(
      `curl -sS --max-time 5 -k -H "Authorization: Bearer $(kubectl create token prom -n mon)" 'https://<node-ip>:9100/metrics'`,
    );
  });

  it('names both worlds where two processes want the port', () => {
    const analysis = stateOf('S2a');
    const cell = forecastOf(analysis, analysis.chains[0]?.id ?? '')
      ?.subjects[0]?.rows.find((r) => r.vantage === 'outside')
      ?.cells.find((c) => c.asking === 'http');
    expect(cell?.outcomes.map((o) => [o.when?.params['a'], o.class])).toEqual([
      ['exporter', 'http-200'],
      ['gate', 'http-400'],
    ]);
  });

  it('looks at the port behind a proxy too', () => {
    const { subjects = [] } = forecastOf(stateOf('S6-9100'), 'ServiceMonitor/mon/nodes#0') ?? {};
    expect(subjects.map((s) => [s.role, s.port, s.container])).toEqual([
      ['scraped', 9100, 'gate'],
      ['upstream', 9101, 'exporter'],
    ]);
    expect(classOf(stateOf('S6-9100'), { vantage: 'outside', client: 'curl', asking: 'http', port: 9101 })).toBe('http-200');
  });

  it('is nothing for a chain that is not there, and no port for one that reaches no pod', () => {
    expect(forecastOf(analyzeText(SHOP), 'ServiceMonitor/a/b#0')).toBeNull();
    const lost = analyzeText(SHOP.replace('port: http-metrics', 'port: other'));
    expect(forecastOf(lost, 'ServiceMonitor/shop/cart#0')?.subjects).toEqual([]);
  });
});

describe('laws', () => {
  const lines = stateOf('S2a').files[0]?.text.split('\n') ?? [];

  it('every cell has an outcome, several say when, and every sentence has words', async () => {
    const catalogues = await Promise.all(LANGS.map(loadWords));
    fc.assert(
      fc.property(
        fc.array(fc.nat(lines.length - 1), { maxLength: 4 }),
        fc.constantFrom(...(Object.keys(STATES) as StateName[])),
        (gone, state) => {
          const text = stateOf(state).files[0]?.text.split('\n') ?? [];
          const analysis = analyzeText(text.filter((_, i) => !gone.includes(i)).join('\n'));
          for (const { id } of analysis.chains)
            for (const { rows } of forecastOf(analysis, id)?.subjects ?? [])
              for (const { cells, commands } of rows) {
                for (const { command } of commands) expect(command).toMatch(/curl /);
                for (const { outcomes } of cells) {
                  expect(outcomes.length).toBeGreaterThan(0);
                  if (outcomes.length > 1) for (const { when } of outcomes) expect(when).not.toBeNull();
                  for (const { why, when } of outcomes)
                    for (const { code, params } of when ? [...why, when] : why)
                      for (const words of catalogues) {
                        const said = words.code('forecast', code, params);
                        expect(said).not.toBe(code);
                        expect(said).not.toMatch(/\{\w+\}|undefined/);
                      }
                }
              }
        },
      ),
      { numRuns: 60, seed: 7 },
    );
  });
});
