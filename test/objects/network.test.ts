import { describe, expect, it } from 'vitest';
import type { EndpointSet, NetworkPolicy, Service } from '../../src/engine/objects/index.ts';
import { manifest, read, refused } from './read.ts';

const service = (spec: string) => read<Service>(manifest('Service', `spec: ${spec}`));
const policy = (spec: string) => read<NetworkPolicy>(manifest('NetworkPolicy', `spec: ${spec}`));

describe('a Service', () => {
  it.each([
    ['{ports: [{port: 80}]}', { name: '', port: 80, targetPort: 80, targetPortGiven: false, protocol: 'TCP', nodePort: null }],
    [
      '{ports: [{port: 80, targetPort: web, name: http, protocol: UDP}]}',
      { name: 'http', targetPort: 'web', targetPortGiven: true, protocol: 'UDP' },
    ],
    ['{ports: [80, {port: 81, targetPort: 8081, nodePort: 30081}]}', { index: 1, port: 81, targetPort: 8081, nodePort: 30081 }],
    ['{ports: [{port: "80", targetPort: {a: b}}]}', { port: null, targetPort: null }],
  ])('%s', (spec, expected) => expect(service(spec).ports[0]).toMatchObject(expected));

  it.each([
    ['{selector: {app: a}}', { selector: { app: 'a' }, headless: false, type: 'ClusterIP', externalName: null }],
    ['{selector: {}, clusterIP: None}', { selector: null, headless: true }],
    ['{type: ExternalName, externalName: db.example.com}', { selector: null, type: 'ExternalName', externalName: 'db.example.com' }],
    ['{publishNotReadyAddresses: true}', { publishNotReady: true, ports: [] }],
  ])('%s', (spec, expected) => expect(service(spec)).toMatchObject(expected));
});

describe('endpoints', () => {
  const first = { ip: '10.0.0.1', targetKind: 'Pod', targetName: 'p', targetNamespace: null, nodeName: 'n' };
  it('of both kinds have one shape', () => {
    const old = read<EndpointSet>(
      manifest(
        'Endpoints',
        'subsets: [{addresses: [{ip: 10.0.0.1, nodeName: n, targetRef: {kind: Pod, name: p}}], notReadyAddresses: [{ip: 10.0.0.2}], ports: [{port: 9}]}]',
      ),
    );
    expect(old).toMatchObject({
      service: 'x',
      managed: false,
      subsets: [
        {
          addresses: [
            { ...first, ready: true },
            { ip: '10.0.0.2', ready: false },
          ],
          ports: [{ name: '', port: 9, protocol: 'TCP' }],
        },
      ],
    });

    const slice = read<EndpointSet>(
      manifest(
        'EndpointSlice',
        'endpoints: [{addresses: [10.0.0.1], nodeName: n, targetRef: {kind: Pod, name: p}}, {addresses: [10.0.0.2], conditions: {ready: false}}]\nports: [{name: m, port: 9}]',
        '{name: x-1, labels: {kubernetes.io/service-name: x}}',
      ),
    );
    expect(slice).toMatchObject({
      service: 'x',
      managed: false,
      subsets: [
        {
          addresses: [
            { ...first, ready: null },
            { ip: '10.0.0.2', ready: false },
          ],
          ports: [{ name: 'm', port: 9 }],
        },
      ],
    });
  });

  it.each([
    ['Endpoints', '{name: x}', false],
    ['Endpoints', '{name: x, annotations: {endpoints.kubernetes.io/last-change-trigger-time: "2026"}}', true],
    ['EndpointSlice', '{name: x, labels: {endpointslice.kubernetes.io/managed-by: endpointslice-controller.k8s.io}}', true],
    ['EndpointSlice', '{name: x, labels: {endpointslice.kubernetes.io/managed-by: endpointslicemirroring-controller.k8s.io}}', true],
    ['EndpointSlice', '{name: x, labels: {endpointslice.kubernetes.io/managed-by: our-team}}', false],
    ['EndpointSlice', '{name: x, ownerReferences: [{kind: Service, name: x}]}', true],
  ])('%s %s: written by a controller %s', (kind, metadata, managed) => {
    expect(read<EndpointSet>(manifest(kind, 'ports: []', metadata)).managed).toBe(managed);
  });
});

describe('a NetworkPolicy', () => {
  it.each([
    ['{}', [true, false]],
    ['{egress: []}', [true, false]],
    ['{egress: [{}]}', [true, true]],
    ['{policyTypes: [Egress], ingress: [{}]}', [false, true]],
    ['{policyTypes: [Ingress], egress: [{}]}', [true, false]],
  ])('%s is for [ingress, egress] %j', (spec, expected) => {
    const { ingressType, egressType } = policy(spec);
    expect([ingressType, egressType]).toEqual(expected);
  });

  it('tells absent peers and ports from empty ones', () => {
    expect(policy('{ingress: [{}, {from: [], ports: []}]}').ingress).toMatchObject([
      { peers: null, ports: null },
      { peers: [], ports: [] },
    ]);
  });

  it('reads peers and ports', () => {
    const rule = policy(
      '{ingress: [{from: [{podSelector: {}, namespaceSelector: {matchLabels: {a: b}}}, {ipBlock: {cidr: 10.0.0.0/8, except: [10.1.0.0/16]}}], ports: [{port: web}, {port: 80, endPort: 90, protocol: UDP}, {}]}]}',
    ).ingress[0];
    expect(rule).toMatchObject({
      peers: [
        { podSelector: { requirements: [] }, namespaceSelector: { requirements: [{ key: 'a', values: ['b'] }] }, ipBlock: null },
        { podSelector: null, namespaceSelector: null, ipBlock: { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] } },
      ],
      ports: [
        { protocol: 'TCP', port: 'web', endPort: null },
        { protocol: 'UDP', port: 80, endPort: 90 },
        { protocol: 'TCP', port: null },
      ],
    });
  });

  it('with a selector of the wrong type selects nothing', () => {
    const broken = policy('{podSelector: all}');
    expect(broken.podSelector.invalid).toBe('podSelector: "all"');
    expect(refused(broken)).toEqual(['spec.podSelector map']);
  });
});
