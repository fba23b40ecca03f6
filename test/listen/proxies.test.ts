import { describe, expect, it } from 'vitest';
import { listenersOf } from '../../src/engine/listen/index.ts';
import { clusterOf, container, notes, type PodSketch, type Sketch, workload } from './pod.ts';

type Row = [what: string, image: string, args: string[], opens: string[], sketch?: Sketch & PodSketch];
const conf = (folder: string, file: string, text: string): Sketch & PodSketch => ({
  mounts: [`${folder}=conf`],
  configMaps: { conf: { [file]: text } },
});
const secret = (folder: string, ports: number[]): Sketch & PodSketch => ({
  mounts: [`${folder}=s`],
  volumes: { s: [{ kind: 'Secret', name: 's', items: null }] },
  ports,
});

const NGINX = `
server {
  listen 9443 ssl;   # the guarded one
  ssl_certificate "/tls/tls.crt";
  location /metrics { proxy_pass http://127.0.0.1:9104/metrics; }
}
server { listen 127.0.0.1:8081; location / { return 200 'a; b { c }'; } }
`;
const NGINX_STREAM = `
stream {
  upstream exporter { server 127.0.0.1:9100; }
  server { listen 0.0.0.0:9443 ssl; proxy_pass exporter; }
}
`;
const HAPROXY = `
global
  maxconn 10
frontend metrics
  bind :8443 ssl crt /tls/all.pem
  bind 127.0.0.1:8444
  default_backend exporter
backend exporter
  server one 127.0.0.1:9101 check
listen stats
  bind *:8404
  stats enable
`;
const STUNNEL = `
foreground = yes
[metrics]
accept = 8443
connect = 127.0.0.1:9100
[out]
client = yes
accept = 127.0.0.1:6379
connect = redis.example.org:6380
`;
const ENVOY = `
admin: {address: {socket_address: {address: 127.0.0.1, port_value: 9901}}}
static_resources:
  listeners:
  - address: {socket_address: {address: 0.0.0.0, port_value: 8443}}
    filter_chains:
    - transport_socket: {name: envoy.transport_sockets.tls}
  clusters:
  - name: app
    load_assignment: {endpoints: [{lb_endpoints: [{endpoint: {address: {socket_address: {address: 127.0.0.1, port_value: 8080}}}}]}]}
`;

const rows: Row[] = [
  [
    'nginx by its files',
    'docker.io/nginxinc/nginx-unprivileged',
    [],
    ['nginx-unprivileged :9443 https → http://127.0.0.1:9104', 'nginx-unprivileged 127.0.0.1:8081 http'],
    conf('/etc/nginx/conf.d', 'default.conf', NGINX),
  ],
  [
    'nginx as a stream, by the name of its upstream',
    'nginx',
    [],
    ['nginx 0.0.0.0:9443 https → http://127.0.0.1:9100'],
    conf('/etc/nginx', 'nginx.conf', NGINX_STREAM),
  ],
  ['nginx with a file of its own', 'nginx', ['-c', '/c/n.conf'], ['nginx :81 http'], conf('/c', 'n.conf', 'server { listen 81; }')],
  ['nginx out of the box', 'docker.io/library/nginx:1', [], ['nginx :80 http']],
  ['nginx by somebody else', 'docker.io/bitnami/nginx', [], ['nginx :8080? ?'], { ports: [8080] }],
  ['nginx by a Secret', 'nginx', [], ['nginx :9443? ?'], secret('/etc/nginx/conf.d', [9443])],
  ['nginx whose braces never close', 'nginx', [], ['nginx :81 http'], conf('/etc/nginx', 'nginx.conf', 'http { server { listen 81; ')],
  [
    'haproxy',
    'haproxy',
    [],
    ['haproxy :8443 https → http://127.0.0.1:9101', 'haproxy 127.0.0.1:8444 http → http://127.0.0.1:9101', 'haproxy :8404 http'],
    conf('/usr/local/etc/haproxy', 'haproxy.cfg', HAPROXY),
  ],
  ['haproxy by a Secret', 'haproxy', [], ['haproxy :8443? ?'], secret('/usr/local/etc/haproxy', [8443])],
  [
    'stunnel',
    'x/stunnel',
    [],
    ['stunnel :8443 https → http://127.0.0.1:9100', 'stunnel 127.0.0.1:6379 http → https://redis.example.org:6380'],
    conf('/etc/stunnel', 'stunnel.conf', STUNNEL),
  ],
  [
    'stunnel by environment',
    'dweomer/stunnel',
    [],
    ['stunnel :8443 https → http://127.0.0.1:9100'],
    { env: ['STUNNEL_ACCEPT=8443', 'STUNNEL_CONNECT=9100'] },
  ],
  ['stunnel by who knows what', 'x/stunnel', [], ['stunnel :8443? ?'], { ports: [8443] }],
  [
    'envoy',
    'envoyproxy/envoy',
    ['-c', '/e/envoy.yaml'],
    ['envoy 0.0.0.0:8443 https → http://127.0.0.1:8080', 'envoy 127.0.0.1:9901 http'],
    conf('/e', 'envoy.yaml', ENVOY),
  ],
  ['envoy that asks a control plane', 'envoyproxy/envoy', ['-c', '/config/envoy.json'], ['envoy :8002? ?'], { ports: [8002] }],
  [
    'ghostunnel',
    'ghostunnel/ghostunnel',
    ['server', '--listen', '0.0.0.0:8443', '--target', 'localhost:9100'],
    ['ghostunnel 0.0.0.0:8443 https → http://localhost:9100'],
  ],
  [
    'ghostunnel the other way',
    'ghostunnel/ghostunnel',
    ['client', '--listen=127.0.0.1:81', '--target=db.example.org:443'],
    ['ghostunnel 127.0.0.1:81 http → https://db.example.org:443'],
  ],
  [
    'oauth2-proxy',
    'quay.io/oauth2-proxy/oauth2-proxy',
    ['--http-address=0.0.0.0:4180', '--upstream=http://127.0.0.1:9090/'],
    ['oauth2-proxy 0.0.0.0:4180 http → http://127.0.0.1:9090'],
  ],
  [
    'oauth2-proxy with a certificate',
    'quay.io/oauth2-proxy/oauth2-proxy',
    ['--https-address=:8443', '--tls-cert-file=/x', '--upstream=http://a:1/', '--upstream=http://b:2/'],
    ['oauth2-proxy 127.0.0.1:4180 http', 'oauth2-proxy :8443 https'],
  ],
  ['oauth2-proxy with a file', 'quay.io/oauth2-proxy/oauth2-proxy', ['--config=/x'], ['oauth2-proxy 127.0.0.1:4180? http?']],
  [
    'traefik',
    'docker.io/traefik',
    [
      '--entryPoints.metrics.address=:9100/tcp',
      '--entryPoints.websecure.address=:8443/tcp',
      '--entryPoints.websecure.http.tls=true',
      '--entrypoints.web.address=:8000',
      '--metrics.prometheus.entrypoint=metrics',
      '--metrics.prometheus=true',
    ],
    ['traefik :9100 http', 'traefik :8443 https', 'traefik :8000 ?'],
  ],
];

describe('proxies', () => {
  it.each(rows)('%s', (_, image, args, opens, sketch = {}) => {
    expect(notes([container(image, args, sketch)], sketch)).toEqual(opens);
  });

  it.each([
    ['nginx', { ports: [9443], mounts: ['/etc/nginx=s'] }, true],
    ['docker.io/library/nginx', {}, false],
    ['envoyproxy/envoy', { ports: [1] }, true],
    ['x/kube-rbac-proxy', { command: ['kube-rbac-proxy', '--secure-listen-address=:1'] }, true],
    ['prom/node-exporter', {}, false],
  ] as [string, Sketch, boolean][])('%s %j passes requests on: %s', (image, sketch, expected) => {
    const w = workload([container(image, [], sketch)]);
    expect(listenersOf(w, clusterOf([w])).map((l) => l.proxy)).toEqual([expected]);
  });
});
