import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnose, MEANINGS, SPEAKERS } from '../../src/engine/diagnose/index.ts';
import { meaningText } from '../../src/words/diagnosis.ts';
import { english, LANGS, loadWords } from '../../src/words/index.ts';
import { analyzeText, edit, SHOP } from '../fixtures/shop.ts';
import { stateOf } from '../forecast/states.ts';

const classes = (text: string): string[] => diagnose(null, text).map((d) => d.class);

/** Messages as people paste them: old and new versions, other libraries, typed from a picture. */
const SAID: Record<string, string[]> = {
  refused: [
    'Get "http://10.244.1.7:8080/metrics": dial tcp 10.244.1.7:8080: connect: connection refused',
    'Get http://10.244.1.7:8080/metrics: dial tcp 10.244.1.7:8080: connect: connection refused',
    "curl: (7) Failed to connect to 10.0.0.1 port 9100 after 0 ms: Couldn't connect to server",
    'curl: (7) Failed connect to 10.0.0.1:9100; Connection refused',
    'curl: (7) Failed to connect to localhost port 9100: Connection refused',
    'net::ERR_CONNECTION_REFUSED',
    '192.168.11.16 refused to connect.',
    'NS_ERROR_CONNECTION_REFUSED',
    'Get “http://10.0.0.1:9100/metrics”: dial tcp 10.0.0.1:9100: connect: connection refused',
  ],
  timeout: [
    'Get "http://10.0.0.1:9100/metrics": context deadline exceeded',
    'Get "http://10.0.0.1:9100/metrics": context deadline exceeded (Client.Timeout exceeded while awaiting headers)',
    'Get "http://10.0.0.1:9100/metrics": dial tcp 10.0.0.1:9100: i/o timeout',
    'curl: (28) Connection timed out after 5001 milliseconds',
    'curl: (28) Failed to connect to 10.0.0.1 port 9100 after 2001 ms: Timeout was reached',
    'ERR_CONNECTION_TIMED_OUT',
    '10.0.0.1 took too long to respond.',
  ],
  'not-tls': [
    'Get "https://10.0.0.1:9100/metrics": http: server gave HTTP response to HTTPS client',
    'curl: (35) error:1408F10B:SSL routines:ssl3_get_record:wrong version number',
    'curl: (35) OpenSSL/3.0.19: error:0A00010B:SSL routines::wrong version number',
    'curl: (35) SSL received a record that exceeded the maximum permissible length. SSL_ERROR_RX_RECORD_TOO_LONG',
    'ERR_SSL_PROTOCOL_ERROR',
    'SSL_ERROR_RX_RECORD_TOO_LONG',
  ],
  'tls-untrusted': [
    'x509: certificate signed by unknown authority',
    'Get "https://10.0.0.1:9100/metrics": tls: failed to verify certificate: x509: certificate signed by unknown authority',
    'curl: (60) SSL certificate problem: self-signed certificate in certificate chain',
    'curl: (60) SSL certificate problem: unable to get local issuer certificate',
    "curl: (60) Peer's certificate issuer has been marked as not trusted by the user.",
    'curl: (60) Peer’s Certificate issuer is not recognized.',
    'NET::ERR_CERT_AUTHORITY_INVALID',
    'SEC_ERROR_UNKNOWN_ISSUER',
    'MOZILLA_PKIX_ERROR_SELF_SIGNED_CERT',
    'Your connection is not private',
  ],
  'tls-name': [
    "x509: cannot validate certificate for 10.0.0.1 because it doesn't contain any IP SANs",
    'x509: cannot validate certificate for 10.0.0.1 because it doesn’t contain any IP SANs',
    'x509: certificate is valid for localhost, not node-exporter.monitoring.svc',
    'x509: certificate relies on legacy Common Name field, use SANs instead',
    "curl: (60) SSL: no alternative certificate subject name matches target host name '10.0.0.1'",
    'ERR_CERT_COMMON_NAME_INVALID',
  ],
  'tls-expired': [
    'x509: certificate has expired or is not yet valid: current time 2026',
    'curl: (60) SSL certificate problem: certificate has expired',
    'ERR_CERT_DATE_INVALID',
  ],
  'client-cert': ['remote error: tls: certificate required', 'remote error: tls: bad certificate', 'ERR_BAD_SSL_CLIENT_AUTH_CERT'],
  reset: [
    'read tcp 10.0.0.2:1->10.0.0.1:9100: read: connection reset by peer',
    'curl: (56) Recv failure: Connection reset by peer',
    'ERR_CONNECTION_RESET',
  ],
  empty: ['Get "http://10.0.0.1:9120/reset": EOF', 'curl: (52) Empty reply from server', 'ERR_EMPTY_RESPONSE'],
  dns: [
    'dial tcp: lookup web.shop.svc on 10.96.0.10:53: no such host',
    'curl: (6) Could not resolve host: web.shop.svc',
    'DNS_PROBE_FINISHED_NXDOMAIN',
  ],
  'no-route': [
    'dial tcp 10.0.0.9:80: connect: no route to host',
    'curl: (7) Failed to connect to 10.0.0.9 port 80: No route to host',
    'ERR_ADDRESS_UNREACHABLE',
  ],
  'http-400': [
    'server returned HTTP status 400 Bad Request',
    'Client sent an HTTP request to an HTTPS server.',
    'HTTP/1.0 400 Bad Request',
    '400 Bad Request',
  ],
  'http-401': ['server returned HTTP status 401 Unauthorized', 'Unauthorized', 'HTTP/2 401'],
  'http-403': [
    'server returned HTTP status 403 Forbidden',
    'Forbidden (user=system:anonymous, verb=get, resource=nodes, subresource=metrics)',
    '403 Forbidden',
  ],
  'http-404': ['server returned HTTP status 404 Not Found', '404 page not found'],
  'http-500': [
    'server returned HTTP status 500 Internal Server Error',
    'Authorization error (user=system:serviceaccount:a:b, verb=get, resource=, subresource=)',
  ],
  'http-502': ['server returned HTTP status 502 Bad Gateway', '502 Bad Gateway', 'HTTP ERROR 502'],
  'http-503': ['server returned HTTP status 503 Service Unavailable', '503 Service Unavailable'],
  'content-type': [
    'received unsupported Content-Type "text/html" and no fallback_scrape_protocol specified for target',
    'non-compliant scrape target sending blank Content-Type and no fallback_scrape_protocol specified for target',
  ],
  parse: [
    '"INVALID" is not a valid start token',
    'strconv.ParseFloat: parsing "is": invalid syntax',
    'expected equal, got "INVALID" ("INVALID") while parsing',
  ],
  limit: ['sample limit exceeded', 'body size limit exceeded', 'label_limit exceeded (metric: up, number of labels: 4, limit: 3)'],
  'redirect-loop': ['Get "/loop": stopped after 10 redirects', 'ERR_TOO_MANY_REDIRECTS'],
  'file-missing': [
    'unable to read authorization credentials file /var/x/token: open /var/x/token: no such file or directory',
    'unable to read authorization credentials: unable to read file /var/x/token: open /var/x/token: no such file',
  ],
  'scrape-pool': ['level=error msg="error creating new scrape pool" err="something" scrape_pool=serviceMonitor/a/b/0'],
  'duplicate-samples': ['level=warn msg="Error on ingesting samples with different value but same timestamp" num_dropped=3'],
  'rbac-forbidden': [
    'pods is forbidden: User "system:serviceaccount:monitoring:prometheus-k8s" cannot list resource "pods" in API group "" in the namespace "shop"',
    'failed to list *v1.Endpoints: endpoints is forbidden: User \\"system:serviceaccount:monitoring:prometheus-k8s\\" cannot list resource \\"endpoints\\"',
  ],
  'bind-in-use': [
    'listen tcp 0.0.0.0:9100: bind: address already in use',
    '"command failed" err="failed to run groups: failed to listen on secure address: listen tcp 192.168.11.16:9100: bind: address already in use"',
    'ts=2026 caller=node_exporter.go:221 level=error err="listen tcp :9100: bind: address already in use"',
    'nginx: [emerg] bind() to 0.0.0.0:80 failed (98: Address already in use)',
  ],
  'bind-denied': ['listen tcp 10.0.0.3:80: bind: cannot assign requested address', 'listen tcp :80: bind: permission denied'],
  'bad-listen': ['listen tcp: address 0.0.0.0: missing port in address', 'listen tcp: lookup tcp/abc: unknown port'],
  'upstream-refused': ['2026/11/23 16:00:00 http: proxy error: dial tcp 127.0.0.1:9100: connect: connection refused'],
  'tls-client-gave-up': [
    'http: TLS handshake error from 10.0.0.2:4711: remote error: tls: bad certificate',
    'http: TLS handshake error from 10.0.0.2:4711: remote error: tls: unknown certificate authority',
  ],
  'plain-to-tls': ['http: TLS handshake error from 10.0.0.2:4711: client sent an HTTP request to an HTTPS server'],
  'token-rejected': [
    'E1123 proxy.go:73] Unable to authenticate the request due to an error: tokenreviews.authentication.k8s.io is forbidden',
  ],
  rejected: [
    'level=warn component=prometheusoperator msg="skipping servicemonitor" error="it accesses file system via bearer token file which Prometheus specification prohibits" servicemonitor=shop/cart',
    'level=WARN msg="rejected podmonitor" podmonitor=a/b',
    'Warning  InvalidConfiguration  ServiceMonitor cart was rejected due to invalid configuration',
    'PrometheusOperatorRejectedResources',
  ],
  'operator-failed': ['level=error msg="sync \\"monitoring/k8s\\" failed"'],
  'probe-failed': [
    'Readiness probe failed: Get "http://10.0.0.1:9100/": dial tcp 10.0.0.1:9100: connect: connection refused',
    'Liveness probe failed: HTTP probe failed with statuscode: 401',
  ],
  'crash-loop': [
    'Back-off restarting failed container kube-rbac-proxy in pod node-exporter-abc_monitoring(1)',
    'node-exporter-abc   1/2   CrashLoopBackOff   5 (10s ago)   3m',
  ],
  'hostport-taken': ["0/3 nodes are available: 3 node(s) didn't have free ports for the requested pod ports."],
  'unknown-field': [
    'Warning: unknown field "spec.endpoints[0].prot"',
    'strict decoding error: unknown field "spec.selector.namespaceSelector"',
  ],
  'wrong-type': [
    'json: cannot unmarshal number into Go struct field Endpoint.spec.endpoints.port of type string',
    'spec.endpoints[0].port: Invalid value: "integer": spec.endpoints[0].port in body must be of type string: "integer"',
  ],
  'wrong-value': ['spec.endpoints[0].scheme: Unsupported value: "HTTPS": supported values: "http", "https"'],
  'duplicate-name': ['spec.ports[1].name: Duplicate value: "http"'],
  'no-targets': ['serviceMonitor/shop/cart/0 (0 / 41 active targets)', 'podMonitor/shop/cart/0 (0/3 up)'],
  'nothing-discovered': ['serviceMonitor/shop/cart/0 (0/0 up)'],
  'target-down': ['TargetDown'],
  'target-gone': ['KubeControllerManagerDown', 'absent(up{job="node-exporter"} == 1)'],
};

describe('recognises', () => {
  it.each(Object.entries(SAID).flatMap(([as, texts]) => texts.map((text) => [as, text] as const)))('%s: %s', (as, text) => {
    expect(classes(text)).toEqual([as]);
  });

  it('what was typed from a picture, broken over lines', () => {
    expect(classes('server returned\nHTTP status 400\nBad Request')).toEqual(['http-400']);
  });

  it('several messages in their order, each once', () => {
    const log = [
      'starting',
      'listen tcp :9100: bind: address already in use',
      'listen tcp :9100: bind: address already in use',
      'sample limit exceeded',
    ];
    expect(classes(log.join('\n'))).toEqual(['bind-in-use', 'limit']);
  });

  it('names and numbers', () => {
    const [one] = diagnose(
      null,
      'serviceMonitor/shop/cart/2: Get "https://10.0.0.1:8443/metrics": dial tcp 10.0.0.1:8443: connect: connection refused',
    );
    expect(one?.params).toMatchObject({
      namespace: 'shop',
      name: 'cart',
      index: '2',
      scheme: 'https',
      host: '10.0.0.1',
      port: '8443',
      path: '/metrics',
    });
    const [right] = diagnose(null, SAID['rbac-forbidden']?.[0] ?? '');
    expect(right?.params).toMatchObject({ namespace: 'monitoring', account: 'prometheus-k8s', resources: 'pods', verb: 'list' });
  });
});

const UNRELATED = `npm ERR! code ERESOLVE
npm ERR! unable to resolve dependency tree
fatal: not a git repository (or any of the parent directories): .git
error: failed to push some refs to 'origin'
Traceback (most recent call last):
java.lang.NullPointerException: Cannot invoke "String.length()" because "s" is null
	at com.example.Main.main(Main.java:14)
Caused by: org.postgresql.util.PSQLException: FATAL: password authentication failed for user "app"
psql: error: connection to server on socket "/var/run/postgresql/.s.PGSQL.5432" failed
MySQLTimeoutException: Query timed out after 30 seconds
Redis connection lost, retrying in 5s
ERROR 1045 (28000): Access denied for user 'root'@'localhost'
segmentation fault (core dumped)
bash: foo: command not found
Permission denied (publickey).
No space left on device
OOMKilled
Error: ENOENT: no such file or directory, open 'config.json'
TypeError: undefined is not a function
SyntaxError: Unexpected token < in JSON at position 0
panic: runtime error: index out of range [3] with length 3
NAME                     READY   STATUS    RESTARTS   AGE
node-exporter-abcde      2/2     Running   0          5d
prometheus-k8s-0         2/2     Running   1          5d
service/node-exporter created
deployment.apps/web configured
I wandered lonely as a cloud
The connection between the two towns was refused by the council.
We have a timeout of 5 minutes between the meetings.
Please check the certificate of attendance; it has expired.
level=info msg="Server is ready to receive web requests."
level=info component=tsdb msg="Compaction finished"
I0101 12:00:00.000000       1 main.go:42] Starting controller
Normal  Scheduled  Successfully assigned default/web to node-1
Normal  Pulled     Container image "nginx" already present on machine
Warning FailedScheduling 0/3 nodes are available: 3 Insufficient cpu.
ImagePullBackOff
Failed to pull image "nginx:nope": manifest unknown
error: You must be logged in to the server
Helm release "kps" has been upgraded. Happy Helming!
HTTP is a protocol.
HTTP/1.1 200 OK
GET /metrics 200 1.2ms
up 1
node_cpu_seconds_total{cpu="0",mode="idle"} 12345.67
scrape_interval: 30s
apiVersion: v1
kind: Service
Lorem ipsum dolor sit amet, consectetur adipiscing elit.
你好，世界
SELECT * FROM users WHERE id = 1;
warning: LF will be replaced by CRLF
rsync error: some files could not be transferred (code 23)
The list of unauthorized changes was forbidden by the committee.
My flight was reset to 400 minutes; a bad request, if you ask me.
404 people came to the fair
TLS 1.3 is faster than TLS 1.2
We refused to connect the two houses with a bridge`.split('\n');

describe('does not guess', () => {
  it('has fifty lines to try', () => expect(UNRELATED.length).toBeGreaterThanOrEqual(50));
  it.each(UNRELATED.map((line) => [line]))('%s', (line) => {
    expect(classes(line)).toEqual([]);
  });
});

describe('against the input', () => {
  it('names the chain by its job, the hop and the finding', () => {
    const broken = analyzeText(edit(SHOP, ['  - port: http-metrics', '  - port: metric']));
    const [one] = diagnose(broken, 'serviceMonitor/shop/cart/0 (0 / 3 active targets)');
    expect(one?.suspects).toMatchObject([{ chain: 'ServiceMonitor/shop/cart#0', link: 'endpoint-port', findings: ['port-not-found'] }]);
    expect(one?.look).toEqual([]);
  });

  it.each<[string, ReturnType<typeof stateOf>, string[]]>([
    ['listen tcp 0.0.0.0:9100: bind: address already in use', stateOf('S2a'), ['bind-conflict']],
    ['Get "https://10.0.0.1:9100/metrics": http: server gave HTTP response to HTTPS client', stateOf('S4'), ['scheme-mismatch']],
    ['server returned HTTP status 502 Bad Gateway', stateOf('S8'), ['upstream-not-found']],
    ['Get "http://10.0.0.1:9100/metrics": dial tcp 10.0.0.1:9100: connect: connection refused', stateOf('S7'), ['loopback-only']],
    ['Get "http://10.0.0.1:9100/metrics": context deadline exceeded', stateOf('S5x', 'http token'), ['netpol-denied']],
    ['server returned HTTP status 401 Unauthorized', stateOf('S0', 'https skip notoken'), ['auth-missing']],
    [
      "x509: cannot validate certificate for 10.0.0.1 because it doesn't contain any IP SANs",
      stateOf('S0', 'https noskip token'),
      ['tls-unverifiable', 'tls-name'],
    ],
  ])('%s', (text, analysis, codes) => {
    expect(diagnose(analysis, text)[0]?.suspects[0]).toMatchObject({ chain: 'ServiceMonitor/mon/nodes#0', findings: codes });
  });

  it('says where to look where nothing explains it', () => {
    const [one] = diagnose(analyzeText(SHOP), 'Get "http://10.0.0.1:8080/metrics": context deadline exceeded');
    expect(one?.suspects.map((s) => s.findings)).toEqual([[]]);
    expect(one?.look.map((l) => l.code)).toEqual(['look.firewall', 'look.slow']);
  });

  it('leaves out chains that the message cannot mean', () => {
    expect(diagnose(analyzeText(SHOP), 'dial tcp 10.0.0.1:4711: connect: connection refused')[0]?.suspects).toEqual([]);
    expect(diagnose(analyzeText(SHOP), 'serviceMonitor/other/cart/0 (0/3 up)')[0]?.suspects).toEqual([]);
  });
});

describe('laws', () => {
  it('has words and a meaning for every class and speaker, in both languages', async () => {
    for (const lang of LANGS) {
      const words = await loadWords(lang);
      for (const { id, patterns } of SPEAKERS) {
        expect(words.code('diagnose', `speaker.${id}`)).not.toBe(`speaker.${id}`);
        for (const { class: as } of patterns)
          expect(meaningText(words, as, { status: 418, field: 'x', scheme: 'x' })).not.toMatch(/^class\.|\{\w+\}/);
      }
      for (const [as, { look }] of Object.entries(MEANINGS)) {
        expect(words.code('diagnose', `class.${as}`, { status: 418 })).not.toBe(`class.${as}`);
        for (const key of look) expect(words.code('diagnose', `look.${key}`)).not.toBe(`look.${key}`);
      }
    }
    expect(meaningText(english, 'http-418', {})).toContain('418');
  });

  it('throws on nothing', () => {
    const pieces = fc.constantFrom(...Object.values(SAID).flat(), 'x'.repeat(5000), '\u0000', '__proto__', '(', '"'.repeat(999));
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 6 }), (texts) => {
        for (const { class: as } of diagnose(null, texts.join('\n'))) expect(as).toMatch(/./);
      }),
      { numRuns: 200, seed: 3 },
    );
  });
});
