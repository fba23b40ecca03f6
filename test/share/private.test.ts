import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createHost } from '../../src/app/worker/host.ts';
import type { Answer, Args, Method } from '../../src/app/worker/protocol.ts';
import type { Goal } from '../../src/engine/patch/index.ts';
import { decodeState, MASKS, type Mask, pageWith, type ShareRequest, stateJson } from '../../src/engine/share/index.ts';

/** Words that occur nowhere by themselves. */
const word = (of: string) => fc.stringMatching(/^[a-z]{9}$/).map((letters) => `q${of}${letters}z`);
const octet = fc.integer({ min: 1, max: 254 });
const CHAIN = 'ServiceMonitor/shop/cart#0';

interface Private {
  secret: string;
  env: string;
  registry: string;
  host: string;
  address: string;
  applied: string;
}
const anyPrivate: fc.Arbitrary<Private> = fc.record({
  secret: word('s'),
  env: word('e'),
  registry: word('r').map((w) => `${w}.com`),
  host: word('h').map((w) => `metrics.${w}.org`),
  address: fc.tuple(octet, octet, octet).map((o) => `55.${o.join('.')}`),
  applied: word('a'),
});
const MASKED: Record<Mask, keyof Private> = { env: 'env', registries: 'registry', hosts: 'host', addresses: 'address' };

/** One chain with something private in every place that may hold it. */
const manifests = (p: Private): string => `apiVersion: v1
kind: Secret
metadata: {name: token, namespace: shop}
stringData: {password: ${p.secret}}
---
apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata: {name: main, namespace: mon}
spec:
  serviceMonitorSelector: {}
  serviceMonitorNamespaceSelector: {}
  externalUrl: https://${p.host}/prometheus
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: cart
  namespace: shop
  annotations:
    kubectl.kubernetes.io/last-applied-configuration: |
      {"was": "${p.applied}"}
spec:
  selector: {matchLabels: {app: cart}}
  template:
    metadata: {labels: {app: cart}}
    spec:
      containers:
      - name: cart
        # asked ${p.host} about ${p.address}
        image: ${p.registry}/team/node-exporter:v1
        args: ["--web.listen-address=:8080", "--peer=${p.address}:9000", "--see=https://${p.host}/x"]
        env: [{name: OWNER, value: ${p.env}}, {name: URL, value: "https://${p.env}.${p.host}"}]
        ports: [{name: metrics, containerPort: 8080}]
status: {podIP: ${p.address}, note: ${p.applied}}
---
apiVersion: v1
kind: Service
metadata: {name: cart, namespace: shop, labels: {app: cart}}
spec:
  selector: {app: cart}
  externalIPs: ["${p.address}"]
  ports: [{name: http-metrics, port: 80, targetPort: metrics}]
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: cart, namespace: shop}
spec:
  rules: [{host: ${p.host}, http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: cart, port: {number: 80}}}}]}}]
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: cart, namespace: shop}
spec:
  podSelector: {matchLabels: {app: cart}}
  ingress: [{from: [{ipBlock: {cidr: ${p.address}/32}}]}]
---
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: {name: cart, namespace: shop}
spec:
  selector: {matchLabels: {app: cart}}
  endpoints: [{port: http-metrics, tlsConfig: {serverName: ${p.host}}}]
`;

/** Everything that can leave, as text. */
async function leaving(p: Private, request: ShareRequest): Promise<Record<string, string>> {
  const host = createHost();
  const ask = <M extends Method>(method: M, ...args: Args<M>): Promise<Answer<M>> => host(method, args, () => {});
  await ask('setFiles', { put: [{ path: `${p.host}/all.yaml`, text: manifests(p) }] });
  const manner = { theme: 'light', lang: 'en', base: 'https://example.net/' } as const;
  const { fragment, state } = await ask('share', request);
  const decoded = decodeState(fragment);
  const report = await ask('sentReport', request, 'en');
  return {
    link: JSON.stringify(decoded),
    json: stateJson(state),
    page: JSON.stringify(decodeState(/"(v1[^"]*)"<\/script><\/head>/.exec(pageWith('<head></head>', fragment))?.[1] ?? '')),
    svg: await ask('picture', request, 'svg', manner),
    mermaid: await ask('picture', request, 'mermaid', manner),
    dot: await ask('picture', request, 'dot', manner),
    bundle: await ask('bundle', request, manner),
    report: 'bytes' in report ? new TextDecoder().decode(report.bytes) : '',
  };
}

it('no Secret, nothing that servers wrote, and nothing that was to be masked leaves in any form', async () => {
  const goals = fc.constantFrom<Goal[]>([], [{ chain: CHAIN, goal: 'https', names: 'keep', removeUnusedRbac: false }]);
  await fc.assert(
    fc.asyncProperty(anyPrivate, fc.subarray([...MASKS]), fc.boolean(), goals, async (p, masks, all, wished) => {
      const request: ShareRequest = {
        chain: CHAIN,
        goals: wished,
        selection: `row ${p.host} ${p.address}`,
        masks,
        all,
        configMaps: all,
        key: 'a key',
      };
      const forms = await leaving(p, request);
      for (const [form, text] of Object.entries(forms)) {
        expect(text.length, form).toBeGreaterThan(50);
        for (const never of [p.secret, p.applied]) expect(text, `${form} holds ${never}`).not.toContain(never);
        for (const mask of masks) expect(text, `${form}, masked ${mask}`).not.toContain(p[MASKED[mask]]);
      }
      // What was not to be masked is there, or nothing would have been proved.
      if (masks.length === 0) for (const what of [p.env, p.registry, p.host, p.address]) expect(forms['json']).toContain(what);
    }),
    { numRuns: 25 },
  );
}, 120_000);
