import { describe, expect, it } from 'vitest';
import { listenersOf } from '../../src/engine/listen/index.ts';
import { clusterOf, container, notes, type PodSketch, type Sketch, workload } from './pod.ts';

type Row = [what: string, image: string, args: string[], opens: string[], sketch?: Sketch & PodSketch];

const rows: Row[] = [
  ['node-exporter by default', 'quay.io/prometheus/node-exporter:v1', [], ['node-exporter :9100 http']],
  ['its flag', 'prom/node-exporter', ['--web.listen-address=127.0.0.1:9101'], ['node-exporter 127.0.0.1:9101 http']],
  ['a flag and its value apart', 'prom/node-exporter', ['--web.listen-address', ':9101'], ['node-exporter :9101 http']],
  ['one dash', 'prom/node-exporter', ['-web.listen-address=:9101'], ['node-exporter :9101 http']],
  [
    'a repeated address',
    'prom/node-exporter',
    ['--web.listen-address=:1', '--web.listen-address=:2'],
    ['node-exporter :1 http', 'node-exporter :2 http'],
  ],
  ['a registry with a port and a digest', 'reg:5000/a/node-exporter@sha256:0', [], ['node-exporter :9100 http']],
  ['the command names the program', 'example.org/mine', [], ['mine :9100 http'], { command: ['/bin/node_exporter'] }],
  [
    'the command before the image',
    'prom/prometheus',
    [],
    ['prometheus :9093 http'],
    { command: ['/bin/alertmanager', '--cluster.listen-address='] },
  ],
  ['a rebuilt image', 'rancher/mirrored-prometheus-node-exporter:v1', [], ['mirrored-prometheus-node-exporter :9100 http']],
  ['a name that only ends alike', 'example.org/my-prometheus', [], []],
  ['a tool in the image', 'prom/node-exporter', ['60'], [], { command: ['sleep'] }],
  ['a script in the image', 'prom/node-exporter', [], [], { command: ['/scripts/start.sh'] }],
  ['a script given as arguments', 'prom/node-exporter', ['/scripts/start.sh'], []],
  ['an empty script', 'prom/node-exporter', [''], [], { command: ['sh', '-c'] }],
  ['a script of something else', 'prom/node-exporter', ['while :; do date; sleep 5; done'], [], { command: ['sh', '-c'] }],
  ['an image named after its command', 'x/prometheus-operator', [], ['prometheus-operator :8080 http'], { command: ['/bin/operator'] }],
  [
    'a program left in the background',
    'prom/node-exporter',
    ['node_exporter --web.listen-address=127.0.0.1:9200 &\nwait'],
    ['node-exporter 127.0.0.1:9200 http'],
    { command: ['/bin/sh', '-c'] },
  ],
  [
    'a program whose output is piped on',
    'prom/node-exporter',
    ['/bin/node_exporter --web.listen-address=127.0.0.1:9200 2>&1 | tee /log'],
    ['node-exporter 127.0.0.1:9200 http'],
    { command: ['sh', '-c'] },
  ],
  [
    'a program with a last resort',
    'prom/postgres-exporter',
    ['postgres_exporter --web.listen-address=127.0.0.1:9200 || exit 1'],
    ['postgres-exporter 127.0.0.1:9200 http'],
    { command: ['sh', '-c'] },
  ],
  [
    'one script, two programs',
    'example.org/both',
    ['node_exporter & redis_exporter & wait'],
    ['both 0.0.0.0:9121 http', 'both :9100 http'],
    { command: ['sh', '-c'] },
  ],
  [
    'one program or the same in another way',
    'prom/node-exporter',
    ['if a; then node_exporter --web.listen-address=:1; else node_exporter; fi'],
    [],
    { command: ['sh', '-c'] },
  ],
  ['an unknown program', 'example.org/app', ['--port=80'], [], { ports: [80] }],
  ['IPv6 loopback', 'prom/node-exporter', ['--web.listen-address=[::1]:9100'], ['node-exporter [::1]:9100 http']],
  ['brackets around IPv4', 'prom/node-exporter', ['--web.listen-address=[0.0.0.0]:9100'], ['node-exporter 0.0.0.0:9100 http']],
  ['a socket', 'prom/node-exporter', ['--web.listen-address=unix:///run/x.sock'], []],
  [
    'kube-rbac-proxy',
    'quay.io/brancz/kube-rbac-proxy:v0.14.0',
    ['--secure-listen-address=[$(IP)]:9100', '--upstream=http://127.0.0.1:9100/'],
    ['kube-rbac-proxy <pod-ip>:9100 https → http://127.0.0.1:9100'],
    { env: ['IP<status.podIP'] },
  ],
  [
    'kube-rbac-proxy on three addresses',
    'x/kube-rbac-proxy',
    ['--secure-listen-address=:8443', '--insecure-listen-address=:8080', '--proxy-endpoints-port=10443', '--upstream=https://localhost'],
    [
      'kube-rbac-proxy :8443 https → https://localhost:443',
      'kube-rbac-proxy :8080 http → https://localhost:443',
      'kube-rbac-proxy :10443 https',
    ],
  ],
  [
    'kube-rbac-proxy by its flags',
    'example.org/guard',
    ['--secure-listen-address=:1', '--upstream=http://[::1]:2'],
    ['guard :1 https → http://[::1]:2'],
  ],
  ['kube-state-metrics', 'x/kube-state-metrics:v2', [], ['kube-state-metrics :8080 http', 'kube-state-metrics :8081 http']],
  [
    'kube-state-metrics moved',
    'x/kube-state-metrics:v2',
    ['--host=127.0.0.1', '--port=8081', '--telemetry-host=127.0.0.1', '--telemetry-port=8082'],
    ['kube-state-metrics 127.0.0.1:8081 http', 'kube-state-metrics 127.0.0.1:8082 http'],
  ],
  ['prometheus', 'prom/prometheus', [], ['prometheus :9090 http']],
  ['a web configuration out of reach', 'prom/prometheus', ['--web.config.file=/web/c.yml'], ['prometheus :9090 ?']],
  [
    'a web configuration with TLS',
    'prom/prometheus',
    ['--web.config.file=/web/c.yml'],
    ['prometheus :9090 https'],
    { mounts: ['/web=cfg'], configMaps: { cfg: { 'c.yml': 'tls_server_config:\n  cert_file: x\n' } } },
  ],
  [
    'a web configuration with TLS in one line',
    'prom/prometheus',
    ['--web.config.file=/web/c.yml'],
    ['prometheus :9090 https'],
    { mounts: ['/web=cfg'], configMaps: { cfg: { 'c.yml': '{tls_server_config: {cert_file: /c, key_file: /k}}' } } },
  ],
  [
    'a web configuration with nothing under TLS',
    'prom/prometheus',
    ['--web.config.file=/web/c.yml'],
    ['prometheus :9090 http'],
    { mounts: ['/web=cfg'], configMaps: { cfg: { 'c.yml': 'tls_server_config: {}\n' } } },
  ],
  [
    'a web configuration that is no YAML',
    'prom/prometheus',
    ['--web.config.file=/web/c.yml'],
    ['prometheus :9090 ?'],
    { mounts: ['/web=cfg'], configMaps: { cfg: { 'c.yml': 'tls_server_config: {' } } },
  ],
  [
    'a web configuration with passwords only',
    'prom/prometheus',
    ['--web.config.file=/web/c.yml'],
    ['prometheus :9090 http'],
    { mounts: ['/web=cfg'], configMaps: { cfg: { 'c.yml': 'basic_auth_users: {}\n' } } },
  ],
  [
    'a web configuration under another key',
    'prom/prometheus',
    ['--web.config.file=/web/c.yml'],
    ['prometheus :9090 https'],
    {
      mounts: ['/web/=cfg'],
      volumes: { cfg: [{ kind: 'ConfigMap', name: 'cfg', items: [{ key: 'tls', path: 'c.yml' }] }] },
      configMaps: { cfg: { tls: 'tls_server_config: {cert_file: x}\n', 'c.yml': '' } },
    },
  ],
  [
    'a key that the volume leaves out',
    'prom/prometheus',
    ['--web.config.file=/web/c.yml'],
    ['prometheus :9090 ?'],
    {
      mounts: ['/web=cfg'],
      volumes: { cfg: [{ kind: 'ConfigMap', name: 'cfg', items: [{ key: 'x', path: 'x' }] }] },
      configMaps: { cfg: { 'c.yml': '' } },
    },
  ],
  [
    'a projected web configuration',
    'prom/prometheus',
    ['--web.config.file=/web/c.yml'],
    ['prometheus :9090 https'],
    {
      mounts: ['/web=all'],
      volumes: {
        all: [
          { kind: 'Secret', name: 's', items: null },
          { kind: 'ConfigMap', name: 'cfg', items: null },
        ],
      },
      configMaps: { cfg: { 'c.yml': 'tls_server_config: {cert_file: x}\n' } },
    },
  ],
  [
    'one file of a volume',
    'prom/prometheus',
    ['--web.config.file=/web/c.yml'],
    ['prometheus :9090 https'],
    { mounts: ['/web/c.yml=cfg:tls'], configMaps: { cfg: { tls: 'tls_server_config: {cert_file: x}\n', 'c.yml': '' } } },
  ],
  [
    'a directory of a volume',
    'prom/prometheus',
    ['--web.config.file=/web/c.yml'],
    ['prometheus :9090 https'],
    {
      mounts: ['/web=cfg:sub'],
      volumes: { cfg: [{ kind: 'ConfigMap', name: 'cfg', items: [{ key: 'k', path: 'sub/c.yml' }] }] },
      configMaps: { cfg: { k: 'tls_server_config: {cert_file: x}\n' } },
    },
  ],
  [
    'a Secret over a ConfigMap',
    'prom/prometheus',
    ['--web.config.file=/web/tls/c.yml'],
    ['prometheus :9090 ?'],
    {
      mounts: ['/web=cfg', '/web/tls=s'],
      volumes: { s: [{ kind: 'Secret', name: 's', items: null }] },
      configMaps: { cfg: { 'tls/c.yml': '' } },
    },
  ],
  [
    'alertmanager and its mesh',
    'prom/alertmanager',
    [],
    ['alertmanager :9093 http', 'alertmanager 0.0.0.0:9094 ?', 'alertmanager 0.0.0.0:9094/udp ?'],
  ],
  ['alertmanager alone', 'prom/alertmanager', ['--cluster.listen-address='], ['alertmanager :9093 http']],
  ['config-reloader without an address', 'x/prometheus-config-reloader', [], []],
  [
    'config-reloader',
    'x/prometheus-config-reloader',
    ['--listen-address=localhost:8080'],
    ['prometheus-config-reloader localhost:8080 http'],
  ],
  ['prometheus-operator', 'x/prometheus-operator', [], ['prometheus-operator :8080 http']],
  [
    'prometheus-operator with TLS',
    'x/prometheus-operator',
    ['--web.enable-tls=true', '--web.listen-address=:10250'],
    ['prometheus-operator :10250 https'],
  ],
  ['admission-webhook', 'x/admission-webhook', [], ['admission-webhook :8443 https']],
  ['prometheus-adapter', 'x/prometheus-adapter', ['--secure-port=6443'], ['prometheus-adapter :6443 https']],
  [
    'thanos query',
    'quay.io/thanos/thanos',
    ['query', '--http-address=0.0.0.0:9090'],
    ['thanos 0.0.0.0:9090 http', 'thanos 0.0.0.0:10901 ?'],
  ],
  ['thanos tools run once', 'quay.io/thanos/thanos', ['tools', 'bucket'], []],
  ['any exporter, by the toolkit flag', 'example.org/app', ['--web.listen-address=127.0.0.1:9102'], ['app 127.0.0.1:9102 http']],
  ['one with TLS of its own', 'example.org/app', ['--web.listen-address=:9102', '--web.tls-cert=/x'], ['app :9102 ?']],
  ['redis exporter with TLS', 'x/redis_exporter', ['--tls-server-cert-file=/x'], ['redis_exporter 0.0.0.0:9121 https']],
  ['grafana', 'grafana/grafana', [], ['grafana :3000 http']],
  [
    'grafana by environment',
    'grafana/grafana',
    [],
    ['grafana 127.0.0.1:3001 https'],
    { env: ['GF_SERVER_HTTP_ADDR=127.0.0.1', 'GF_SERVER_HTTP_PORT=3001', 'GF_SERVER_PROTOCOL=https'] },
  ],
  [
    'grafana by file',
    'grafana/grafana',
    [],
    ['grafana :3443 https'],
    {
      mounts: ['/etc/grafana=ini'],
      configMaps: { ini: { 'grafana.ini': '[paths]\nhttp_port = 1\n[server]\nprotocol = https\nhttp_port = 3443\n' } },
    },
  ],
  ['grafana whose scheme is in a Secret', 'grafana/grafana', [], ['grafana :3000 http?'], { env: ['GF_SERVER_PROTOCOL?s'] }],
  ['grafana whose port is in a Secret', 'grafana/grafana', [], [], { env: ['GF_SERVER_HTTP_PORT?s'] }],
  ['grafana with variables from a Secret', 'grafana/grafana', [], ['grafana :3000? http?'], { envFrom: ['s'] }],
  [
    'grafana with its file in a Secret',
    'grafana/grafana',
    [],
    ['grafana :3000? http?'],
    { mounts: ['/etc/grafana=s'], volumes: { s: [{ kind: 'Secret', name: 's', items: null }] } },
  ],
  [
    'grafana told twice',
    'grafana/grafana',
    [],
    ['grafana :3000 https'],
    {
      env: ['GF_SERVER_PROTOCOL=https', 'GF_SERVER_HTTP_PORT=3000', 'GF_SERVER_HTTP_ADDR='],
      mounts: ['/etc/grafana/grafana.ini=s:ini'],
      configMaps: { s: { ini: '[server]\nprotocol = http\n' } },
    },
  ],
  [
    'grafana with a file that refers to another',
    'grafana/grafana',
    [],
    ['grafana :3000 http?'],
    { mounts: ['/etc/grafana=ini'], configMaps: { ini: { 'grafana.ini': '[server]\nprotocol = $__file{/x}\n' } } },
  ],
  ['grafana with plugins mounted', 'grafana/grafana', [], ['grafana :3000 http'], { mounts: ['/etc/grafana/provisioning=p'] }],
  ['loki is not grafana', 'grafana/loki', [], []],
  [
    'a manager that says it is secure',
    'example.org/manager',
    ['--metrics-bind-address=:8443', '--metrics-secure'],
    ['manager :8443 https'],
  ],
  ['a manager that does not say', 'example.org/manager', ['--metrics-bind-address=:8443'], ['manager :8443 ?']],
  [
    'a manager without metrics',
    'example.org/manager',
    ['--metrics-bind-address=0', '--health-probe-bind-address=:8081'],
    ['manager :8081 http'],
  ],
  ['a manager whose default is not known', 'example.org/manager', ['--health-probe-bind-address=:8081'], []],
  [
    'etcd',
    'x/etcd',
    ['--listen-metrics-urls=http://127.0.0.1:2381', '--listen-client-urls=https://127.0.0.1:2379,https://10.0.0.1:2379'],
    ['etcd 127.0.0.1:2381 http', 'etcd 127.0.0.1:2379 https', 'etcd 10.0.0.1:2379 https'],
  ],
  ['kube-scheduler', 'x/kube-scheduler', ['--bind-address=127.0.0.1'], ['kube-scheduler 127.0.0.1:10259 https']],
  [
    'kube-scheduler of long ago',
    'x/kube-scheduler',
    ['--port=10251', '--address=127.0.0.1'],
    ['kube-scheduler :10259 https', 'kube-scheduler 127.0.0.1:10251 http'],
  ],
  ['kube-scheduler of today', 'x/kube-scheduler', ['--port=0'], ['kube-scheduler :10259 https']],
  ['kube-proxy by default', 'x/kube-proxy', [], ['kube-proxy 127.0.0.1:10249 http']],
  ['kube-proxy with a file out of reach', 'x/kube-proxy', ['--config=/c.conf'], []],
  [
    'kube-proxy with its file',
    'x/kube-proxy',
    ['--config=/p/c.conf'],
    ['kube-proxy 0.0.0.0:10249 http'],
    { mounts: ['/p=cfg'], configMaps: { cfg: { 'c.conf': 'kind: KubeProxyConfiguration\nmetricsBindAddress: "0.0.0.0:10249"\n' } } },
  ],
  ['coredns without its Corefile', 'x/coredns', ['-conf', '/etc/coredns/Corefile'], []],
  [
    'coredns',
    'x/coredns',
    ['-conf', '/etc/coredns/Corefile'],
    ['coredns :9153 http'],
    { mounts: ['/etc/coredns=core'], configMaps: { core: { Corefile: '.:53 {\n    errors\n    prometheus :9153\n}\n' } } },
  ],
  [
    'redis exporter by environment',
    'x/redis_exporter',
    [],
    ['redis_exporter :9999 http'],
    { env: ['REDIS_EXPORTER_WEB_LISTEN_ADDRESS=:9999'] },
  ],
  [
    'nginx exporter by environment',
    'nginx/nginx-prometheus-exporter',
    [],
    ['nginx-prometheus-exporter 127.0.0.1:9200 http'],
    { env: ['LISTEN_ADDRESS=127.0.0.1:9200'] },
  ],
  [
    'nginx exporter with a web configuration by environment',
    'nginx/nginx-prometheus-exporter',
    [],
    ['nginx-prometheus-exporter :9113 ?'],
    { env: ['CONFIG_FILE=/x'] },
  ],
  ['nginx exporter whose address is in a Secret', 'nginx/nginx-prometheus-exporter', [], [], { env: ['LISTEN_ADDRESS?s'] }],
  ['postgres exporter, some release by environment', 'x/postgres-exporter', [], [], { env: ['PG_EXPORTER_WEB_LISTEN_ADDRESS=:9999'] }],
  [
    'etcd by environment',
    'x/etcd',
    [],
    ['etcd 0.0.0.0:2381 http', 'etcd localhost:2379 http'],
    { env: ['ETCD_LISTEN_METRICS_URLS=http://0.0.0.0:2381'] },
  ],
  ['etcd by its file', 'x/etcd', ['--config-file=/etc/etcd.yml'], []],
  [
    'kube-state-metrics with a file of options',
    'x/kube-state-metrics',
    ['--config=/o.yml', '--port=8080'],
    ['kube-state-metrics :8080 http?', 'kube-state-metrics :8081? http?'],
  ],
  [
    'an address in a Secret',
    'prom/node-exporter',
    ['--web.listen-address=$(HOST):9100'],
    ['node-exporter $(HOST):9100 http'],
    { env: ['HOST?addresses'] },
  ],
  [
    'a port in a label of the pod',
    'prom/node-exporter',
    ['--web.listen-address=:$(PORT)'],
    ['node-exporter :9105 http'],
    { env: ["PORT<metadata.labels['metrics/port']"], labels: { 'metrics/port': '9105' } },
  ],
  ['in one that it does not have', 'prom/node-exporter', ['--web.listen-address=:$(PORT)'], [], { env: ["PORT<metadata.labels['x']"] }],
  ['a port in a Secret', 'prom/node-exporter', ['--web.listen-address=:$(PORT)'], [], { env: ['PORT?ports'] }],
  [
    'the host address on the host network',
    'prom/node-exporter',
    ['--web.listen-address=[$(IP)]:1'],
    ['node-exporter <pod-ip>:1 http'],
    { env: ['IP<status.hostIP'], hostNetwork: true },
  ],
  ['a socket that systemd opens', 'prom/node-exporter', ['--web.systemd-socket'], []],
  ['a mirror that flattens', 'mirror.example.org/quay.io_prometheus_node-exporter:v1', [], ['quay.io_prometheus_node-exporter :9100 http']],
  ['another that does', 'mirror.example.org/prom_node-exporter', [], ['prom_node-exporter :9100 http']],
  ['one of nobody known', 'mirror.example.org/acme_node-exporter', [], []],
  ['a distribution', 'cgr.dev/x/prometheus-alertmanager', ['--cluster.listen-address='], ['prometheus-alertmanager :9093 http']],
  [
    'kube-rbac-proxy with host and port apart',
    'x/kube-rbac-proxy',
    ['--bind-address=127.0.0.1', '--secure-port=8443', '--upstream=http://127.0.0.1:1'],
    ['kube-rbac-proxy 127.0.0.1:8443 https → http://127.0.0.1:1'],
  ],
  ['statsd exporter', 'prom/statsd-exporter', ['--statsd.listen-tcp='], ['statsd-exporter :9102 http', 'statsd-exporter :9125/udp ?']],
  [
    'nats exporter',
    'natsio/prometheus-nats-exporter',
    ['-port', '7778', '-varz', 'http://x:1'],
    ['prometheus-nats-exporter 0.0.0.0:7778 http'],
  ],
  ['nats exporter elsewhere', 'natsio/prometheus-nats-exporter', ['-a=127.0.0.1'], ['prometheus-nats-exporter 127.0.0.1:7777 http']],
  ['rabbitmq exporter', 'kbudde/rabbitmq-exporter', [], ['rabbitmq-exporter :9420 http'], { env: ['PUBLISH_PORT=9420'] }],
  ['rabbitmq exporter, port in a Secret', 'kbudde/rabbitmq-exporter', [], [], { env: ['PUBLISH_PORT?s'] }],
  ['couchdb exporter by default', 'x/couchdb-prometheus-exporter', [], ['couchdb-prometheus-exporter localhost:9984 http']],
  ['fastly exporter', 'ghcr.io/fastly/fastly-exporter', ['-listen=0.0.0.0:8080'], ['fastly-exporter 0.0.0.0:8080 http']],
  ['one that knows no such flag', 'x/pingdom-exporter', ['--web.listen-address=:1', '-port=9159'], ['pingdom-exporter :9159 http']],
  ['jiralert', 'x/jiralert', ['-listen-address=:9098'], ['jiralert :9098 http']],
  [
    'yace',
    'x/yet-another-cloudwatch-exporter',
    [],
    ['yet-another-cloudwatch-exporter :5001 http'],
    { command: ['yace', '--listen-address=:5001'] },
  ],
  ['one sql exporter', 'docker.io/justwatch/sql_exporter', [], ['sql_exporter :9237 http']],
  ['the other', 'burningalchemist/sql_exporter', [], ['sql_exporter :9399 http']],
  ['nobody’s', 'x/sql_exporter', [], []],
  [
    'a manager of an early generation',
    'example.org/manager',
    ['--metrics-bind-address=:8443', '--secure-metrics'],
    ['manager :8443 https'],
  ],
  [
    'ingress-nginx',
    'registry.k8s.io/ingress-nginx/controller:v1',
    ['/nginx-ingress-controller', '--healthz-port=10255'],
    ['controller :10255 http', 'controller :80 http', 'controller :443 https'],
  ],
  [
    'istio’s sidecar',
    'docker.io/istio/proxyv2',
    ['proxy', 'sidecar'],
    ['proxyv2 0.0.0.0:15020 http', 'proxyv2 0.0.0.0:15021 http', 'proxyv2 0.0.0.0:15090 http'],
  ],
  ['velero', 'velero/velero', ['server'], ['velero :8085 http'], { command: ['/velero'] }],
  ['velero on a node', 'velero/velero', ['node-agent'], [], { command: ['/velero'] }],
  ['kube-state-metrics with a socket of its own', 'x/kube-state-metrics', ['--telemetry-port=0'], ['kube-state-metrics :8080 http']],
];

describe('what a container opens', () => {
  it.each(rows)('%s', (_, image, args, opens, sketch = {}) => {
    expect(notes([container(image, args, sketch)], sketch)).toEqual(opens);
  });
});

describe('a pod', () => {
  it('forgets init containers and keeps restartable ones', () => {
    const init = container('prom/node-exporter', [], { init: true });
    const sidecar = container('prom/blackbox-exporter', [], { sidecar: true });
    expect(notes([init, sidecar])).toEqual(['blackbox-exporter :9115 http']);
  });

  it('takes the only other server for the upstream of a proxy that names none', () => {
    const proxy = container('x/kube-rbac-proxy', ['--secure-listen-address=:8443']);
    const server = container('prom/node-exporter', ['--web.listen-address=127.0.0.1:9100']);
    expect(notes([proxy, server])[0]).toBe('kube-rbac-proxy :8443 https → http://127.0.0.1:9100?');
  });

  it('leaves the upstream open when two could be meant', () => {
    const proxy = container('x/kube-rbac-proxy', ['--secure-listen-address=:8443']);
    expect(notes([proxy, container('prom/node-exporter'), container('prom/prometheus')])[0]).toBe('kube-rbac-proxy :8443 https');
  });

  it('says where it knows it from', () => {
    const w = workload([
      container('prom/node-exporter'),
      container('prom/prometheus', ['--web.listen-address=:1']),
      container('prom/alertmanager', ['--cluster.listen-address='], { operator: true }),
    ]);
    expect(listenersOf(w, clusterOf([w])).map((l) => l.source)).toEqual(['default', 'flag', 'operator']);
  });
});

describe('kube-rbac-proxy asks for a token', () => {
  it.each([
    [[], true],
    [['--ignore-paths=/healthz'], true],
    [['--ignore-paths=/livez,/metrics'], false],
    [['--ignore-paths=/*'], false],
    [['--ignore-paths=/metrics/*'], true],
    [['--ignore-paths=/m.trics'], true],
  ] as [string[], boolean][])('with %j: %j', (args, authorizes) => {
    const pod = container('x/kube-rbac-proxy', ['--secure-listen-address=:8443', '--upstream=http://127.0.0.1:8080/', ...args]);
    const w = workload([pod]);
    expect(listenersOf(w, clusterOf([w])).map((l) => l.authorizes)).toEqual([authorizes]);
  });
});

describe('who asks who is calling', () => {
  const guards = (image: string, args: string[], config = '') => {
    const pod = container(image, args, { mounts: ['/c=conf'] });
    const w = workload([pod]);
    return listenersOf(w, clusterOf([w], [{ configMaps: { conf: { 'c.yaml': config } } }])).map((l) => {
      const { guard } = l;
      if (!guard) return '-';
      const review = typeof guard.review === 'string' ? guard.review : `${guard.review.resource}/${guard.review.subresource}`;
      return [review, guard.anonymous, ...guard.ignorePaths, ...guard.grants.map((g) => g.path)].join(' ');
    });
  };
  const KRP = ['--secure-listen-address=:8443', '--upstream=http://127.0.0.1:8080/'];
  it.each<[string, string, string[], string, string[]]>([
    ['kube-rbac-proxy', 'x/kube-rbac-proxy', KRP, '', ['path 401']],
    ['without a file', 'x/kube-rbac-proxy', [...KRP, '--config-file=/elsewhere'], '', ['unknown 401']],
    [
      'with attributes',
      'x/kube-rbac-proxy',
      [...KRP, '--config-file=/c/c.yaml'],
      'authorization: {resourceAttributes: {resource: services, subresource: proxy}}',
      ['services/proxy 401'],
    ],
    [
      'with an exception',
      'x/kube-rbac-proxy',
      [...KRP, '--config-file=/c/c.yaml'],
      'authorization: {static: [{path: /metrics}]}',
      ['path 401 /metrics'],
    ],
    [
      'with a list of the wrong type',
      'x/kube-rbac-proxy',
      [...KRP, '--config-file=/c/c.yaml'],
      'authorization: {static: [1]}',
      ['unknown 401'],
    ],
    ['with an empty file', 'x/kube-rbac-proxy', [...KRP, '--config-file=/c/c.yaml'], '', ['unknown 401']],
    ['node-exporter', 'prom/node-exporter', [], '', ['-']],
    ['kube-state-metrics', 'x/kube-state-metrics', ['--auth-filter'], '', ['path 401', 'path 401']],
    ['kube-state-metrics that does not', 'x/kube-state-metrics', ['--auth-filter=false'], '', ['-', '-']],
    ['kube-scheduler', 'x/kube-scheduler', [], '', ['path 403 /healthz /readyz /livez']],
    ['kube-scheduler, told', 'x/kube-scheduler', ['--authorization-always-allow-paths=/metrics'], '', ['path 403 /metrics']],
    ['oauth-proxy', 'openshift/oauth-proxy', [], '', ['unknown 401', 'unknown 401']],
  ])('%s', (_, image, args, config, expected) => {
    expect(guards(image, args, config)).toEqual(expected);
  });
});
