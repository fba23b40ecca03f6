import { describe, expect, it } from 'vitest';
import { connectionVerdict, externalVerdict, type OutsideAddress, policyNames } from '../../src/engine/reach/index.ts';
import { clusterOf, deployment, namespace, policy, prometheus, workload } from './cluster.ts';

type Fields = Record<string, unknown>;
const shop = (spec: Fields): Fields => policy('shop', 'guard', spec);
const from = (...peers: Fields[]): Fields => ({ ingress: [{ from: peers }] });
const ports = (...list: Fields[]): Fields => ({ ingress: [{ ports: list }] });
const pods = (app: string): Fields => ({ podSelector: { matchLabels: { app } } });
const ns = (matchLabels: Fields): Fields => ({ namespaceSelector: { matchLabels } });

/** Prometheus in `mon` asks the till in `shop` for port 8080. */
function ask(objects: Fields[], port = 8080, protocol = 'TCP') {
  const cluster = clusterOf(deployment('mon', 'prom'), deployment('shop', 'till'), ...objects);
  return connectionVerdict(cluster, workload(cluster, 'Deployment/mon/prom'), workload(cluster, 'Deployment/shop/till'), port, protocol);
}
const why = (objects: Fields[]): string[] => ask(objects).facts.map((f) => `${f.policy} ${f.direction}: ${f.why}`);

describe('ingress', () => {
  it.each<[string, Fields[], string]>([
    ['no policy at all', [], 'admitted'],
    ['a policy in another namespace', [policy('other', 'guard', { policyTypes: ['Ingress'] })], 'admitted'],
    ['a policy for other pods', [shop({ podSelector: { matchLabels: { app: 'db' } } })], 'admitted'],
    ['a policy for egress only', [shop({ policyTypes: ['Egress'] })], 'admitted'],
    ['no rules', [shop({ policyTypes: ['Ingress'] })], 'denied'],
    ['no types and no rules', [shop({})], 'denied'],
    ['no types, empty egress', [shop({ egress: [] })], 'denied'],
    ['rules of a type not listed', [shop({ policyTypes: ['Egress'], ingress: [] })], 'admitted'],
    ['an empty rule', [shop({ ingress: [{}] })], 'admitted'],
    ['an empty list of peers', [shop({ ingress: [{ from: [], ports: [] }] })], 'admitted'],
    ['pods of the own namespace', [shop(from(pods('prom')))], 'denied'],
    ['any namespace', [shop(from({ namespaceSelector: {} }))], 'admitted'],
    ['the namespace by name', [shop(from(ns({ 'kubernetes.io/metadata.name': 'mon' })))], 'admitted'],
    ['another namespace by name', [shop(from(ns({ 'kubernetes.io/metadata.name': 'dev' })))], 'denied'],
    ['a label of a known namespace', [namespace('mon', { team: 'obs' }), shop(from(ns({ team: 'obs' })))], 'admitted'],
    ['a label a known namespace lacks', [namespace('mon'), shop(from(ns({ team: 'obs' })))], 'denied'],
    ['a label of a namespace not in the input', [shop(from(ns({ team: 'obs' })))], 'unknown'],
    ['such a label, but other pods', [shop(from({ ...ns({ team: 'obs' }), ...pods('grafana') }))], 'denied'],
    ['such a label, but another name', [shop(from(ns({ team: 'obs', 'kubernetes.io/metadata.name': 'dev' })))], 'denied'],
    ['namespace and pods in one peer', [shop(from({ namespaceSelector: {}, ...pods('prom') }))], 'admitted'],
    ['namespace or pods in two peers', [shop(from({ namespaceSelector: {} }, pods('grafana')))], 'admitted'],
    ['an address block, against a pod', [shop(from({ ipBlock: { cidr: '10.0.0.0/8' } }))], 'unknown'],
    ['an address block beside a peer that fits', [shop(from({ ipBlock: { cidr: '10.0.0.0/8' } }, { namespaceSelector: {} }))], 'admitted'],
    ['two policies, one of which admits', [shop({}), policy('shop', 'open', { ingress: [{}] })], 'admitted'],
    ['a doubt and an open door', [shop(from(ns({ team: 'obs' }))), policy('shop', 'open', { ingress: [{}] })], 'admitted'],
    [
      'a policy with a peer the API server refuses',
      [shop(from({ podSelector: { matchExpressions: [{ key: 'a', operator: 'In' }] } }))],
      'admitted',
    ],
    ['a peer of selector and block, refused', [shop(from({ ipBlock: { cidr: '10.0.0.0/8' }, ...pods('x') }))], 'admitted'],
    ['an empty peer, refused', [shop(from({}))], 'admitted'],
    ['a range that ends before it begins, refused', [shop(ports({ port: 80, endPort: 79 }))], 'admitted'],
    ['a range from a name, refused', [shop(ports({ port: 'web', endPort: 80 }))], 'admitted'],
    ['a policy the API server refuses', [shop({ podSelector: { matchExpressions: [{ key: 'a', operator: 'Near' }] } })], 'admitted'],
  ])('%s', (_, objects, state) => {
    expect(ask(objects).state).toBe(state);
  });

  it.each<[string, Fields, string]>([
    ['the number', { port: 8080 }, 'admitted'],
    ['another number', { port: 80 }, 'denied'],
    ['the name on the pod', { port: 'metrics' }, 'admitted'],
    ['a name no container has', { port: 'http' }, 'denied'],
    ['a range around it', { port: 8000, endPort: 9000 }, 'admitted'],
    ['a range below it', { port: 8000, endPort: 8079 }, 'denied'],
    ['another protocol', { port: 8080, protocol: 'UDP' }, 'denied'],
    ['the protocol alone', { protocol: 'TCP' }, 'admitted'],
  ])('port rule with %s', (_, entry, state) => {
    expect(ask([shop(ports(entry))]).state).toBe(state);
  });
});

describe('a port name', () => {
  const named = { name: 'late', containerPort: 8081 };
  it.each<[string, Fields, string]>([
    ['of an init container that is gone', { initContainers: [{ name: 'i', ports: [named] }] }, 'denied'],
    ['of a sidecar', { initContainers: [{ name: 'i', restartPolicy: 'Always', ports: [named] }] }, 'admitted'],
  ])('%s', (_, pod, state) => {
    const cluster = clusterOf(deployment('mon', 'prom'), deployment('shop', 'till', { pod }), shop(ports({ port: 'late' })));
    const [prom, till] = [workload(cluster, 'Deployment/mon/prom'), workload(cluster, 'Deployment/shop/till')];
    expect(connectionVerdict(cluster, prom, till, 8081, 'TCP').state).toBe(state);
  });
});

describe('egress', () => {
  const egress = (...to: Fields[]): Fields => policy('mon', 'out', { policyTypes: ['Egress'], egress: to.length ? [{ to }] : [] });

  it('of the source counts as much as ingress of the target', () => {
    expect(ask([egress()]).state).toBe('egress-denied');
    expect(ask([egress(ns({ 'kubernetes.io/metadata.name': 'shop' }))]).state).toBe('admitted');
    expect(ask([egress(), shop({})]).state).toBe('egress-denied');
  });

  it('resolves a port name on the destination', () => {
    const named = (port: string) => policy('mon', 'out', { policyTypes: ['Egress'], egress: [{ ports: [{ port }] }] });
    expect(ask([named('metrics')]).state).toBe('admitted');
    expect(ask([named('web')]).state).toBe('egress-denied');
  });

  it('in doubt does not hide a refusal at the target', () => {
    expect(ask([egress({ ipBlock: { cidr: '10.0.0.0/8' } }), shop({})]).state).toBe('denied');
    expect(ask([egress({ ipBlock: { cidr: '10.0.0.0/8' } })]).state).toBe('unknown');
  });

  it.each<[string, Fields[], OutsideAddress, string]>([
    ['no policy', [], 'node', 'admitted'],
    ['pods only, to a node', [egress({ namespaceSelector: {} })], 'node', 'egress-denied'],
    ['anything, to a node', [policy('mon', 'out', { egress: [{}] })], 'node', 'admitted'],
    ['all of IPv4, to a node', [egress({ ipBlock: { cidr: '0.0.0.0/0' } })], 'node', 'admitted'],
    ['a block, to a node', [egress({ ipBlock: { cidr: '10.0.0.0/8' } })], 'node', 'unknown'],
    ['pods only, to somewhere', [egress({ namespaceSelector: {} })], 'unknown', 'unknown'],
    ['a block that holds the address', [egress({ ipBlock: { cidr: '10.1.0.0/16' } })], { ip: '10.1.2.3' }, 'admitted'],
    ['a block without it', [egress({ ipBlock: { cidr: '10.1.0.0/16', except: ['10.1.2.0/24'] } })], { ip: '10.1.2.3' }, 'egress-denied'],
    ['a block of the other family', [egress({ ipBlock: { cidr: 'fd00::/8' } })], { ip: '10.1.2.3' }, 'egress-denied'],
    ['an IPv6 block', [egress({ ipBlock: { cidr: 'fd00::/8' } })], { ip: 'fd00::10.1.2.3' }, 'admitted'],
    ['all pods, to pods of the cluster', [egress({ namespaceSelector: {} })], { namespace: 'kube-system', labels: null }, 'admitted'],
    [
      'labelled pods, to pods of unknown labels',
      [egress({ namespaceSelector: {}, ...pods('dns') })],
      { namespace: 'kube-system', labels: null },
      'unknown',
    ],
    [
      'labelled pods, to pods of known labels',
      [egress({ namespaceSelector: {}, ...pods('dns') })],
      { namespace: 'kube-system', labels: { app: 'dns' } },
      'admitted',
    ],
    [
      'pods of known labels behind a policy',
      [policy('kube-system', 'shut', { ingress: [{ ports: [{ port: 53 }] }] })],
      { namespace: 'kube-system', labels: { app: 'dns' } },
      'denied',
    ],
    [
      'pods of unknown labels behind a policy',
      [policy('kube-system', 'shut', { policyTypes: ['Ingress'] })],
      { namespace: 'kube-system', labels: null },
      'admitted',
    ],
    [
      'a policy over other pods there',
      [policy('kube-system', 'shut', { podSelector: { matchLabels: { app: 'other' } }, policyTypes: ['Ingress'] })],
      { namespace: 'kube-system', labels: { app: 'dns' } },
      'admitted',
    ],
  ])('outside: %s', (_, objects, address, state) => {
    const cluster = clusterOf(deployment('mon', 'prom'), ...objects);
    expect(externalVerdict(cluster, workload(cluster, 'Deployment/mon/prom'), address, 10250, 'TCP').state).toBe(state);
  });
});

describe('hostNetwork', () => {
  const host = { pod: { hostNetwork: true, containers: [{ name: 'main', ports: [{ name: 'metrics', containerPort: 8080 }] }] } };

  it('of the target: policies are named but not enforced', () => {
    const cluster = clusterOf(deployment('mon', 'prom'), deployment('shop', 'agent', host), shop({}));
    const verdict = connectionVerdict(
      cluster,
      workload(cluster, 'Deployment/mon/prom'),
      workload(cluster, 'Deployment/shop/agent'),
      8080,
      'TCP',
    );
    expect([verdict.state, verdict.policies]).toEqual(['host-network', ['guard']]);
  });

  it('of the target: its address is a node, so the source may not get out to it', () => {
    const out = policy('mon', 'out', { policyTypes: ['Egress'], egress: [{ to: [{ namespaceSelector: {} }] }] });
    const cluster = clusterOf(deployment('mon', 'prom'), deployment('shop', 'agent', host), out);
    const verdict = connectionVerdict(
      cluster,
      workload(cluster, 'Deployment/mon/prom'),
      workload(cluster, 'Deployment/shop/agent'),
      8080,
      'TCP',
    );
    expect(verdict.state).toBe('egress-denied');
  });

  it.each<[string, Fields, string]>([
    ['pods', from({ namespaceSelector: {} }), 'denied'],
    ['anybody', { ingress: [{}] }, 'admitted'],
    ['a block', from({ ipBlock: { cidr: '10.0.0.0/8' } }), 'unknown'],
  ])('of the source: a rule for %s', (_, spec, state) => {
    const out = policy('mon', 'out', { policyTypes: ['Egress'] });
    const cluster = clusterOf(deployment('mon', 'prom', host), deployment('shop', 'till'), shop(spec), out);
    const verdict = connectionVerdict(
      cluster,
      workload(cluster, 'Deployment/mon/prom'),
      workload(cluster, 'Deployment/shop/till'),
      8080,
      'TCP',
    );
    expect(verdict.state).toBe(state);
  });
});

describe('a pod and itself', () => {
  it.each([
    [1, 'admitted'],
    [2, 'denied'],
  ])('with %i replicas: %s', (replicas, state) => {
    const cluster = clusterOf(deployment('shop', 'till', { replicas }), shop({}));
    const till = workload(cluster, 'Deployment/shop/till');
    expect(connectionVerdict(cluster, till, till, 8080, 'TCP').state).toBe(state);
  });
});

describe('a Prometheus that scrapes itself', () => {
  it.each<[string, Fields, string]>([
    ['alone', {}, 'admitted'],
    ['in two replicas', { replicas: 2 }, 'denied'],
    ['in two shards', { shards: 2 }, 'denied'],
  ])('%s: %s', (_, spec, state) => {
    const cluster = clusterOf(prometheus('mon', 'k8s', spec), policy('mon', 'guard', {}));
    const [prom] = cluster.prometheuses;
    const pods = prom === undefined ? null : cluster.podsOf(prom);
    expect(pods && connectionVerdict(cluster, pods, pods, 9090, 'TCP').state).toBe(state);
  });
});

describe('an unknown source', () => {
  it.each<[string, Fields, string]>([
    ['anybody on that port', ports({ port: 8080 }), 'admitted'],
    ['anybody on another port', ports({ port: 80 }), 'denied'],
    ['some pods', from(pods('prom')), 'unknown'],
  ])('and a rule for %s', (_, spec, state) => {
    const cluster = clusterOf(deployment('shop', 'till'), shop(spec));
    expect(connectionVerdict(cluster, null, workload(cluster, 'Deployment/shop/till'), 8080, 'TCP').state).toBe(state);
  });
});

describe('evidence', () => {
  it('names every policy that selects the pods, of either direction', () => {
    const cluster = clusterOf(
      deployment('shop', 'till'),
      shop({}),
      policy('shop', 'calls', { policyTypes: ['Egress'] }),
      policy('other', 'x', {}),
    );
    expect(policyNames(cluster, workload(cluster, 'Deployment/shop/till'))).toEqual(['calls', 'guard']);
  });

  it.each<[string, Fields[], string[]]>([
    ['the rule admits', [shop(from({ namespaceSelector: {} }))], ['admits']],
    ['there is no rule', [shop({})], ['no-rule']],
    ['no peer fits', [shop(from(pods('prom')))], ['peer']],
    [
      'the peer fits, the port does not',
      [shop({ ingress: [{ from: [pods('x')] }, { from: [{ namespaceSelector: {} }], ports: [{ port: 1 }] }] })],
      ['port'],
    ],
    ['the namespace is not there', [shop(from(ns({ team: 'obs' })))], ['namespace-unknown']],
    ['only a block might fit', [shop(from({ ipBlock: { cidr: '10.0.0.0/8' } }))], ['address']],
  ])('says why: %s', (_, objects, whys) => {
    expect(why(objects)).toEqual(whys.map((w) => `NetworkPolicy/shop/guard ingress: ${w}`));
  });

  it('points at the rule, the peer and the port', () => {
    const spec = { ingress: [{}, { from: [pods('x'), { namespaceSelector: {} }], ports: [{ port: 1 }, { port: 8080 }] }].slice(1) };
    const [fact] = ask([shop(spec)]).facts;
    expect([fact?.at.path, fact?.peerAt?.path, fact?.portAt?.path].map((path) => path?.join('.'))).toEqual([
      'spec.ingress.0',
      'spec.ingress.0.from.1',
      'spec.ingress.0.ports.1',
    ]);
  });

  const apart = (d: { on: string; name: string; wanted: string; got: string | null; at: { path: readonly unknown[] } }): string =>
    `${d.on} ${d.name}: ${d.wanted} / ${d.got ?? '-'} @ ${d.at.path.join('.')}`;
  it.each<[string, Fields[], string[]]>([
    ['nothing where it admits', [shop({ ingress: [{}] })], []],
    [
      'a pod label',
      [shop(from({ namespaceSelector: {}, ...pods('grafana') }))],
      ['pod app: app=grafana / prom @ spec.ingress.0.from.0.podSelector.matchLabels.app'],
    ],
    ['the own namespace', [shop(from(pods('prom')))], ['namespace namespace: shop / mon @ spec.ingress.0.from.0']],
    [
      'a namespace label',
      [namespace('mon', { team: 'x' }), shop(from(ns({ team: 'obs' })))],
      ['namespace team: team=obs / x @ spec.ingress.0.from.0.namespaceSelector.matchLabels.team'],
    ],
    [
      'a namespace label nobody knows',
      [shop(from(ns({ team: 'obs' })))],
      ['namespace team: team=obs / - @ spec.ingress.0.from.0.namespaceSelector.matchLabels.team'],
    ],
    ['a port', [shop(ports({ port: 1, endPort: 9 }))], ['port port: 1-9 / 8080 @ spec.ingress.0.ports.0']],
    ['a protocol', [shop(ports({ port: 8080, protocol: 'UDP' }))], ['port protocol: UDP / TCP @ spec.ingress.0.ports.0']],
    [
      'the nearer of two peers',
      [shop(from({ ...ns({ 'kubernetes.io/metadata.name': 'dev' }), ...pods('x') }, { namespaceSelector: {}, ...pods('y') }))],
      ['pod app: app=y / prom @ spec.ingress.0.from.1.podSelector.matchLabels.app'],
    ],
    [
      'the nearer of two rules',
      [shop({ ingress: [{ from: [pods('y')] }, { from: [{ namespaceSelector: {} }], ports: [{ port: 7 }] }] })],
      ['port port: 7 / 8080 @ spec.ingress.1.ports.0'],
    ],
  ])('says what differs: %s', (_, objects, expected) => {
    expect(ask(objects).facts.flatMap((f) => f.differs.map(apart))).toEqual(expected);
  });
});
