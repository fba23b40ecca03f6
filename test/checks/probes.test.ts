import { expect, it } from 'vitest';
import { ARGS, type Change, found, PORTS } from './found.ts';

const probe = (text: string, which = 'readinessProbe'): Change => [PORTS, `        ${which}: {${text}}\n${PORTS}`];
const LOOPBACK: Change = [ARGS, 'args: ["--web.listen-address=127.0.0.1:8080"]'];
const UNKNOWN: Change = ['image: example.org/node-exporter:v1', 'image: example.org/cart:v1'];
const PROXY: Change[] = [
  ['image: example.org/node-exporter:v1', 'image: quay.io/brancz/kube-rbac-proxy:v0.18.0'],
  [ARGS, 'args: ["--secure-listen-address=:8080", "--upstream=http://127.0.0.1:8081/", "--ignore-paths=/healthz"]'],
];

it.each<[what: string, changes: Change[], said: string[]]>([
  ['the port by its name', [probe('httpGet: {port: metrics, path: /}')], []],
  ['the port by its number', [probe('tcpSocket: {port: 8080}')], []],
  ['http asked of http', [probe('httpGet: {port: 8080, scheme: HTTP}')], []],
  ['https asked of http', [probe('httpGet: {port: metrics, scheme: HTTPS}')], ['warning cart#0 scheme 8080']],
  ['a port nobody is on', [probe('tcpSocket: {port: 9}', 'livenessProbe')], ['warning cart#0 nobody 9']],
  ['a gRPC port nobody is on', [probe('grpc: {port: 9}', 'startupProbe')], ['warning cart#0 nobody 9']],
  ['the same where the image may be', [UNKNOWN, [ARGS, 'args: []'], probe('tcpSocket: {port: 9}')], []],
  ['a name that no port has', [probe('httpGet: {port: nothing}')], []],
  ['a process inside only', [LOOPBACK, probe('httpGet: {port: 8080}')], ['warning cart#0 loopback 8080']],
  ['a command runs inside', [LOOPBACK, probe('exec: {command: [curl, "http://127.0.0.1:8080"]}')], []],
  ['a host of its own', [LOOPBACK, probe('httpGet: {port: 8080, host: 127.0.0.1}')], []],
  ['a hook is no probe', [LOOPBACK, [PORTS, `        lifecycle: {preStop: {httpGet: {port: 8080}}}\n${PORTS}`]], []],
  [
    'a proxy that asks for a token',
    [...PROXY, probe('httpGet: {port: 8080, scheme: HTTPS, path: /metrics}')],
    ['warning cart#0 token 8080'],
  ],
  ['a path that it lets pass', [...PROXY, probe('httpGet: {port: 8080, scheme: HTTPS, path: /healthz}')], []],
  [
    'a probe that has one',
    [...PROXY, probe('httpGet: {port: 8080, scheme: HTTPS, path: /metrics, httpHeaders: [{name: authorization, value: x}]}')],
    [],
  ],
  ['the port alone', [...PROXY, probe('tcpSocket: {port: 8080}')], []],
])('a probe of %s', (_what, changes, said) => {
  expect(found('probe-mismatch', changes, '', ['port'])).toEqual(said);
});
