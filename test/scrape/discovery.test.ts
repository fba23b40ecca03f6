import { describe, expect, it } from 'vitest';
import { buildCluster } from '../../src/engine/cluster/index.ts';
import { ingest } from '../../src/engine/ingest/index.ts';
import { simulate } from '../../src/engine/scrape/simulate/index.ts';
import type { JsonMap } from '../../src/engine/yaml/index.ts';
import '../parts.ts';

const META = '__meta_kubernetes_';
const AS_ROLE = { endpoints: 'endpoint_', endpointslice: 'endpointslice_' } as const;

/** What a role finds in namespace `apps`. */
function found(role: string, text: string, config: JsonMap = {}) {
  const cluster = buildCluster(ingest([{ path: 'input.yaml', text }], { defaultNamespace: 'apps', eager: () => true }));
  const sd = { kubernetes_sd_configs: [{ role, namespaces: { names: ['apps'] } }] };
  return simulate(cluster, { job_name: 'job', ...sd, ...config }, { shard: 0, ownNamespace: 'apps' });
}

/** `address label=value …` of every target, sorted. */
function told(role: string, text: string, ...labels: string[]): string[] {
  return found(role, text)
    .kept.map((t) => [t.address, ...labels.map((l) => `${l.split('_').at(-1)}=${t.labels.get(META + l)}`)].join(' '))
    .sort();
}

const service = (spec: string) => `
kind: Service
apiVersion: v1
metadata: {name: app, labels: {app: app}}
spec: ${spec}
---`;
const pod = (name: string, ports: string, more = '') => `
kind: Pod
apiVersion: v1
metadata: {name: ${name}, labels: {app: app}${more.startsWith(',') ? more : ''}}
spec: {containers: [{name: c, ports: ${ports}}]}
${more.startsWith(',') ? '' : more}
---`;
const SELECTING = service('{selector: {app: app}, ports: [{name: web, port: 80, targetPort: 8080}]}');
const BARE = service('{ports: [{name: web, port: 80}]}');
const slice = (endpoint: string, more = '', port = '{name: web, port: 9999}') => `
kind: EndpointSlice
apiVersion: discovery.k8s.io/v1
metadata: {name: app-1, labels: {kubernetes.io/service-name: app${more}}}
addressType: IPv4
ports: [${port}]
endpoints: [${endpoint}]
---`;

describe('ports of containers', () => {
  it('of one container the first with the number counts, of several containers the last', () => {
    const dns = '[{name: dns, containerPort: 8080, protocol: UDP}, {name: dns-tcp, containerPort: 8080}]';
    const text = SELECTING + pod('a', dns);
    expect(told('endpointslice', text, 'pod_container_port_name')).toEqual(['10.244.0.1:8080 name=dns']);
    const two = `
kind: Pod
apiVersion: v1
metadata: {name: a, labels: {app: app}}
spec: {containers: [{name: x, ports: [{containerPort: 8080}]}, {name: y, ports: [{containerPort: 8080}]}]}`;
    expect(told('endpoints', SELECTING + two, 'pod_container_name')).toEqual(['10.244.0.1:8080 name=y']);
  });
});

describe('pods with a status', () => {
  const ports = '[{containerPort: 8080}]';
  const status = (text: string) => SELECTING + pod('a', ports, `status: ${text}`);

  it.each([
    ['not ready', '{phase: Running, conditions: [{type: Ready, status: "False"}]}', ['10.244.0.1:8080 ready=false']],
    ['not ready, no phase', '{conditions: [{type: Ready, status: "False"}]}', ['10.244.0.1:8080 ready=false']],
    ['its own address', '{phase: Running, podIP: 10.1.1.1, conditions: [{type: Ready, status: "True"}]}', ['10.1.1.1:8080 ready=true']],
    ['pending', '{phase: Pending}', []],
    ['succeeded', '{phase: Succeeded}', []],
  ])('%s', (_, text, expected) => {
    expect(told('endpointslice', status(text), 'endpointslice_endpoint_conditions_ready')).toEqual(expected);
  });

  it('a finished pod is found by itself, and dropped by its phase alone', () => {
    const text = pod('a', ports, 'status: {phase: Succeeded}');
    expect(told('pod', text, 'pod_phase')).toEqual(['10.244.0.1:8080 phase=Succeeded']);
    const drop = { source_labels: [`${META}pod_phase`], regex: '(Failed|Succeeded)', action: 'drop' };
    expect(found('pod', text, { relabel_configs: [drop] })).toMatchObject({ discovered: 1, dropped: 1, kept: [] });
  });

  it('a real pod without an address has none', () => {
    expect(told('pod', pod('a', ports, ', uid: u-1').replace('---', 'status: {phase: Failed}\n---'))).toEqual([]);
  });

  it('a terminating pod stays in slices, not ready, and leaves Endpoints', () => {
    const live = 'status: {phase: Running, podIP: 10.1.1.1, conditions: [{type: Ready, status: "True"}]}\n---';
    const going = pod('a', ports, ', deletionTimestamp: "2026-01-01T00:00:00Z"').replace('---', live);
    const conditions = ['ready', 'serving', 'terminating'].map((c) => `endpointslice_endpoint_conditions_${c}`);
    expect(told('endpointslice', SELECTING + going, ...conditions)).toEqual(['10.1.1.1:8080 ready=false serving=true terminating=true']);
    expect(told('endpoints', SELECTING + going)).toEqual([]);
  });
});

describe('endpoints that somebody wrote', () => {
  it.each([
    ['ready', '{addresses: [10.9.9.9], conditions: {ready: false, serving: true}}', 'ready=false serving=true terminating=undefined'],
    ['nothing said', '{addresses: [10.9.9.9]}', 'ready=undefined serving=undefined terminating=undefined'],
  ])('conditions of a slice are its own: %s', (_, endpoint, expected) => {
    const conditions = ['ready', 'serving', 'terminating'].map((c) => `endpointslice_endpoint_conditions_${c}`);
    expect(told('endpointslice', BARE + slice(endpoint), ...conditions)).toEqual([`10.9.9.9:9999 ${expected}`]);
  });

  it('a slice port without a number leaves the bare address', () => {
    expect(told('endpointslice', BARE + slice('{addresses: [10.9.9.9]}', '', '{name: web}'))).toEqual(['10.9.9.9']);
  });

  it('a pod is only found by a reference that names its namespace', () => {
    const to = (ref: string) => BARE + pod('a', '[]') + slice(`{addresses: [10.9.9.9], targetRef: ${ref}}`);
    expect(told('endpointslice', to('{kind: Pod, name: a, namespace: apps}'), 'pod_name')).toEqual(['10.9.9.9:9999 name=a']);
    expect(told('endpointslice', to('{kind: Pod, name: a}'), 'pod_name')).toEqual(['10.9.9.9:9999 name=undefined']);
  });

  it('a hand-written slice stands beside what the selector gives; a controller’s slice is what the selector gave', () => {
    const pods = SELECTING + pod('a', '[{containerPort: 8080}]');
    expect(told('endpointslice', pods + slice('{addresses: [10.9.9.9]}'))).toEqual(['10.244.0.1:8080', '10.9.9.9:9999']);
    const managed = ', endpointslice.kubernetes.io/managed-by: endpointslice-controller.k8s.io';
    expect(told('endpointslice', pods + slice('{addresses: [10.9.9.9]}', managed))).toEqual(['10.9.9.9:9999']);
  });

  const endpoints = `
kind: Endpoints
apiVersion: v1
metadata: {name: app}
subsets: [{addresses: [{ip: 10.9.9.8}], notReadyAddresses: [{ip: 10.9.9.9}], ports: [{name: web, port: 9999}]}]
---`;

  it('are mirrored into slices for a Service without selector, with their readiness', () => {
    const mirrored = told('endpointslice', BARE + endpoints, 'endpointslice_endpoint_conditions_ready');
    expect(mirrored).toEqual(['10.9.9.8:9999 ready=true', '10.9.9.9:9999 ready=false']);
    expect(told('endpointslice', endpoints)).toEqual([]);
    for (const role of Object.keys(AS_ROLE)) expect(told(role, BARE + endpoints)).toHaveLength(2);
    expect(told('endpoints', endpoints)).toHaveLength(2);
  });

  it('the controller writes over Endpoints of a Service with a selector', () => {
    const text = SELECTING + pod('a', '[{containerPort: 8080}]') + endpoints;
    for (const role of Object.keys(AS_ROLE)) expect(told(role, text)).toEqual(['10.244.0.1:8080']);
  });
});

describe('targets', () => {
  it('are the same only where their hidden labels agree as well', () => {
    const two = service('{selector: {app: app}, ports: [{name: a, port: 1, targetPort: 8080}, {name: b, port: 2, targetPort: 8080}]}');
    const rules = (target: string) => ({
      relabel_configs: [{ source_labels: [`${META}endpointslice_port_name`], target_label: target }],
    });
    const text = two + pod('a', '[{containerPort: 8080}]');
    expect(found('endpointslice', text, rules('__meta_x'))).toMatchObject({ discovered: 2, duplicates: 1 });
    expect(found('endpointslice', text, rules('__tmp_x'))).toMatchObject({ discovered: 2, duplicates: 0 });
  });

  it('an Ingress rule without a host has no address', () => {
    const ingress = `
kind: Ingress
apiVersion: networking.k8s.io/v1
metadata: {name: i}
spec: {rules: [{http: {paths: [{path: /}]}}, {host: a.example}]}`;
    expect(found('ingress', ingress)).toMatchObject({ discovered: 2, dropped: 0, kept: [{ address: 'a.example' }] });
  });
});

describe('hostile rules', () => {
  it.each([
    [
      'a label that grows with every rule',
      Array.from({ length: 60 }, () => ({ source_labels: Array(8).fill('x'), target_label: 'x', replacement: '$1$1$1$1ab' })),
    ],
    [
      'a replacement of references alone',
      [
        { target_label: 'x', replacement: 'y'.repeat(60_000) },
        { source_labels: ['x'], target_label: 'x', replacement: '$1'.repeat(20_000) },
      ],
    ],
    [
      'no modulus',
      [0, -3, 1e30, 'a'].map((modulus) => ({ source_labels: ['__address__'], target_label: 'x', modulus, action: 'hashmod' })),
    ],
  ])('%s', (_, relabel_configs) => {
    const text = SELECTING + pod('a', '[{containerPort: 8080}]');
    expect(found('endpoints', text, { relabel_configs: relabel_configs as JsonMap[] })).toMatchObject({ discovered: 1, dropped: 0 });
  });
});
