import { prom, table } from './verdicts.ts';

const user = '{name: login, key: user}';
const token = '{name: login, key: token}';
const login = `{username: ${user}, password: {name: login, key: password}}`;
const ca = '{configMap: {name: trust, key: ca}}';
const oauth2 = `{tokenUrl: "http://t", clientId: {secret: ${user}}, clientSecret: ${token}}`;
const clientSecret = `clientSecret: ${token}`;
const DENY = '{arbitraryFSAccessThroughSMs: {deny: true}}';

table('ServiceMonitor', (e) => `{selector: {}, endpoints: [${e}]}`, 'spec.endpoints[0].', [
  ['a plain endpoint', '{port: web}', 'accepted'],
  ['a file where files are denied', '{bearerTokenFile: /t}', 'file-access-denied bearerTokenFile', { prometheus: DENY }],
  ['a CA file where files are denied', '{tlsConfig: {caFile: /ca}}', 'file-access-denied tlsConfig.caFile', { prometheus: DENY }],
  ['a file otherwise', '{bearerTokenFile: /t}', 'accepted'],
  ['two ways to log in', `{basicAuth: ${login}, oauth2: ${oauth2}}`, 'auth-given-twice oauth2'],
  [
    'an empty bearer token beside another login',
    `{basicAuth: ${login}, bearerTokenSecret: {key: ""}}`,
    'auth-given-twice bearerTokenSecret',
  ],
  ['the same, before anyone looked', `{basicAuth: ${login}, bearerTokenSecret: {key: ""}}`, 'accepted', { release: 80 }],
  ['an empty bearer token alone', '{bearerTokenSecret: {key: ""}}', 'accepted'],
  ['authorization of type basic', `{authorization: {type: " Basic", credentials: ${token}}}`, 'authorization-basic authorization.type'],
  ['authorization without credentials', '{authorization: {type: Bearer}}', 'authorization-credentials-missing authorization'],
  ['authorization', `{authorization: {credentials: ${token}}}`, 'accepted'],
  ['half of a basic login', `{basicAuth: {username: ${user}}}`, 'reference-incomplete basicAuth.password'],
  ['a basic login', `{basicAuth: ${login}}`, 'accepted'],
  ['oauth2 without a URL', `{oauth2: {clientId: {secret: ${user}}, ${clientSecret}}}`, 'oauth2-field-missing oauth2.tokenUrl'],
  ['oauth2 without a client', `{oauth2: {tokenUrl: "http://t", clientId: {}, ${clientSecret}}}`, 'oauth2-field-missing oauth2.clientId'],
  ['oauth2 without a secret', `{oauth2: {tokenUrl: "http://t", clientId: {secret: ${user}}}}`, 'reference-incomplete oauth2.clientSecret'],
  ['oauth2', `{oauth2: ${oauth2}}`, 'accepted'],
  ['a key that is not there', '{bearerTokenSecret: {name: login, key: pass}}', 'key-not-found bearerTokenSecret.key'],
  ['`optional` is not looked at', '{bearerTokenSecret: {name: login, key: pass, optional: true}}', 'key-not-found bearerTokenSecret.key'],
  ['a Secret that is not in the input', '{bearerTokenSecret: {name: other, key: k}}', 'incomplete'],
  ['… in a closed world', '{bearerTokenSecret: {name: other, key: k}}', 'object-not-found bearerTokenSecret.name', { closed: true }],
  [
    '… beside something certain',
    '{bearerTokenSecret: {name: other, key: k}, interval: 1s, scrapeTimeout: 2s}',
    'timeout-over-interval scrapeTimeout',
  ],
  ['a CA twice', `{tlsConfig: {ca: ${ca}, caFile: /ca}}`, 'tls-given-twice tlsConfig.caFile'],
  ['a key twice', `{tlsConfig: {keySecret: ${token}, keyFile: /k, certFile: /c}}`, 'tls-given-twice tlsConfig.keyFile'],
  ['a CA from both kinds', `{tlsConfig: {ca: {secret: ${user}, configMap: {name: trust, key: ca}}}}`, 'secret-and-configmap tlsConfig.ca'],
  ['a certificate without key', `{tlsConfig: {cert: ${ca}}}`, 'tls-cert-without-key tlsConfig.cert'],
  ['a key without certificate', `{tlsConfig: {cert: {}, keySecret: ${token}}}`, 'tls-key-without-cert tlsConfig.keySecret'],
  ['both as files', '{tlsConfig: {certFile: /c, keyFile: /k}}', 'accepted'],
  ['TLS versions the wrong way round', '{tlsConfig: {minVersion: TLS13, maxVersion: TLS12}}', 'tls-version-range tlsConfig.maxVersion'],
  ['one TLS version', '{tlsConfig: {minVersion: TLS12, maxVersion: TLS12}}', 'accepted'],
  ['a CA that is none', '{tlsConfig: {ca: {configMap: {name: trust, key: text}}}}', 'not-pem tlsConfig.ca'],
  ['an empty CA', '{tlsConfig: {ca: {configMap: {name: trust, key: empty}}}}', 'accepted'],
  ['a CA in a Secret, which is never read', `{tlsConfig: {ca: {secret: ${user}}}}`, 'accepted'],
  [
    'a certificate that is none',
    `{tlsConfig: {cert: {configMap: {name: trust, key: text}}, keySecret: ${token}}}`,
    'not-pem tlsConfig.cert',
  ],
  ['a CA', `{tlsConfig: {ca: ${ca}}}`, 'accepted'],
  ['a timeout over the interval', '{interval: 30s, scrapeTimeout: 45s}', 'timeout-over-interval scrapeTimeout'],
  ['a timeout over the default interval', '{scrapeTimeout: 31s}', 'timeout-over-interval scrapeTimeout'],
  [
    'a timeout over the Prometheus’ interval',
    '{scrapeTimeout: 20s}',
    'timeout-over-interval scrapeTimeout',
    { prometheus: '{scrapeInterval: 15s}' },
  ],
  ['a timeout as long as the interval', '{interval: 1m, scrapeTimeout: 60s}', 'accepted'],
  ['an interval with a blank', '{interval: 30 s, scrapeTimeout: 10s}', 'duration-invalid interval'],
  ['a timeout that is none', '{scrapeTimeout: soon}', 'duration-invalid scrapeTimeout'],
  ['an interval nobody compares', '{interval: 30 s}', 'accepted'],
  ['proxy headers without a proxy', `{proxyConnectHeader: {a: [${user}]}}`, 'proxy-headers-without-proxy proxyConnectHeader'],
  ['two proxies', '{proxyUrl: "http://p", proxyFromEnvironment: true}', 'proxy-given-twice proxyUrl'],
  ['exceptions and the environment', '{noProxy: x, proxyFromEnvironment: true}', 'no-proxy-with-environment noProxy'],
  ['exceptions from nothing', '{noProxy: x, proxyFromEnvironment: false}', 'no-proxy-without-proxy noProxy'],
  ['a proxy header without values', '{proxyUrl: "http://p", proxyConnectHeader: {a: []}}', 'proxy-header-empty proxyConnectHeader.a'],
  [
    'a proxy header without a name',
    '{proxyUrl: "http://p", proxyConnectHeader: {a: [{key: ""}]}}',
    'reference-incomplete proxyConnectHeader.a[0]',
  ],
  ['a proxy with a variable', '{proxyUrl: "http://p-${x}:80"}', 'proxy-url-invalid proxyUrl'],
  ['a proxy with a bad port', '{proxyUrl: "http://p:a"}', 'proxy-url-invalid proxyUrl'],
  ['a proxy', `{proxyUrl: "http://u:p@[::1]:80", noProxy: x, proxyConnectHeader: {a: [${user}, ${token}]}}`, 'accepted'],
]);

table('ServiceMonitor', (s) => `{endpoints: [], ${s}}`, 'spec.', [
  ['an unknown operator', 'selector: {matchExpressions: [{key: a, operator: Like}]}', 'selector-invalid selector'],
  ['In without values', 'selector: {matchExpressions: [{key: a, operator: In}]}', 'selector-invalid selector'],
  ['a value that no label can have', 'selector: {matchLabels: {a: "x y"}}', 'selector-invalid selector'],
  ['a key that no label can have', 'selector: {matchLabels: {a/b/c: x}}', 'selector-invalid selector'],
  ['a selector', 'selector: {matchLabels: {example.com/a: ""}, matchExpressions: [{key: b, operator: Exists}]}', 'accepted'],
  [
    'role selectors of old',
    'selector: {}, selectorMechanism: RoleSelector',
    'selector-mechanism-too-new selectorMechanism',
    { prometheus: '{version: v2.16.0}' },
  ],
  ['role selectors', 'selector: {}, selectorMechanism: RoleSelector', 'accepted', { prometheus: '{version: v2.17.0}' }],
  [
    'a scrape class that is not there',
    'selector: {}, scrapeClass: b',
    'scrape-class-unknown scrapeClass',
    { prometheus: '{scrapeClasses: [{name: a}]}' },
  ],
  ['a scrape class', 'selector: {}, scrapeClass: a', 'accepted', { prometheus: '{scrapeClasses: [{name: a}]}' }],
]);

table('PodMonitor', (r) => `{selector: {}, podMetricsEndpoints: [{relabelings: [${r}]}]}`, 'spec.podMetricsEndpoints[0].relabelings[0].', [
  ['upper case of old', '{action: uppercase, targetLabel: a}', 'relabel-action-too-new action', prom('2.35.0')],
  ['upper case', '{action: Uppercase, targetLabel: a}', 'accepted', prom('2.36.0')],
  ['keepequal of old', '{action: KeepEqual, targetLabel: a}', 'relabel-action-too-new action', prom('2.40.7')],
  ['keepequal', '{action: KeepEqual, targetLabel: a, sourceLabels: [b], regex: (.*)}', 'accepted', prom('2.41.0')],
  ['a regex with a stray parenthesis', '{targetLabel: a, regex: "a)"}', 'relabel-regex-invalid regex'],
  ['a regex only JavaScript knows', '{targetLabel: a, regex: "(?=a)"}', 'relabel-regex-invalid regex'],
  ['a regex', '{targetLabel: a, regex: "(?i)a"}', 'accepted'],
  ['hashmod without modulus', '{action: hashmod, targetLabel: a}', 'relabel-modulus-missing modulus'],
  ['hashmod', '{action: hashmod, targetLabel: a, modulus: 2}', 'accepted'],
  ['no target', '{replacement: x}', 'relabel-target-missing targetLabel'],
  ['no target needed', '{action: keep, regex: x}', 'accepted'],
  ['a name of Prometheus 3', '{targetLabel: "a b"}', 'accepted'],
  ['… for Prometheus 2', '{targetLabel: "a b"}', 'relabel-target-invalid targetLabel', prom('v2.55.1')],
  ['… for a release candidate of 3', '{targetLabel: "a b"}', 'relabel-target-invalid targetLabel', prom('3.0.0-rc.0')],
  ['… for an operator before v0.86', '{targetLabel: "a b"}', 'relabel-target-invalid targetLabel', { release: 85 }],
  ['a template', '{targetLabel: "a_${1}$2"}', 'accepted', prom('2.55.1')],
  ['a template in upper case', '{action: uppercase, targetLabel: "a_${1}"}', 'relabel-target-invalid targetLabel', prom('2.55.1')],
  ['a replacement in lower case', '{action: lowercase, targetLabel: a, replacement: x}', 'relabel-extra-field replacement'],
  ['the default replacement', '{action: lowercase, targetLabel: a, replacement: $1}', 'accepted'],
  ['labelmap to a name', '{action: labelmap, replacement: "k8s_${1}"}', 'accepted', prom('2.55.1')],
  ['labelmap to no name', '{action: labelmap, replacement: "a-name"}', 'relabel-replacement-invalid replacement', prom('2.55.1')],
  ['keepequal with a separator', '{action: keepequal, targetLabel: a, separator: ""}', 'relabel-extra-field separator'],
  ['labeldrop with sources', '{action: labeldrop, regex: a, sourceLabels: [b]}', 'relabel-extra-field sourceLabels'],
  ['labeldrop', '{action: LabelDrop, regex: a, separator: ;, replacement: $1}', 'accepted'],
]);

table('PodMonitor', (e) => `{selector: {}, podMetricsEndpoints: [${e}]}`, 'spec.podMetricsEndpoints[0].', [
  [
    'a bad metric relabeling',
    '{metricRelabelings: [{action: hashmod, targetLabel: a}]}',
    'relabel-modulus-missing metricRelabelings[0].modulus',
  ],
  ['two ways to log in', `{authorization: {credentials: ${token}}, basicAuth: ${login}}`, 'auth-given-twice basicAuth'],
  ['… before v0.86', `{authorization: {credentials: ${token}}, basicAuth: ${login}}`, 'accepted', { release: 85 }],
  ['a bearer token without a key', '{bearerTokenSecret: {name: other, key: ""}}', 'accepted'],
  ['files are not for PodMonitors', '{tlsConfig: {certFile: /c}}', 'accepted'],
]);

table('Probe', (s) => `{targets: {staticConfig: {}}, prober: {url: "p:9115"}, ${s}}`, 'spec.', [
  ['nothing to probe', 'targets: {}', 'probe-targets-missing targets'],
  ['an Ingress to probe', 'targets: {ingress: {}}', 'accepted'],
  [
    'a bad relabeling of a static target',
    'targets: {staticConfig: {relabelingConfigs: [{}]}}',
    'relabel-target-missing targets.staticConfig.relabelingConfigs[0].targetLabel',
  ],
  ['a prober with a scheme', 'prober: {url: "http://p"}', 'prober-url-invalid prober.url'],
  ['a prober with a path', 'prober: {url: p/probe}', 'prober-url-invalid prober.url'],
  ['a prober with no port after the colon', 'prober: {url: "p:"}', 'prober-url-invalid prober.url'],
  ['a prober with too high a port', 'prober: {url: "p:65536"}', 'prober-url-invalid prober.url'],
  ['no prober', 'prober: {}', 'prober-url-invalid prober.url'],
  ['a name with a digit', 'prober: {url: 1p.example.com}', 'accepted'],
  ['an IPv4 address', 'prober: {url: "10.0.0.1:80"}', 'accepted'],
  ['an IPv6 address', 'prober: {url: "2001:db8::1"}', 'accepted'],
  ['an IPv6 address with a port', 'prober: {url: "[2001:db8::1]:80"}', 'accepted'],
  ['an IPv6 address before v0.89', 'prober: {url: "[2001:db8::1]:80"}', 'prober-url-invalid prober.url', { release: 88 }],
  ['an IPv6 address with too many groups', 'prober: {url: "1:2:3:4:5:6:7:8:9"}', 'prober-url-invalid prober.url'],
  ['two proxies', 'prober: {url: p, proxyUrl: "http://p", proxyFromEnvironment: true}', 'proxy-given-twice prober.proxyUrl'],
]);
