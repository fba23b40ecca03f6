import { describe, expect, it } from 'vitest';
import { previewGoals } from '../../src/engine/patch/index.ts';
import { goalOf, run, withPrometheus } from './cases.ts';

const CHAIN = 'ServiceMonitor/watch/redis#0';

/** What becomes of a container's own lines when its process has to withdraw behind a proxy. */
function withdrawn(container: string): string[] {
  const files = withPrometheus('plain').map((f) => ({
    ...f,
    text: f.text.replace(/ {10}image: oliver.*\n/, container.replace(/^(?=.)/gm, '          ')),
  }));
  const { changes, refusals } = previewGoals(files, [goalOf(CHAIN, 'https')], run);
  expect(refusals).toEqual([null]);
  const pod = changes.find((c) => c.path === 'redis.yaml')?.after ?? '';
  const own = pod.slice(pod.indexOf('- name: exporter'), pod.indexOf('- name: kube-rbac-proxy'));
  return own
    .split('\n')
    .filter((line) => line.includes('127.0.0.1') || /port=/.test(line))
    .map((line) => line.trim());
}

describe('a process is told to listen elsewhere', () => {
  it.each<[how: string, container: string, wanted: string[]]>([
    ['nothing said', 'image: oliver006/redis_exporter:v1\n', ['- --web.listen-address=127.0.0.1:9122']],
    [
      'arguments, but no address',
      'image: oliver006/redis_exporter:v1\nargs: [--debug]\n',
      ['args: [--debug, --web.listen-address=127.0.0.1:9122]'],
    ],
    [
      '--flag=value',
      'image: oliver006/redis_exporter:v1\nargs:\n- --web.listen-address=0.0.0.0:9121\n',
      ['- --web.listen-address=127.0.0.1:9122'],
    ],
    ['-flag value', "image: oliver006/redis_exporter:v1\nargs:\n- -web.listen-address\n- ':9121'\n", ["- '127.0.0.1:9122'"]],
    [
      'in the command',
      'image: oliver006/redis_exporter:v1\ncommand: [/redis_exporter, "-web.listen-address=:9121"]\n',
      ['command: [/redis_exporter, "-web.listen-address=127.0.0.1:9122"]'],
    ],
    [
      'a variable',
      'image: oliver006/redis_exporter:v1\nenv:\n- name: REDIS_EXPORTER_WEB_LISTEN_ADDRESS\n  value: 0.0.0.0:9121\n',
      ['value: 127.0.0.1:9122'],
    ],
    [
      'an address from the pod',
      'image: oliver006/redis_exporter:v1\nargs: ["--web.listen-address=[$(IP)]:9121"]\nenv:\n- name: IP\n  valueFrom: {fieldRef: {fieldPath: status.podIP}}\n',
      ['args: ["--web.listen-address=127.0.0.1:9122"]'],
    ],
    [
      'host and port apart',
      'image: registry.k8s.io/kube-state-metrics/kube-state-metrics:v2\nargs: ["--port", "9121"]\n',
      ['args: ["--port", "9122", "--host=127.0.0.1"]'],
    ],
    [
      'the second port of two',
      'image: registry.k8s.io/kube-state-metrics/kube-state-metrics:v2\nargs:\n- --port=9120\n- --telemetry-port=9121\n',
      ['- --port=9120', '- --telemetry-port=9122', '- --telemetry-host=127.0.0.1'],
    ],
    [
      'a URL',
      'image: registry.k8s.io/etcd:3\ncommand: [etcd, "--listen-metrics-urls=http://0.0.0.0:9121"]\n',
      ['command: [etcd, "--listen-metrics-urls=http://127.0.0.1:9122"]'],
    ],
  ])('%s', (_how, container, wanted) => {
    expect(withdrawn(container)).toEqual(wanted);
  });
});
