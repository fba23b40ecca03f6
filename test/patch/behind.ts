import { expect } from 'vitest';
import type { SourceFile } from '../../src/engine/ingest/index.ts';
import { type Goal, type Preview, previewGoals } from '../../src/engine/patch/index.ts';
import { english } from '../../src/words/index.ts';
import { fixture } from '../fixtures/load.ts';
import { edit } from '../fixtures/shop.ts';
import { goalOf, run } from './cases.ts';

/** An exporter on loopback behind a kube-rbac-proxy on 9100. Tests change one thing at a time. */
export const BEHIND = `apiVersion: apps/v1
kind: Deployment
metadata: {name: disk, namespace: watch}
spec:
  selector: {matchLabels: {app: disk}}
  template:
    metadata: {labels: {app: disk}}
    spec:
      containers:
      - name: exporter
        image: quay.io/prometheus/node-exporter:v1.8.0
        args: [--web.listen-address=127.0.0.1:9101]
      - name: guard
        image: quay.io/brancz/kube-rbac-proxy:v0.18.0
        args: [--secure-listen-address=:9100, --upstream=http://127.0.0.1:9101/, --ignore-paths=/]
        ports: [{name: https, containerPort: 9100}]
---
apiVersion: v1
kind: Service
metadata: {name: disk, namespace: watch, labels: {app: disk}}
spec:
  selector: {app: disk}
  ports:
  - {name: https, port: 9100, targetPort: https}
---
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: {name: disk, namespace: watch}
spec:
  selector: {matchLabels: {app: disk}}
  endpoints:
  - port: https
    scheme: https
    bearerTokenFile: /var/run/secrets/kubernetes.io/serviceaccount/token
    tlsConfig: {insecureSkipVerify: true}
`;
/** The same without a proxy: everyone can read it. */
export const OPEN = edit(
  BEHIND,
  ['127.0.0.1:9101]', ':9100]\n        ports: [{name: http, containerPort: 9100}]'],
  [BEHIND.slice(BEHIND.indexOf('      - name: guard'), BEHIND.indexOf('---\napiVersion: v1')), ''],
  ['{name: https, port: 9100, targetPort: https}', '{name: http, port: 9100, targetPort: http}'],
  [BEHIND.slice(BEHIND.indexOf('  - port: https')), '  - port: http\n'],
);
export const CHAIN = 'ServiceMonitor/watch/disk#0';

export const filesOf = (text: string, ...more: SourceFile[]): SourceFile[] => [{ path: 'disk.yaml', text }, ...more, ...fixture('guards')];

export function toggled(files: SourceFile[], goal: Goal['goal'], more: Partial<Goal> = {}): Preview {
  const preview = previewGoals(files, [goalOf(CHAIN, goal, more)], run);
  const codes = [...preview.changes.flatMap((c) => c.steps), ...preview.consequences, ...preview.refusals.flatMap((r) => r ?? [])];
  // Whatever is brought about has words for it.
  for (const { code, params } of codes) expect(english.code('patch', code, params)).toMatch(/^(?!.*\{\w+\}).* /);
  return preview;
}

/** What is said besides the diff, without what every plan of these pods says. */
export function said(preview: Preview): string[] {
  const usual = ['open-on-pods', 'token-not-sent', 'pods-restart', 'token-needed', 'own-certificate', 'label-renamed'];
  return preview.consequences.filter((c) => !usual.includes(c.code)).map((c) => [c.code, ...Object.values(c.params)].join(' '));
}

/** The new lines of a file, trimmed. */
export function news(preview: Preview, path = 'disk.yaml'): string[] {
  const change = preview.changes.find((c) => c.path === path);
  return (change?.hunks ?? []).flatMap((h) => h.lines.flatMap((l) => (l.kind === 'added' ? [l.text.trim()] : [])));
}
