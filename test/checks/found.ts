import { analyzeText, edit, SHOP } from '../fixtures/shop.ts';

export type Change = [from: string, to: string];

export const PROMETHEUS = 'serviceAccountName: scraper';
export const ARGS = 'args: ["--web.listen-address=:8080"]';
export const PORTS = '        ports:\n';
export const ENDPOINT = '- port: http-metrics';
export const SERVICE_PORT = '{name: http-metrics, port: 80, targetPort: metrics}';
export const MONITOR = 'kind: ServiceMonitor\nmetadata: {name: cart, namespace: shop}\nspec:\n';

/** What is found of one code in the shop after these changes: chain, variant and the values that matter, as one line each. */
export function found(code: string, changes: readonly Change[], more = '', values: readonly string[] = []): string[] {
  const { findings, ingested } = analyzeText(edit(SHOP, ...changes) + (more === '' ? '' : `---\n${more}`));
  if (ingested.problems.length > 0) throw new Error(`the fixture cannot be read: ${JSON.stringify(ingested.problems)}`);
  return findings
    .filter((f) => f.code === code)
    .map((f) =>
      [f.severity, f.chain?.replace(/^.*\//, ''), f.params['variant'], ...values.map((v) => f.params[v])].filter(Boolean).join(' '),
    );
}
