import { describe, expect, it } from 'vitest';
import type { Chain } from '../../src/engine/chain/index.ts';
import { placesOf } from '../../src/engine/export/index.ts';
import { verdictText } from '../../src/words/findings.ts';
import { english } from '../../src/words/index.ts';
import { analyzeText, edit, SHOP } from '../fixtures/shop.ts';

type Edit = [from: string, to: string];

/** `absent: sentence | asks X (line) / has Y (line)` */
function verdict(...edits: Edit[]): string {
  const analysis = analyzeText(edit(SHOP, ...edits));
  const places = placesOf(analysis.ingested);
  const { status, verdict: v } = analysis.chains.find((c) => c.monitor.endsWith('/cart')) as Chain;
  const side = (one: { value: string; at: unknown } | null) =>
    one === null ? 'nothing' : `${one.value} (${one.at ? places.at(one.at as never)?.line : '–'})`;
  const [fact] = v.facts;
  const pair = fact ? ` | asks ${side(fact.left)} / has ${side(fact.right)}` : '';
  return `${v.symptom ?? status}: ${verdictText(english, status, v)}${pair}`;
}

const SELECTOR = 'selector: {matchLabels: {app: cart, tier: web}}\n  endpoints';
const PORT = '  - port: http-metrics\n';
const LABELS = 'metadata: {name: cart, namespace: shop, labels: {app: cart, tier: web}}';

describe('the first broken hop, with both values', () => {
  it.each<[string, Edit[], string]>([
    ['nothing wrong', [], 'ok: Every hop agrees: Prometheus can scrape this.'],
    [
      'a port spelt nearly so',
      [[PORT, '  - port: http-metric\n']],
      'absent: Service cart has port “http-metrics”, and “http-metric” is asked for. | asks http-metric (44) / has http-metrics (36)',
    ],
    [
      'the number of the Service port',
      [[PORT, '  - port: "80"\n']],
      'absent: “80” is a number, and names are asked for: Service cart calls that port “http-metrics”. | asks 80 (44) / has http-metrics (36)',
    ],
    [
      'the container’s name for the port',
      [[PORT, '  - port: metrics\n']],
      'absent: “metrics” is the container’s name for the port; that of Service cart is “http-metrics”. | asks metrics (44) / has http-metrics (36)',
    ],
    [
      'a port without a name',
      [['{name: http-metrics, port: 80, targetPort: metrics}', '{port: 80, targetPort: metrics}']],
      'absent: “http-metrics” is asked for, and port 80 of Service cart has no name. | asks http-metrics (44) / has nothing',
    ],
    [
      'a label that differs',
      [[SELECTOR, 'selector: {matchLabels: {app: cart, tier: api}}\n  endpoints']],
      'absent: The selector of cart matches 0 of 1 Services; Service/shop/cart differs only in tier: tier=api is asked for, and it has tier=web. | asks tier=api (42) / has tier=web (32)',
    ],
    [
      'labels on the pods alone',
      [
        [LABELS, 'metadata: {name: basket, namespace: shop}'],
        ['{app: cart, tier: web}}\n  endpoints', '{tier: web}}\n  endpoints'],
      ],
      'incomplete: No Service matches the selector of cart. The label is on the pods of cart, which Service/shop/basket selects, but not on the Service itself. | asks tier=web (42) / has nothing',
    ],
    [
      'a targetPort spelt nearly so',
      [['targetPort: metrics', 'targetPort: metric']],
      'absent: Service cart sends to targetPort “metric”, and the container port of cart is called “metrics”. | asks metric (36) / has metrics (cart) (28)',
    ],
    [
      'a quoted number',
      [[PORT, '  - targetPort: "8080"\n']],
      'absent: “8080” is quoted and so taken for a name; cart declares the number, and calls it “metrics”. | asks 8080 (44) / has metrics (28)',
    ],
    [
      'the Service’s number as targetPort',
      [[PORT, '  - targetPort: 80\n']],
      'absent: “80” is the Service’s name or number for the port; the container of cart calls it “metrics”, and targetPort means the container’s. | asks 80 (44) / has metrics (28)',
    ],
    [
      'a scheme that is not spoken',
      [[PORT, `${PORT}    scheme: https\n`]],
      'down: The endpoint asks for https, and cart :8080 speaks http. | asks https (45) / has http (26)',
    ],
    [
      'a listener on the loopback',
      [['--web.listen-address=:8080', '--web.listen-address=127.0.0.1:8080']],
      'down: cart 127.0.0.1:8080 listens on the loopback address only, so port 8080 of the pod refuses connections. | asks 8080 (28) / has 127.0.0.1:8080 (26)',
    ],
  ])('%s', (_, edits, expected) => {
    expect(verdict(...edits)).toBe(expected);
  });
});

describe('what settles an incomplete chain', () => {
  const settle = (text: string): string[] => analyzeText(text).chains.flatMap((c) => c.verdict.settle);
  const status = (text: string): string[] => analyzeText(text).chains.map((c) => c.status);
  const documents = SHOP.split('---\n');
  const only = (...kinds: string[]): string => documents.filter((d) => kinds.some((k) => d.includes(`kind: ${k}\n`))).join('---\n');
  const indented = (doc: string) =>
    doc
      .trimEnd()
      .split('\n')
      .map((line, i) => `${i === 0 ? '- ' : '  '}${line}`)
      .join('\n');
  const list = (...kinds: string[]): string =>
    `---\napiVersion: v1\nkind: List\nitems:\n${documents
      .filter((d) => kinds.some((k) => d.includes(`kind: ${k}\n`)))
      .map(indented)
      .join('\n')}\n`;

  it.each<[string, string, string, string]>([
    [
      'no Service',
      only('Prometheus', 'Namespace', 'ServiceMonitor'),
      'kubectl get services,endpointslices,pods -n shop -o yaml',
      list('Service', 'Deployment'),
    ],
    [
      'no pods',
      only('Prometheus', 'Namespace', 'ServiceMonitor', 'Service'),
      'kubectl get pods -n shop -l app=cart,tier=web -o yaml',
      list('Deployment'),
    ],
    [
      'labels of a namespace',
      SHOP.replace('serviceMonitorNamespaceSelector: {}', 'serviceMonitorNamespaceSelector: {matchLabels: {team: shop}}'),
      'kubectl get namespace shop -o yaml',
      '---\napiVersion: v1\nkind: Namespace\nmetadata: {name: shop, labels: {team: shop}}\n',
    ],
    [
      'labels a policy asks for',
      `${SHOP.split('---\n').slice(1).join('---\n')}---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: cart, namespace: shop}
spec:
  podSelector: {}
  ingress: [{from: [{namespaceSelector: {matchLabels: {team: watch}}}]}]
`,
      'kubectl get namespace mon -o yaml',
      '---\napiVersion: v1\nkind: Namespace\nmetadata: {name: mon, labels: {team: watch}}\n',
    ],
  ])('%s', (_, text, command, output) => {
    expect(status(text)).toEqual(['incomplete']);
    expect(settle(text)).toEqual([command]);
    expect(status(text + output)).toEqual(['ok']);
  });

  it('quotes what a shell would take apart', () => {
    const hostile = only('Prometheus', 'Namespace', 'ServiceMonitor', 'Service').replace(
      'selector: {app: cart, tier: web}\n  ports',
      'selector: {app: "cart\'; rm -rf $HOME; \'"}\n  ports',
    );
    expect(settle(hostile)).toEqual([`kubectl get pods -n shop -l 'app=cart'\\''; rm -rf $HOME; '\\''' -o yaml`]);
  });
});
