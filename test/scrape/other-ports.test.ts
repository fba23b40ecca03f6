import { expect, it } from 'vitest';
import { analyze } from '../../src/engine/analyze.ts';
import '../parts.ts';

/** Both containers declare 9090, under different names; the Service knows 8080 only. */
const text = (targetPort: string) => `
apiVersion: v1
kind: Service
metadata: {name: app, labels: {app: app}}
spec: {selector: {app: app}, ports: [{name: web, port: 80, targetPort: 8080}]}
---
apiVersion: v1
kind: Pod
metadata: {name: app, labels: {app: app}}
spec:
  containers:
    - {name: a, ports: [{name: http, containerPort: 8080}, {name: metrics, containerPort: 9090}]}
    - {name: b, ports: [{name: other, containerPort: 9090}]}
---
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: {name: app}
spec: {selector: {matchLabels: {app: app}}, endpoints: [{targetPort: ${targetPort}}]}`;

it.each([
  ['metrics', 'a'],
  ['other', 'b'],
  ['9090', 'a'],
])('a port no Service names is found by the name that its container gives it: %s', (targetPort, container) => {
  const [chain] = analyze([{ path: 'input.yaml', text: text(targetPort) }], { defaultNamespace: 'apps' }).chains;
  expect(chain?.targets).toMatchObject([{ number: 9090, container }]);
});
