import { describe, expect, it } from 'vitest';
import type { WorkloadObject } from '../../src/engine/objects/index.ts';
import { manifest, read, refused } from './read.ts';

const pod = (spec: string) => read<WorkloadObject>(manifest('Pod', `spec: ${spec}`)).pod;
const container = (fields: string) => pod(`{containers: [{name: c, ${fields}}]}`).containers[0];

describe('a workload', () => {
  it.each([
    ['apps/v1', 'Deployment', 'spec: {template: {metadata: {labels: {a: b}}, spec: {hostNetwork: true}}}', ['spec', 'template', 'spec']],
    [
      'extensions/v1beta1',
      'DaemonSet',
      'spec: {template: {metadata: {labels: {a: b}}, spec: {hostNetwork: true}}}',
      ['spec', 'template', 'spec'],
    ],
    [
      'apps/v1beta2',
      'StatefulSet',
      'spec: {template: {metadata: {labels: {a: b}}, spec: {hostNetwork: true}}}',
      ['spec', 'template', 'spec'],
    ],
    [
      'v1',
      'ReplicationController',
      'spec: {template: {metadata: {labels: {a: b}}, spec: {hostNetwork: true}}}',
      ['spec', 'template', 'spec'],
    ],
    ['batch/v1', 'Job', 'spec: {template: {metadata: {labels: {a: b}}, spec: {hostNetwork: true}}}', ['spec', 'template', 'spec']],
    [
      'batch/v1',
      'CronJob',
      'spec: {jobTemplate: {spec: {template: {metadata: {labels: {a: b}}, spec: {hostNetwork: true}}}}}',
      ['spec', 'jobTemplate', 'spec', 'template', 'spec'],
    ],
  ])('%s %s has its pods in its template', (apiVersion, kind, fields, path) => {
    const object = read<WorkloadObject>(`apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: x}\n${fields}\n`);
    expect(object).toMatchObject({ podLabels: { a: 'b' }, podPath: path, pod: { hostNetwork: true } });
    expect(object.podLabelsPath).toEqual([...path.slice(0, -1), 'metadata', 'labels']);
    expect(object.at(object.podPath).path).toEqual(path);
  });

  it('that is a Pod of a cluster tells its owner and state', () => {
    const metadata = '{name: x, labels: {a: 1}, ownerReferences: [{kind: Node, name: n}, {kind: ReplicaSet, name: r, controller: true}]}';
    const object = read<WorkloadObject>(manifest('Pod', 'spec: {}\nstatus: {phase: Running, podIP: 10.0.0.1}', metadata));
    expect(object).toMatchObject({
      podLabels: { a: '1' },
      podPath: ['spec'],
      podLabelsPath: ['metadata', 'labels'],
      owner: { kind: 'ReplicaSet', name: 'r' },
      phase: 'Running',
      podIP: '10.0.0.1',
    });
    expect(refused(object)).toEqual(['metadata.labels.a label-value']);
  });
});

describe('a pod', () => {
  it.each([
    ['{}', { hostNetwork: false, serviceAccountName: 'default', automountToken: null, containers: [], volumes: [] }],
    ['{serviceAccount: old, automountServiceAccountToken: false}', { serviceAccountName: 'old', automountToken: false }],
    [
      '{volumes: [{name: a, configMap: {name: c}}, {name: b, secret: {secretName: s}}, {name: e, emptyDir: {}}]}',
      {
        volumes: [
          { name: 'a', sources: [{ kind: 'ConfigMap', name: 'c', items: null }] },
          { name: 'b', sources: [{ kind: 'Secret', name: 's', items: null }] },
          { name: 'e', sources: [] },
        ],
      },
    ],
    [
      '{volumes: [{name: a, configMap: {name: c, items: [{key: k, path: d/f}, {key: x}]}}]}',
      { volumes: [{ name: 'a', sources: [{ kind: 'ConfigMap', name: 'c', items: [{ key: 'k', path: 'd/f' }] }] }] },
    ],
    [
      '{volumes: [{name: p, projected: {sources: [{configMap: {name: c}}, {secret: {name: s}}, {serviceAccountToken: {path: t}}]}}]}',
      {
        volumes: [
          {
            name: 'p',
            sources: [
              { kind: 'ConfigMap', name: 'c', items: null },
              { kind: 'Secret', name: 's', items: null },
            ],
          },
        ],
      },
    ],
    [
      '{initContainers: [{name: i}, {name: s, restartPolicy: Always}], containers: [{name: c}]}',
      {
        containers: [
          { name: 'c', init: false, sidecar: false, path: ['spec', 'containers', 0] },
          { name: 'i', init: true, sidecar: false, path: ['spec', 'initContainers', 0] },
          { name: 's', init: true, sidecar: true, path: ['spec', 'initContainers', 1] },
        ],
      },
    ],
  ])('%s', (spec, expected) => expect(pod(spec)).toMatchObject(expected));

  it('on the host network opens its ports on the node', () => {
    const ports = '[{containerPort: 9100, name: https}, {containerPort: 53, protocol: UDP, hostPort: 5353}]';
    const hostPorts = (host: boolean) =>
      pod(`{hostNetwork: ${host}, containers: [{name: c, ports: ${ports}}]}`).containers[0]?.ports.map((p) => [p.hostPort, p.protocol]);
    expect(hostPorts(true)).toEqual([
      [9100, 'TCP'],
      [5353, 'UDP'],
    ]);
    expect(hostPorts(false)).toEqual([
      [null, 'TCP'],
      [5353, 'UDP'],
    ]);
  });
});

describe('a container', () => {
  it('has its command, then its arguments, each with its place', () => {
    const argv = container('args: [--a, 8080], command: [sh]')?.argv;
    expect(argv?.map(({ text, isArg, at }) => [text, isArg, ...at.path.slice(-2)])).toEqual([
      ['sh', false, 'command', 0],
      ['--a', true, 'args', 0],
      ['8080', true, 'args', 1],
    ]);
  });

  it.each([
    ['env: [{name: A, value: b}]', { env: [{ name: 'A', value: 'b', fieldPath: null, from: null }] }],
    ['env: [{name: A, value: 9100}]', { env: [{ value: '9100' }] }],
    ['env: [{name: A, valueFrom: {fieldRef: {fieldPath: status.podIP}}}]', { env: [{ value: null, fieldPath: 'status.podIP' }] }],
    [
      'env: [{name: A, valueFrom: {secretKeyRef: {name: s, key: k}}}, {name: B, valueFrom: {configMapKeyRef: {name: c, key: k}}}]',
      { env: [{ from: { kind: 'Secret', name: 's', key: 'k' } }, { from: { kind: 'ConfigMap', name: 'c', key: 'k' } }] },
    ],
    ['envFrom: [{prefix: P_, configMapRef: {name: c}}]', { envFrom: [{ kind: 'ConfigMap', name: 'c', prefix: 'P_' }] }],
    ['volumeMounts: [{name: v, mountPath: /m}]', { volumeMounts: [{ name: 'v', mountPath: '/m', subPath: null }] }],
    [
      'livenessProbe: {httpGet: {port: https, scheme: HTTPS, path: /h}}, readinessProbe: {tcpSocket: {port: 9}}, startupProbe: {grpc: {port: 1}}',
      {
        probes: [
          { which: 'livenessProbe', kind: 'httpGet', port: 'https', scheme: 'HTTPS', path: '/h' },
          { which: 'readinessProbe', kind: 'tcpSocket', port: 9, scheme: null },
          { which: 'startupProbe', kind: 'grpc', port: 1 },
        ],
      },
    ],
    [
      'ports: [{containerPort: "9"}, 80, {containerPort: 0}, {containerPort: 9, name: p}]',
      { ports: [{ index: 3, name: 'p', containerPort: 9 }] },
    ],
  ])('%s', (fields, expected) => expect(container(fields)).toMatchObject(expected));
});
