import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/engine/analyze.ts';
import { placesOf } from '../../src/engine/export/index.ts';
import { allFindings, OBJECT_RULES } from '../../src/engine/lint/index.ts';
import { findingAdvice, findingText } from '../../src/words/findings.ts';
import { english, LANGS, loadWords } from '../../src/words/index.ts';
import { edit, SHOP } from '../fixtures/shop.ts';

type Edit = [from: string, to: string];
const CODES: ReadonlySet<string> = new Set(OBJECT_RULES.map((r) => r.code));
const PORTS = '- {name: metrics, containerPort: 8080}';
const SERVICE = '- {name: http-metrics, port: 80, targetPort: metrics}';
const MONITOR = '  endpoints:\n  - port: http-metrics\n';

const found = (text: string) => {
  const analysis = analyze([{ path: 'all.yaml', text }], { defaultNamespace: 'default' });
  const places = placesOf(analysis.ingested);
  return allFindings(analysis)
    .filter((f) => CODES.has(f.code))
    .map((f) => ({ ...f, place: f.evidence[0] ? places.at(f.evidence[0]) : null }));
};
const said = (text: string): string[] => found(text).map((f) => `${f.severity} ${f.place?.line} ${findingText(english, f.code, f.params)}`);

describe('objects by themselves', () => {
  it.each<[string, Edit[], string[]]>([
    ['nothing in the shop', [], []],
    [
      'two ports of one name in a container',
      [[PORTS, `${PORTS}\n        - {name: metrics, containerPort: 8081}`]],
      ['error 29 Two ports of container cart are called “metrics”: the API server refuses it.'],
    ],
    [
      'two ports of one name in a pod',
      [[PORTS, `${PORTS}\n      - {name: side, image: example.org/x, ports: [{name: metrics, containerPort: 9}]}`]],
      ['warning 29 Containers cart and side both call a port “metrics”: who asks by this name gets cart.'],
    ],
    ['one name, two protocols of a Service', [[SERVICE, `${SERVICE}\n  - {name: http-udp, port: 80, protocol: UDP}`]], []],
    [
      'a Service port without a name beside another',
      [[SERVICE, `${SERVICE}\n  - {port: 81, targetPort: metrics}`]],
      ['error 37 A Service with several ports needs a name for each: the API server refuses it.'],
    ],
    [
      'a name that is too long',
      [
        ['name: metrics, containerPort', 'name: metrics-of-the-cart, containerPort'],
        ['targetPort: metrics', 'targetPort: 8080'],
      ],
      [
        'error 28 “metrics-of-the-cart” of container cart is no name for a port: at most 15 lower-case letters, digits and hyphens, one letter at least.',
      ],
    ],
    [
      'a probe that asks a quoted number',
      [[PORTS, `${PORTS}\n        readinessProbe: {httpGet: {port: "8080", path: /}}`]],
      ['error 29 readinessProbe port: “8080” is quoted and so taken for a name, and no port is called so.'],
    ],
    [
      'a field of the monitor inside its selector',
      [
        [
          'selector: {matchLabels: {app: cart, tier: web}}\n  endpoints',
          'selector: {namespaceSelector: {any: true}, matchLabels: {app: cart, tier: web}}\n  endpoints',
        ],
      ],
      [
        'warning 42 namespaceSelector does not belong into spec.selector: it is dropped without a word. Its place is spec.namespaceSelector.',
      ],
    ],
    [
      'a field of the endpoint beside the endpoints',
      [[MONITOR, `  scheme: http\n${MONITOR}`]],
      ['warning 43 scheme does not belong into spec: it is dropped without a word. Its place is spec.endpoints.scheme.'],
    ],
    [
      'a field spelt nearly so',
      [['  - port: http-metrics', '  - port: http-metrics\n    intervall: 30s']],
      ['warning 45 ServiceMonitor has no field intervall in spec.endpoints: it is dropped without a word. interval was likely meant.'],
    ],
    [
      'a field of another version of the API',
      [
        ['apiVersion: monitoring.coreos.com/v1\nkind: ServiceMonitor', 'apiVersion: monitoring.coreos.com/v9\nkind: ServiceMonitor'],
        [MONITOR, `  whatever: 1\n${MONITOR}`],
      ],
      [],
    ],
  ])('%s', (_, edits, expected) => {
    expect(said(edit(SHOP, ...edits))).toEqual(expected);
  });

  it('does not say twice what a chain says of the same line', () => {
    const codes = allFindings(
      analyze([{ path: 'a.yaml', text: edit(SHOP, ['targetPort: metrics', 'targetPort: "8080"']) }], { defaultNamespace: 'default' }),
    );
    expect(codes.map((f) => f.code)).toEqual(['target-port-not-found']);
  });

  it.each(LANGS)('speaks whole sentences in %s', async (lang) => {
    const words = await loadWords(lang);
    const all = found(
      edit(
        SHOP,
        [
          PORTS,
          `${PORTS}\n        - {name: metrics, containerPort: 8081}\n        - {name: UPPER, containerPort: 1}\n        readinessProbe: {httpGet: {port: "1"}}`,
        ],
        [MONITOR, `  scheme: http\n  bogus: 1\n${MONITOR}`],
      ),
    );
    expect(new Set(all.map((f) => f.code))).toEqual(CODES);
    for (const { code, params } of all) {
      expect(findingText(words, code, params)).not.toMatch(/\{\w+\}|undefined|null/);
      expect(findingAdvice(words, code, params)).toMatch(/./);
    }
  });
});

describe('numbers kubectl reads in another base', () => {
  const problems = (text: string) =>
    analyze([{ path: 'a.yaml', text }], { defaultNamespace: 'default' }).ingested.problems.map((p) => [
      p.code,
      p.line,
      p.params['text'],
      p.params['value'],
    ]);

  it.each<[string, Edit, unknown[]]>([
    ['an octal port', ['port: 80,', 'port: 0120,'], [['yaml11-number', 36, '0120', 80]]],
    ['underscores', ['containerPort: 8080', 'containerPort: 8_080'], [['yaml11-number', 28, '8_080', 8080]]],
    ['a label', ['labels: {team: watch}', 'labels: {team: 0777}'], [['yaml11-number', 3, '0777', 511]]],
    ['a quoted one', ['labels: {team: watch}', 'labels: {team: "0777"}'], []],
    [
      'a file mode, which is meant so',
      ['      containers:', '      volumes: [{name: x, secret: {secretName: x, defaultMode: 0644}}]\n      containers:'],
      [],
    ],
  ])('%s', (_, change, expected) => {
    expect(problems(edit(SHOP, change)).filter(([code]) => code === 'yaml11-number')).toEqual(expected);
  });
});
