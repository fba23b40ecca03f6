import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { simulate } from '../../src/engine/scrape/index.ts';
import { runRules } from '../../src/engine/scrape/rules.ts';
import type { JsonMap } from '../../src/engine/yaml/index.ts';
import { analyzeText } from '../fixtures/shop.ts';

type Rule = JsonMap;
const keep = (label: string, regex: string): Rule => ({ action: 'keep', source_labels: [label], regex });
const set = (target_label: string, ...source_labels: string[]): Rule => ({ target_label, source_labels });

/** `discovered/dropped/duplicates | url label=value …`: what a job makes of the manifests of namespace `ns`. */
function picture(manifests: string[], role: string, rules: Rule[] = [], more: JsonMap = {}): string[] {
  const { cluster } = analyzeText(manifests.join('\n---\n'));
  const config: JsonMap = {
    job_name: 'j',
    kubernetes_sd_configs: [{ role, namespaces: { names: ['ns'] } }],
    relabel_configs: rules,
    ...more,
  };
  const got = simulate(cluster, config, { shard: 0, ownNamespace: 'ns' });
  const target = ({ url, final }: (typeof got.kept)[number]) =>
    [url, ...[...final].filter(([name]) => name !== 'instance' && name !== 'job').map(([name, value]) => `${name}=${value}`)].join(' ');
  return [`${got.discovered}/${got.dropped}/${got.duplicates}`, ...got.kept.map(target).sort()];
}

const meta = (kind: string, name: string, spec: string, labels = '{app: a}') =>
  `apiVersion: ${{ Deployment: 'apps/v1', DaemonSet: 'apps/v1', StatefulSet: 'apps/v1', EndpointSlice: 'discovery.k8s.io/v1', Ingress: 'networking.k8s.io/v1' }[kind] ?? 'v1'}\nkind: ${kind}\nmetadata: {name: ${name}, namespace: ns, labels: ${labels}}\n${spec}`;
const pods = (kind: string, containers: string, more = '') =>
  meta(
    kind,
    'a',
    `spec: {${more} selector: {matchLabels: {app: a}}, template: {metadata: {labels: {app: a}}, spec: {containers: ${containers}}}}`,
  );
const WEB = '[{name: c, image: x, ports: [{name: web, containerPort: 8080}]}]';
const service = (ports: string, more = 'selector: {app: a}') => meta('Service', 's', `spec: {${more}, ports: ${ports}}`);
const PORT = ['__meta_kubernetes_endpointslice_port_name', '__meta_kubernetes_endpoint_port_name'] as const;
const POD = set('pod', '__meta_kubernetes_pod_name');

describe('discovery', () => {
  it.each([
    [
      'a Service port',
      [pods('Deployment', WEB), service('[{name: m, port: 80, targetPort: web}]')],
      'endpointslice',
      ['1/0/0', 'http://10.244.0.1:8080/metrics'],
    ],
    [
      'a pod a node',
      [pods('DaemonSet', WEB), service('[{name: m, port: 80, targetPort: web}]')],
      'endpoints',
      ['2/0/0', 'http://10.244.0.1:8080/metrics', 'http://10.244.0.2:8080/metrics'],
    ],
    ['no replicas, no target', [pods('Deployment', WEB, 'replicas: 0,'), service('[{name: m, port: 80}]')], 'endpoints', ['0/0/0']],
    [
      'another declared port',
      [
        pods('Deployment', '[{name: c, image: x, ports: [{containerPort: 8080}, {containerPort: 9}]}]'),
        service('[{name: m, port: 80, targetPort: 8080}]'),
      ],
      'endpoints',
      ['2/0/0', 'http://10.244.0.1:8080/metrics', 'http://10.244.0.1:9/metrics'],
    ],
    [
      'a port that resolves for no pod hides the pod',
      [pods('Deployment', WEB), service('[{name: m, port: 80, targetPort: nope}]')],
      'endpoints',
      ['0/0/0'],
    ],
    [
      'two Service ports, one pod port',
      [pods('Deployment', WEB), service('[{name: m, port: 80, targetPort: 8080}, {name: n, port: 81, targetPort: 8080}]')],
      'endpoints',
      ['2/0/1', 'http://10.244.0.1:8080/metrics'],
    ],
    [
      'written Endpoints, ready or not',
      [
        service('[{name: m, port: 80}]', 'clusterIP: None'),
        meta(
          'Endpoints',
          's',
          'subsets: [{addresses: [{ip: 203.0.113.1}], notReadyAddresses: [{ip: 203.0.113.2}], ports: [{name: m, port: 9}]}]',
        ),
      ],
      'endpointslice',
      ['2/0/0', 'http://203.0.113.1:9/metrics', 'http://203.0.113.2:9/metrics'],
    ],
    [
      'nobody mirrors slices into Endpoints',
      [
        service('[{name: m, port: 80}]', 'clusterIP: None'),
        meta(
          'EndpointSlice',
          's-1',
          'addressType: IPv4\nports: [{name: m, port: 9}]\nendpoints: [{addresses: [203.0.113.1]}]',
          '{kubernetes.io/service-name: s}',
        ),
      ],
      'endpoints',
      ['0/0/0'],
    ],
    [
      'an ExternalName with a written slice',
      [
        service('[]', 'type: ExternalName, externalName: x.example.org'),
        meta(
          'EndpointSlice',
          's-1',
          'addressType: IPv4\nports: [{name: m, port: 9}]\nendpoints: [{addresses: [203.0.113.1]}]',
          '{kubernetes.io/service-name: s}',
        ),
      ],
      'endpointslice',
      ['1/0/0', 'http://203.0.113.1:9/metrics'],
    ],
    ['a container without ports', [pods('Deployment', '[{name: c, image: x}]')], 'pod', ['1/0/0', 'http://10.244.0.1/metrics']],
    [
      'a finished pod',
      [meta('Pod', 'a', `spec: {containers: ${WEB}}\nstatus: {phase: Succeeded, podIP: 10.9.0.9}`)],
      'pod',
      ['1/0/0', 'http://10.9.0.9:8080/metrics'],
    ],
    [
      'a pod that waits for its address',
      [meta('Pod', 'a', `spec: {containers: ${WEB}}\nstatus: {phase: Pending, hostIP: 10.0.0.1}`)],
      'pod',
      ['0/0/0'],
    ],
    ['a Service', [service('[{name: m, port: 80}]')], 'service', ['1/0/0', 'http://s.ns.svc:80/metrics']],
  ] as [string, string[], string, string[]][])('%s', (_, manifests, role, expected) => expect(picture(manifests, role)).toEqual(expected));

  it('takes an Ingress path by path', () => {
    const ingress = meta(
      'Ingress',
      'i',
      'spec: {tls: [{hosts: ["*.example.org"]}], rules: [{host: a.example.org, http: {paths: [{path: /x}, {path: /y}]}}, {host: b.c}]}',
    );
    const where = set('where', '__meta_kubernetes_ingress_scheme', '__meta_kubernetes_ingress_path');
    expect(picture([ingress], 'ingress', [where, { target_label: '__address__', replacement: 'probe:1' }])).toEqual([
      '3/0/0',
      'http://probe:1/metrics where=http;/',
      'http://probe:1/metrics where=https;/x',
      'http://probe:1/metrics where=https;/y',
    ]);
  });

  it('attributes a number to the last container that declares it, and to that one’s first port', () => {
    const two =
      '[{name: c, image: x, ports: [{name: one, containerPort: 8080}]}, {name: d, image: x, ports: [{name: two, containerPort: 8080}, {name: three, containerPort: 8080}]}]';
    const rules = [
      keep(PORT[1], 'm'),
      set('container', '__meta_kubernetes_pod_container_name'),
      set('port', '__meta_kubernetes_pod_container_port_name'),
    ];
    expect(picture([pods('Deployment', two), service('[{name: m, port: 80, targetPort: 8080}]')], 'endpoints', rules)).toEqual([
      '1/0/0',
      'http://10.244.0.1:8080/metrics container=d port=two',
    ]);
  });

  it('numbers StatefulSet pods and selects single ones by their label', () => {
    const one = service('[{name: m, port: 80, targetPort: web}]', 'selector: {statefulset.kubernetes.io/pod-name: a-1}');
    expect(picture([pods('StatefulSet', WEB, 'replicas: 2,'), one], 'endpointslice', [POD])).toEqual([
      '1/0/0',
      'http://10.244.0.2:8080/metrics pod=a-1',
    ]);
  });

  it('leaves to the API server what selectors ask of it', () => {
    const sd = (label: string) => ({
      kubernetes_sd_configs: [{ role: 'endpoints', namespaces: { names: ['ns'] }, selectors: [{ role: 'endpoints', label }] }],
    });
    const world = [pods('Deployment', WEB), service('[{name: m, port: 80, targetPort: web}]')];
    for (const [label, found] of [
      ['app=a', 1],
      ['app in (a, b)', 1],
      ['app!=a', 0],
      ['!app', 0],
      ['app', 1],
      ['app notin (a)', 0],
    ] as const)
      expect([label, picture(world, 'endpoints', [], sd(label))[0]]).toEqual([label, `${found}/0/0`]);
  });
});

describe('relabelling', () => {
  const after = (rules: Rule[], labels: Record<string, string>) => {
    const { droppedBy, labels: left } = runRules(rules, new Map(Object.entries(labels)));
    return droppedBy === null ? Object.fromEntries(left) : `dropped by ${droppedBy}`;
  };
  it.each([
    ['an empty result deletes', [{ target_label: 'a', replacement: '' }], { a: 'x', b: 'y' }, { b: 'y' }],
    [
      'groups by number and name',
      [{ source_labels: ['a'], regex: '(?P<first>.)(.)', target_label: 'b', replacement: '$first-${2}-$2x$$' }],
      { a: 'pq' },
      { a: 'pq', b: 'p-q-$' },
    ],
    [
      'a target built from groups',
      [{ source_labels: ['a'], regex: '(.+)', target_label: 'x_$1', replacement: 'y' }],
      { a: 'z' },
      { a: 'z', x_z: 'y' },
    ],
    [
      'hashmod',
      [{ action: 'hashmod', source_labels: ['a'], modulus: 8, target_label: 'h' }],
      { a: 'localhost:9090' },
      { a: 'localhost:9090', h: '2' },
    ],
    ['keepequal', [{ action: 'keepequal', source_labels: ['a'], target_label: 'b' }], { a: '1', b: '2' }, 'dropped by 0'],
    ['dropequal', [{ action: 'dropequal', source_labels: ['a'], target_label: 'b' }], { a: '1', b: '1' }, 'dropped by 0'],
    ['labelmap', [{ action: 'labelmap', regex: 'meta_(.+)' }], { meta_a: '1', b: '2' }, { meta_a: '1', b: '2', a: '1' }],
    ['labelkeep takes the address too', [{ action: 'labelkeep', regex: 'a' }], { a: '1', __address__: 'x' }, { a: '1' }],
    ['uppercase', [{ action: 'uppercase', source_labels: ['a'], target_label: 'a' }], { a: 'x' }, { a: 'X' }],
    ['the whole value', [{ action: 'keep', source_labels: ['a'], regex: 'x' }], { a: 'xy' }, 'dropped by 0'],
    ['RE2, over lines', [{ action: 'keep', source_labels: ['a'], regex: '(?i)X.y' }], { a: 'x\ny' }, { a: 'x\ny' }],
  ] as [string, Rule[], Record<string, string>, unknown][])('%s', (_, rules, labels, expected) =>
    expect(after(rules, labels)).toEqual(expected),
  );

  it('decides nothing over what only a running cluster knows, and follows what depends on it', () => {
    const { unknown, labels, droppedBy } = runRules(
      [
        keep('node', 'edge'),
        set('copy', 'node'),
        keep('kind', 'Node;.*'),
        { source_labels: ['kind', 'node'], regex: 'Node;(.*)', target_label: 'n' },
      ],
      new Map<string, string | null>([
        ['node', null],
        ['kind', 'Node;1'],
      ]),
    );
    expect([unknown, labels.get('copy'), droppedBy, labels.get('n')]).toEqual([[0], null, null, null]);
  });

  it('takes any rules and labels', () => {
    const text = fc.oneof(fc.constantFrom('__address__', 'a', '(', '$1', '__proto__', ''), fc.string());
    const rule = fc.dictionary(
      fc.constantFrom('action', 'source_labels', 'regex', 'target_label', 'replacement', 'modulus', 'separator'),
      fc.oneof(text, fc.integer(), fc.constant(null), fc.array(text), fc.constantFrom('keep', 'labelmap', 'hashmod')),
    );
    fc.assert(
      fc.property(
        fc.array(rule),
        fc.dictionary(text, text),
        (rules, labels) => void runRules(rules as Rule[], new Map(Object.entries(labels)), { trace: true }),
      ),
    );
  });
});
