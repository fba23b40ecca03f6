/** Kinds of servers beside each other in a pod of the host's network, as real ones were asked: plain, TLS, nginx, stunnel. */
const indent = (text: string, spaces: number): string =>
  text
    .split('\n')
    .map((l) => ' '.repeat(spaces) + l)
    .join('\n');

interface Server {
  image: string;
  args?: string;
  /** Files mounted from a ConfigMap at a folder. */
  folder?: string;
  files?: Record<string, string>;
}

/** One Prometheus, one pod with one container, a Service and a monitor whose endpoint has the given fields. */
export function cluster(
  server: Server,
  endpoint: string[],
  more: { version?: string; port?: number; spec?: string[]; documents?: string[] } = {},
): string {
  const { port = 9100, version = 'v3.5.3', spec = [], documents = [] } = more;
  const mount = server.folder
    ? [`        volumeMounts: [{name: files, mountPath: ${server.folder}}]`, `      volumes: [{name: files, configMap: {name: files}}]`]
    : [];
  const [mounts = '', volumes = ''] = mount;
  return [
    `apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata: {name: k8s, namespace: mon}
spec: {serviceMonitorSelector: {}, version: ${version}, serviceAccountName: prom}
`,
    `apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: mon}
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      serviceAccountName: web
      containers:
      - name: web
        image: ${server.image}
        args: [${server.args ?? ''}]
        ports: [{name: metrics, containerPort: ${port}}]
${mounts}
${volumes}
`,
    ...(server.files
      ? [
          `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: files, namespace: mon}\ndata:\n${Object.entries(server.files)
            .map(([name, text]) => `  ${name}: |\n${indent(text, 4)}`)
            .join('\n')}\n`,
        ]
      : []),
    `apiVersion: v1
kind: Service
metadata: {name: web, namespace: mon, labels: {app: web}}
spec: {selector: {app: web}, ports: [{name: metrics, port: ${port}, targetPort: ${port}}]}
`,
    `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: {name: web, namespace: mon}
spec:
  selector: {matchLabels: {app: web}}
${spec.map((line) => `  ${line}`).join('\n')}
  endpoints:
  - port: metrics
${endpoint.map((line) => `    ${line}`).join('\n')}
`,
    ...documents,
  ].join('---\n');
}

const PLAIN: Server = { image: 'example.org/node-exporter:v1', args: '"--web.listen-address=:9100"' };
const webConfig = (text: string): Server => ({
  image: 'example.org/node-exporter:v1',
  args: '"--web.listen-address=:9100", "--web.config.file=/etc/web/web.yml"',
  folder: '/etc/web',
  files: { 'web.yml': text },
});
const TLS = webConfig('tls_server_config: {cert_file: /certs/tls.crt, key_file: /certs/tls.key}');
const MTLS = webConfig('tls_server_config: {cert_file: c, key_file: k, client_auth_type: RequireAndVerifyClientCert, client_ca_file: ca}');
const BASIC = webConfig('basic_auth_users: {prom: $2y$10$abc}');
const nginx = (text: string): Server => ({ image: 'nginx', folder: '/etc/nginx', files: { 'nginx.conf': text } });
const answers = (location: string): Server => nginx(`http { server { listen 9100; ${location} } }`);
const STUNNEL: Server = {
  image: 'example.org/stunnel:v1',
  folder: '/etc/stunnel',
  files: { 'stunnel.conf': '[web]\naccept = 9100\nconnect = 127.0.0.1:9101' },
};
const SKIP = ['scheme: https', 'tlsConfig: {insecureSkipVerify: true}'];
const HTTPS = ['scheme: https'];
const CA = ['scheme: https', 'tlsConfig: {ca: {configMap: {name: ca, key: ca.crt}}}'];
const DENIES = [
  'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: shut, namespace: mon}\nspec: {podSelector: {matchLabels: {app: web}}, ingress: []}\n',
];
const returns = (status: number, more = ''): Server => answers(`location / { ${more} return ${status}; }`);
const body = (type: string, text: string): Server =>
  answers(`location / { ${type === '' ? '' : `default_type ${type};`} return 200 '${text}'; }`);
const GOOD = 'up 1';
const PAGE = '<html>hello</html>';

interface Row {
  server: Server;
  endpoint?: string[];
  spec?: string[];
  documents?: string[];
  /** The condition under which the observed one comes about, where the manifests leave it open. */
  when?: string;
}

/** Every case that was measured, as manifests; `when` names what those cannot tell. */
export const SERVERS: Record<string, Row> = {
  plain_http: { server: PLAIN },
  plain_https: { server: PLAIN, endpoint: HTTPS },
  plain_https_skip: { server: PLAIN, endpoint: SKIP },
  basic_none: { server: BASIC },
  basic_ok: {
    server: BASIC,
    endpoint: ['basicAuth: {username: {name: s, key: u}, password: {name: s, key: p}}'],
    when: 'when.credentials-right',
  },
  basic_bad: {
    server: BASIC,
    endpoint: ['basicAuth: {username: {name: s, key: u}, password: {name: s, key: p}}'],
    when: 'when.credentials-wrong',
  },
  body_limit: { server: PLAIN, spec: ['bodySizeLimit: 10B'], when: 'when.over-limits' },
  sample_limit: { server: PLAIN, spec: ['sampleLimit: 1'], when: 'when.over-limits' },
  label_limit: { server: PLAIN, spec: ['labelLimit: 3'], when: 'when.over-limits' },
  drop: { server: PLAIN, documents: DENIES },
  drop_https: { server: PLAIN, endpoint: HTTPS, documents: DENIES },
  self_http: { server: TLS },
  self_https: { server: TLS, endpoint: HTTPS, when: 'when.certificate-untrusted' },
  self_https_ca_self: { server: TLS, endpoint: CA, when: 'when.certificate-fits' },
  self_https_skip: { server: TLS, endpoint: SKIP },
  good_https_ca: { server: TLS, endpoint: CA, when: 'when.certificate-fits' },
  good_https_noca: { server: TLS, endpoint: HTTPS, when: 'when.certificate-untrusted' },
  good_https_otherca: { server: TLS, endpoint: CA, when: 'when.certificate-untrusted' },
  good_badservername: { server: TLS, endpoint: ['scheme: https', 'tlsConfig: {serverName: foo.bar}'], when: 'when.certificate-name' },
  wrongname_ca: { server: TLS, endpoint: CA, when: 'when.certificate-name' },
  wrongname_servername: { server: TLS, endpoint: ['scheme: https', 'tlsConfig: {serverName: right}'], when: 'when.certificate-fits' },
  wrongname_skip: { server: TLS, endpoint: SKIP },
  nosan_ca: { server: TLS, endpoint: CA, when: 'when.certificate-name' },
  expired_ca: { server: TLS, endpoint: CA, when: 'when.certificate-expired' },
  mtls_nocert: { server: MTLS, endpoint: SKIP },
  mtls_cert: {
    server: MTLS,
    endpoint: ['scheme: https', 'tlsConfig: {insecureSkipVerify: true, cert: {secret: {name: s, key: c}}, keySecret: {name: s, key: k}}'],
  },
  loopback_only: { server: { ...PLAIN, args: '"--web.listen-address=127.0.0.1:9100"' } },
  refused_http: { server: { ...PLAIN, args: '"--web.listen-address=:9999"' } },
  refused_https: { server: { ...PLAIN, args: '"--web.listen-address=:9999"' }, endpoint: HTTPS },
  reject_icmp: { server: { ...PLAIN, args: '"--web.listen-address=:9999"' } },
  reject_rst: { server: { ...PLAIN, args: '"--web.listen-address=:9999"' } },
  nginx_http: { server: nginx('http { server { listen 9100 ssl; ssl_certificate c; location / { return 200; } } }') },
  stunnel_http: { server: STUNNEL },
  st_204: { server: returns(204) },
  st_401: { server: returns(401) },
  st_403: { server: returns(403) },
  st_404x: { server: returns(404) },
  st_500: { server: returns(500) },
  st_502: { server: returns(502) },
  st_503: { server: returns(503) },
  st_reset: { server: returns(444) },
  'st_ct-plain': { server: body('text/plain', GOOD) },
  'st_ct-empty-body': { server: body('text/plain', '') },
  'st_ct-plain-garbage': { server: body('text/plain', 'this is no metric') },
  'st_ct-html': { server: body('text/html', PAGE) },
  'st_ct-html-metrics': { server: body('text/html', GOOD) },
  'st_ct-json': { server: body('application/json', '[1]') },
  'st_ct-json-metrics': { server: body('application/json', GOOD) },
  'st_ct-octet': { server: body('application/octet-stream', GOOD) },
  'st_ct-none': { server: body('', GOOD) },
  st_loop: { server: answers('location / { return 302 /loop; }'), endpoint: ['path: /loop'] },
  st_redirect: {
    server: answers("location = /redirect { return 302 /good; } location = /good { default_type text/plain; return 200 'up 1'; }"),
    endpoint: ['path: /redirect'],
  },
  st_redirect_nofollow: {
    server: answers("location = /redirect { return 302 /good; } location = /good { return 200 'up 1'; }"),
    endpoint: ['path: /redirect', 'followRedirects: false'],
  },
  'st_redirect-https': {
    server: nginx(
      "http { server { listen 9100; location / { return 302 https://example.org:9443/metrics; } } server { listen 9443 ssl; location / { default_type text/plain; return 200 'up 1'; } } }",
    ),
    when: 'when.certificate-untrusted',
  },
};

/** What no manifest can say, and why. */
export const NOT_IN_MANIFESTS: Record<string, string> = {
  nodns: 'a resolver that does not answer',
  nohost: 'an address on the network that nobody has',
  noroute: 'a network without a route',
  st_slow: 'a server that takes its time',
  st_slowbody: 'a server that takes its time in the middle',
};
