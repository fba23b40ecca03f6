import { describe, expect, test } from 'vitest';
import { field, jobOf, made } from './operator.ts';

const SM = (endpoint: string, spec = 'selector: {}') => made('ServiceMonitor', `{${spec}, endpoints: [${endpoint}]}`);
const PM = (endpoint: string, spec = 'selector: {}') => made('PodMonitor', `{${spec}, podMetricsEndpoints: [${endpoint}]}`);
const SC = (spec: string) => made('ScrapeConfig', spec);
const PROBE = (spec: string) => made('Probe', `{prober: {url: bb}, targets: {staticConfig: {static: [a]}}, ${spec}}`);

describe('a field appears from the Prometheus version that understands it', () => {
  test.each([
    ['honor_timestamps', SM('{honorTimestamps: true}'), 'v2.8.1', 'v2.9.0'],
    ['track_timestamps_staleness', SM('{trackTimestampsStaleness: true}'), 'v2.47.2', 'v2.48.0'],
    ['follow_redirects', SM('{followRedirects: false}'), 'v2.25.0', '2.26'],
    ['enable_http2', PM('{enableHttp2: false}'), 'v2.34.0', 'v2.35.0'],
    ['authorization', SM('{authorization: {credentials: {name: a, key: b}}}'), 'v2.25.0', 'v2.26.0'],
    ['oauth2', SM('{oauth2: {clientId: {secret: {name: a, key: b}}, clientSecret: {name: a, key: c}}}'), 'v2.26.0', 'v2.27.0'],
    ['no_proxy', SM('{proxyUrl: "http://p", noProxy: n}'), 'v2.42.0', 'v2.43.0'],
    ['target_limit', SM('{}', 'selector: {}, targetLimit: 5'), 'v2.20.0', 'v2.21.0'],
    ['label_limit', SM('{}', 'selector: {}, labelLimit: 5'), 'v2.26.0', 'v2.27.0'],
    ['keep_dropped_targets', PM('{}', 'selector: {}, keepDroppedTargets: 5'), 'v2.46.0', 'v2.47.0'],
    ['body_size_limit', SM('{}', 'selector: {}, bodySizeLimit: 1MB'), 'v2.27.0', 'v2.28.0'],
    ['scrape_protocols', SM('{}', 'selector: {}, scrapeProtocols: [PrometheusProto]'), 'v2.48.0', 'v2.49.0'],
    ['fallback_scrape_protocol', PROBE('fallbackScrapeProtocol: PrometheusProto'), 'v3.0.0-rc.1', 'v3.0.0'],
    ['native_histogram_bucket_limit', SM('{}', 'selector: {}, nativeHistogramBucketLimit: 5'), 'v2.44.0', 'v2.45.0'],
    ['native_histogram_min_bucket_factor', SM('{}', 'selector: {}, nativeHistogramMinBucketFactor: "1.1"'), 'v2.49.0', 'v2.50.0'],
    ['scrape_native_histograms', SC('{scrapeNativeHistograms: true}'), 'v3.7.3', 'v3.8.0'],
    ['convert_classic_histograms_to_nhcb', SC('{convertClassicHistogramsToNHCB: true}'), 'v2.55.0', 'v3.0.0'],
    ['enable_compression', SC('{enableCompression: false}'), 'v2.48.0', 'v2.49.0'],
    ['metric_name_validation_scheme', SC('{nameValidationScheme: UTF8}'), 'v2.55.0', 'v3.0.0'],
    ['metric_name_escaping_scheme', SC('{nameEscapingScheme: AllowUTF8}'), 'v3.3.0', 'v3.4.0'],
  ])('%s', (name, object, before, from) => {
    expect(field(jobOf(object, `{version: ${before}}`), name)).toBeUndefined();
    expect(field(jobOf(object, `{version: "${from}"}`), name)).toBeDefined();
    expect(field(jobOf(object, `{version: ${before}}`, { bypassVersionCheck: true }), name)).toBeDefined();
  });

  test('a version nobody can read counts as the default one', () => {
    expect(field(jobOf(SC('{scrapeNativeHistograms: true}'), '{version: latest}'), 'scrape_native_histograms')).toBe(true);
  });

  test.each([
    ['v2.55.0', 'scrape_classic_histograms'],
    ['v3.1.0', 'always_scrape_classic_histograms'],
  ])('classic histograms of Prometheus %s are %s', (version, name) => {
    expect(field(jobOf(SM('{}', 'selector: {}, scrapeClassicHistograms: true'), `{version: ${version}}`), name)).toBe(true);
  });

  test('a protocol of Prometheus 3 is left out for Prometheus 2', () => {
    const object = SM('{}', 'selector: {}, scrapeProtocols: [PrometheusText1.0.0, PrometheusProto]');
    expect(field(jobOf(object, '{version: v2.55.0}'), 'scrape_protocols')).toEqual(['PrometheusProto']);
    expect(field(jobOf(object, '{version: v3.0.0-rc.0}'), 'scrape_protocols')).toEqual(['PrometheusText1.0.0', 'PrometheusProto']);
  });
});

describe('limits', () => {
  const limit = (own: string, prometheus: string) => field(jobOf(SM('{}', `selector: {}${own}`), `{${prometheus}}`), 'sample_limit');

  test.each([
    ['own alone', ', sampleLimit: 9', '', 9],
    ['the lower one', ', sampleLimit: 9', 'enforcedSampleLimit: 5', 5],
    ['the lower one', ', sampleLimit: 3', 'enforcedSampleLimit: 5', 3],
    ['the enforced one, before 2.45', '', 'enforcedSampleLimit: 5, version: v2.44.0', 5],
    ['none, the global section has it', '', 'enforcedSampleLimit: 5, version: v2.45.0', undefined],
    ['zero enforces nothing', ', sampleLimit: 9', 'enforcedSampleLimit: 0', 9],
    ['zero is no limit', ', sampleLimit: 0', 'enforcedSampleLimit: 5, version: v2.44.0', 5],
  ])('%s', (_what, own, prometheus, expected) => expect(limit(own, prometheus)).toBe(expected));

  test.each([
    ['1GB', '512MiB', '512MiB'],
    ['1MB', '1GB', '1MB'],
    ['1024KB', '1MiB', '1024KB'],
    ['', '2GB', '2GB'],
  ])('a body of %s under %s is %s', (own, enforced, expected) => {
    const spec = own ? `selector: {}, bodySizeLimit: ${own}` : 'selector: {}';
    expect(field(jobOf(PM('{}', spec), `{enforcedBodySizeLimit: ${enforced}}`), 'body_size_limit')).toBe(expected);
  });
});

describe('honor', () => {
  test.each([
    [SM('{}'), '{}', false, undefined],
    [SM('{honorLabels: true, honorTimestamps: true}'), '{}', true, true],
    [SM('{honorLabels: true, honorTimestamps: true}'), '{overrideHonorLabels: true, overrideHonorTimestamps: true}', false, false],
    [SM('{}'), '{overrideHonorTimestamps: true}', false, false],
    [SC('{}'), '{overrideHonorTimestamps: true}', undefined, undefined],
    [PROBE('jobName: j'), '{}', undefined, true],
  ])('%s under %s', (object, prometheus, labels, timestamps) => {
    const job = jobOf(object, prometheus);
    expect([field(job, 'honor_labels'), field(job, 'honor_timestamps')]).toEqual([labels, timestamps]);
  });
});

describe('a scrape class', () => {
  const CLASS = `{scrapeClasses: [{name: other}, {name: std, default: true, fallbackScrapeProtocol: PrometheusProto, attachMetadata: {node: true},
    authorization: {credentialsFile: /token}, tlsConfig: {caFile: /ca, certFile: /cert, keyFile: /key}}]}`;
  const own = (endpoint: string, spec = 'selector: {}') => jobOf(SM(endpoint, spec), CLASS);

  test.each([
    ['stands alone', '{}', { ca_file: '/ca', cert_file: '/cert', key_file: '/key' }],
    [
      'fills in',
      '{tlsConfig: {caFile: /mine, serverName: s}}',
      { ca_file: '/mine', server_name: 's', cert_file: '/cert', key_file: '/key' },
    ],
    [
      'leaves what a Secret gives',
      '{tlsConfig: {ca: {configMap: {name: c, key: k}}, keySecret: {name: s, key: k}}}',
      { ca_file: '/etc/prometheus/certs/1_shop_c_k', key_file: '/etc/prometheus/certs/0_shop_s_k', cert_file: '/cert' },
    ],
  ])('%s for TLS', (_what, endpoint, expected) => expect(field(own(endpoint), 'tls_config')).toEqual(expected));

  test.each([
    ['{}', { type: 'Bearer', credentials_file: '/token' }],
    ['{authorization: {}}', { type: 'Bearer', credentials_file: '/token' }],
    ['{authorization: {type: Custom}}', { type: 'Custom', credentials_file: '/token' }],
    ['{authorization: {credentials: {name: a, key: b}}}', { type: 'Bearer', credentials: '<Secret shop/a key b>' }],
  ])('authorizes %s', (endpoint, expected) => expect(field(own(endpoint), 'authorization')).toEqual(expected));

  test('gives a protocol and nodes, where the object does not', () => {
    expect(field(own('{}'), 'fallback_scrape_protocol')).toBe('PrometheusProto');
    expect(field(own('{}'), 'kubernetes_sd_configs')).toMatchObject([{ attach_metadata: { node: true } }]);
    const mine = own('{}', 'selector: {}, fallbackScrapeProtocol: OpenMetricsText1.0.0, attachMetadata: {node: false}');
    expect(field(mine, 'fallback_scrape_protocol')).toBe('OpenMetricsText1.0.0');
    expect(field(mine, 'kubernetes_sd_configs')).toMatchObject([{ attach_metadata: { node: false } }]);
  });

  test.each([
    ['other', undefined],
    ['unknown', 'PrometheusProto'],
  ])('named %s', (name, expected) =>
    expect(field(own('{}', `selector: {}, scrapeClass: ${name}`), 'fallback_scrape_protocol')).toBe(expected),
  );

  test.each([
    [71, undefined],
    [72, undefined],
    [80, 'PrometheusProto'],
  ])('in release %d', (release, expected) => {
    const job = jobOf(SM('{}'), CLASS, { release });
    expect(field(job, 'fallback_scrape_protocol')).toBe(expected);
    expect(field(job, 'tls_config') !== undefined).toBe(release >= 72);
  });
});

describe('kubernetes discovery', () => {
  const discovery = (object: string, prometheus = '{}', world = {}) => field(jobOf(object, prometheus, world), 'kubernetes_sd_configs');
  const inShop = { namespaces: { names: ['shop'] } };

  test.each([
    ['{}', '{}', [{ role: 'endpoints', ...inShop }]],
    ['{any: true}', '{}', [{ role: 'endpoints' }]],
    ['{any: true, matchNames: [a]}', '{}', [{ role: 'endpoints' }]],
    ['{matchNames: [b, a]}', '{}', [{ role: 'endpoints', namespaces: { names: ['b', 'a'] } }]],
    ['{matchNames: []}', '{}', [{ role: 'endpoints', ...inShop }]],
    ['{any: true}', '{ignoreNamespaceSelectors: true}', [{ role: 'endpoints', ...inShop }]],
  ])('of namespaceSelector %s under %s', (selector, prometheus, expected) =>
    expect(discovery(SM('{}', `selector: {}, namespaceSelector: ${selector}`), prometheus)).toEqual(expected),
  );

  test.each([
    ['', '{serviceDiscoveryRole: EndpointSlice}', {}, 'endpointslice'],
    ['', '{serviceDiscoveryRole: EndpointSlice, version: v2.20.0}', {}, 'endpoints'],
    ['', '{serviceDiscoveryRole: EndpointSlice}', { endpointSlices: false }, 'endpoints'],
    [', serviceDiscoveryRole: EndpointSlice', '{}', {}, 'endpointslice'],
    [', serviceDiscoveryRole: Endpoints', '{serviceDiscoveryRole: EndpointSlice}', {}, 'endpoints'],
    [', serviceDiscoveryRole: EndpointSlice', '{}', { release: 85 }, 'endpoints'],
    ['', '{serviceDiscoveryRole: EndpointSlice}', { release: 75 }, 'endpoints'],
  ])('of monitor%s under %s with %j has role %s', (own, prometheus, world, role) =>
    expect(discovery(SM('{}', `selector: {}${own}`), prometheus, world)).toMatchObject([{ role }]),
  );

  test('selects through the API server where the monitor asks for it', () => {
    const spec =
      'selectorMechanism: RoleSelector, selector: {matchLabels: {b: x}, matchExpressions: [{key: a, operator: NotIn, values: [z, y]}, {key: c, operator: Exists}]}';
    const label = 'a notin (y,z),b=x,c';
    expect(discovery(SM('{}', spec))).toMatchObject([
      {
        selectors: [
          { role: 'endpoints', label },
          { role: 'service', label },
        ],
      },
    ]);
    expect(jobOf(SM('{}', spec)).relabelings.filter((r) => r.origin === 'selector')).toEqual([]);
    expect(discovery(SM('{}', spec), '{}', { release: 78 })).toEqual([{ role: 'endpoints', ...inShop }]);
  });

  test('goes through the API server the Prometheus object names', () => {
    const api = '{apiserverConfig: {host: "https://k", authorization: {credentialsFile: /t}, tlsConfig: {caFile: /ca}}}';
    expect(discovery(PM('{}'), api)).toEqual([
      {
        role: 'pod',
        ...inShop,
        api_server: 'https://k',
        authorization: { type: 'Bearer', credentials_file: '/t' },
        tls_config: { ca_file: '/ca' },
      },
    ]);
  });
});

describe('an HTTP client', () => {
  test.each([
    [
      '{basicAuth: {username: {name: a, key: u}, password: {name: a, key: p}}}',
      'basic_auth',
      { username: '<Secret shop/a key u>', password: '<Secret shop/a key p>' },
    ],
    ['{bearerTokenSecret: {name: a, key: t}}', 'bearer_token', '<Secret shop/a key t>'],
    ['{bearerTokenSecret: {key: ""}}', 'bearer_token', undefined],
    ['{bearerTokenFile: /t}', 'bearer_token_file', '/t'],
    ['{scheme: HTTPS}', 'scheme', 'https'],
    ['{params: {b: [x], a: [y, z]}}', 'params', { a: ['y', 'z'], b: ['x'] }],
    ['{proxyUrl: p, proxyConnectHeader: {h: [{name: a, key: b}]}}', 'proxy_connect_header', { h: ['<Secret shop/a key b>'] }],
    ['{tlsConfig: {}}', 'tls_config', {}],
    ['{tlsConfig: {insecureSkipVerify: false, minVersion: TLS12}}', 'tls_config', { insecure_skip_verify: false, min_version: 'TLS12' }],
  ])('of endpoint %s', (endpoint, name, expected) => expect(field(jobOf(SM(endpoint)), name)).toEqual(expected));

  test('says nothing where a Secret cannot be read', () => {
    const unknown = { value: () => null };
    const job = jobOf(
      SM('{bearerTokenSecret: {name: a, key: b}, authorization: {credentials: {name: a, key: b}}, basicAuth: {}, oauth2: {}}'),
      '{}',
      unknown,
    );
    expect(field(job, 'bearer_token')).toBeUndefined();
    expect(field(job, 'authorization')).toEqual({ type: 'Bearer' });
    expect(field(job, 'basic_auth')).toEqual({ username: '', password: '' });
    expect(field(job, 'oauth2')).toBeUndefined();
  });

  test('holds the certificates themselves where the operator is told so', () => {
    const endpoint = '{tlsConfig: {ca: {configMap: {name: c, key: k}}, keySecret: {name: s, key: k}}}';
    expect(field(jobOf(SM(endpoint), '{}', { inlineTls: true }), 'tls_config')).toEqual({
      ca: '<ConfigMap shop/c key k>',
      key: '<Secret shop/s key k>',
    });
  });
});

describe('a Probe', () => {
  test.each([
    ['module: m, params: [{name: module, values: [x]}, {name: p, values: [y]}]', { module: ['m'], p: ['y'] }],
    ['params: [{name: module, values: [x]}]', { module: ['x'] }],
    ['jobName: j', undefined],
  ])('with %s has params %j', (spec, expected) => expect(field(jobOf(PROBE(spec)), 'params')).toEqual(expected));

  test('labels its targets with its namespace, unless they have one', () => {
    const labels = (given: string) =>
      field(jobOf(made('Probe', `{prober: {url: b}, targets: {staticConfig: {static: [a]${given}}}}`)), 'static_configs');
    expect(labels('')).toEqual([{ targets: ['a'], labels: { namespace: 'shop' } }]);
    expect(labels(', labels: {z: "1", namespace: own}')).toEqual([{ targets: ['a'], labels: { namespace: 'own', z: '1' } }]);
  });

  test('asks the path the CRD gives it', () => {
    expect(field(jobOf(PROBE('module: m')), 'metrics_path')).toBe('/probe');
    expect(field(jobOf(PROBE('module: m'), '{}', { crdDefaults: false }), 'metrics_path')).toBe('');
    expect(field(jobOf(made('Probe', '{prober: {url: b, path: /p}}')), 'metrics_path')).toBe('/p');
  });
});
