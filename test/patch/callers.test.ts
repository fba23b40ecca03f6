import { describe, expect, it } from 'vitest';
import { edit } from '../fixtures/shop.ts';
import { BEHIND, filesOf, news, OPEN, said, toggled } from './behind.ts';

/** The exporter's new lines that speak of a call, when it gets `line` and the goal is `goal`. */
function calls(text: string, line: string, goal: 'http' | 'https'): { lines: string[]; said: string[]; refusals: unknown[] } {
  const preview = toggled(
    filesOf(edit(text, ['        image: quay.io/prometheus', `        ${line}\n        image: quay.io/prometheus`])),
    goal,
  );
  const key = line.split(':')[0] ?? '';
  return { lines: news(preview).filter((l) => l.startsWith(key)), said: said(preview), refusals: preview.refusals };
}

describe('probes and hooks of a process that takes the port of its proxy', () => {
  it.each<[line: string, after: string | null, tells?: string[]]>([
    [
      'readinessProbe: {exec: {command: [wget, -q, "http://127.0.0.1:9101/metrics"]}}',
      'readinessProbe: {exec: {command: [wget, -q, "http://127.0.0.1:9100/metrics"]}}',
    ],
    [
      "livenessProbe: {exec: {command: [sh, -c, 'curl localhost:9101 && curl -k https://localhost:9100/']}}",
      "livenessProbe: {exec: {command: [sh, -c, 'curl localhost:9100 && curl -k http://localhost:9100/']}}",
    ],
    ['lifecycle: {preStop: {httpGet: {port: 9101, path: /}}}', 'lifecycle: {preStop: {httpGet: {port: 9100, path: /}}}'],
    ['lifecycle: {postStart: {tcpSocket: {port: 9101}}}', 'lifecycle: {postStart: {tcpSocket: {port: 9100}}}'],
    ['startupProbe: {grpc: {port: 9101}}', 'startupProbe: {grpc: {port: 9100}}'],
    ['livenessProbe: {httpGet: {path: /, port: 9100, scheme: HTTPS}}', 'livenessProbe: {httpGet: {path: /, port: 9100, scheme: HTTP}}'],
    ['livenessProbe: {exec: {command: [nc, -z, localhost, "9101"]}}', null, ['probe-mentions exporter livenessProbe 9101']],
    ['lifecycle: {preStop: {exec: {command: [drain, --port=9101]}}}', null, ['probe-mentions exporter preStop 9101']],
    ['livenessProbe: {exec: {command: [curl, "http://127.0.0.1:91010/"]}}', null],
    ['livenessProbe: {exec: {command: [curl, "http://example.org:9101/"]}}', null, ['probe-mentions exporter livenessProbe 9101']],
    ['livenessProbe: {httpGet: {path: /, port: 9999}}', null],
  ])('%s', (line, after, tells = []) => {
    expect(calls(BEHIND, line, 'http')).toEqual({ lines: after === null ? [] : [after], said: tells, refusals: [null] });
  });

  it('asks its own port where it stays there and the proxy goes', () => {
    const text = edit(BEHIND, ['=127.0.0.1:9101]', '=:9101]\n        ports: [{name: own, containerPort: 9101}]']);
    expect(calls(text, 'livenessProbe: {httpGet: {path: /, port: 9100, scheme: HTTPS}}', 'http')).toEqual({
      lines: ['livenessProbe: {httpGet: {path: /, port: 9101, scheme: HTTP}}'],
      said: [],
      refusals: [null],
    });
    expect(calls(text, 'readinessProbe: {exec: {command: [curl, -k, "https://localhost:9100/"]}}', 'http').lines).toEqual([
      'readinessProbe: {exec: {command: [curl, -k, "http://localhost:9101/"]}}',
    ]);
  });

  it('holds for other containers of the pod too', () => {
    const more =
      '      - {name: side, image: example.org/side, livenessProbe: {httpGet: {port: 9100, scheme: HTTPS}}}\n      - name: guard';
    expect(news(toggled(filesOf(edit(BEHIND, ['      - name: guard', more])), 'http'))).toContain(
      '- {name: side, image: example.org/side, livenessProbe: {httpGet: {port: 9100, scheme: HTTP}}}',
    );
  });
});

describe('probes and hooks of a process that withdraws behind a proxy', () => {
  it.each<[line: string, after: string | null, tells?: string[]]>([
    [
      'readinessProbe: {exec: {command: [wget, -q, "http://127.0.0.1:9100/metrics"]}}',
      'readinessProbe: {exec: {command: [wget, -q, "http://127.0.0.1:9101/metrics"]}}',
    ],
    ['lifecycle: {preStop: {httpGet: {port: 9100, path: /x}}}', 'lifecycle: {preStop: {httpGet: {port: 9100, path: /x, scheme: HTTPS}}}'],
    ['startupProbe: {grpc: {port: 9100}}', null, ['probe-mentions exporter startupProbe 9100']],
    ['livenessProbe: {exec: {command: [check, "9100"]}}', null, ['probe-mentions exporter livenessProbe 9100']],
  ])('%s', (line, after, tells = []) => {
    expect(calls(OPEN, line, 'https')).toEqual({ lines: after === null ? [] : [after], said: tells, refusals: [null] });
  });

  it('asks the process itself where the kubelet asks loopback of the node', () => {
    const text = edit(OPEN, ['    spec:\n      containers', '    spec:\n      hostNetwork: true\n      containers']);
    expect(calls(text, 'livenessProbe: {httpGet: {host: 127.0.0.1, path: /, port: 9100}}', 'https').lines).toEqual([
      'livenessProbe: {httpGet: {host: 127.0.0.1, path: /, port: 9101}}',
    ]);
  });
});
