import { open } from '../base.ts';
import type { Fields } from '../fields.ts';
import { selectorOf } from '../selector.ts';
import type { FieldProblem, KindReader, Monitor, MonitorEndpoint, RelabelRule, TlsConfig } from '../types.ts';

const AUTH = ['authorization', 'basicAuth', 'oauth2', 'bearerTokenSecret'] as const;

function tlsOf(endpoint: Fields): TlsConfig | null {
  if (!endpoint.has('tlsConfig')) return null;
  const tls = endpoint.map('tlsConfig');
  const references = (['ca', 'cert', 'keySecret'] as const).flatMap((field) => {
    const holder = field === 'keySecret' ? tls : tls.map(field);
    const sources =
      field === 'keySecret'
        ? ([['keySecret', 'Secret']] as const)
        : ([
            ['secret', 'Secret'],
            ['configMap', 'ConfigMap'],
          ] as const);
    return sources.flatMap(([key, kind]) => {
      const name = holder.map(key).str('name');
      return name === null ? [] : [{ kind, name, key: holder.map(key).str('key') ?? '', field }];
    });
  });
  return {
    insecureSkipVerify: tls.bool('insecureSkipVerify') ?? false,
    serverName: tls.str('serverName'),
    caFile: tls.str('caFile'),
    certFile: tls.str('certFile'),
    keyFile: tls.str('keyFile'),
    references,
  };
}

/** CRD defaults of a relabeling (prometheus-operator RelabelConfig). */
const ruleOf = (r: Fields): RelabelRule => ({
  action: (r.str('action') ?? 'replace').toLowerCase(),
  sourceLabels: r.strings('sourceLabels'),
  separator: r.str('separator') ?? ';',
  regex: r.str('regex') || '(.*)',
  targetLabel: r.str('targetLabel') ?? '',
  replacement: r.str('replacement') ?? '$1',
  modulus: r.int('modulus'),
  at: r.at,
});

function endpointOf(e: Fields, index: number, problems: readonly FieldProblem[]): MonitorEndpoint {
  const before = problems.length;
  const port = e.raw('port');
  // An integer is refused by the API server; its text still tells which port was meant.
  if (typeof port === 'number') e.problem('port', 'string');
  const name = typeof port === 'number' ? String(port) : e.str('port');
  const scheme = e.str('scheme');
  const read = {
    index,
    at: e.at,
    path: e.path,
    port: name || null,
    targetPort: e.intOrString('targetPort'),
    portNumber: e.int('portNumber'),
    scheme: (scheme ?? 'http').toLowerCase(),
    schemeGiven: scheme !== null,
    metricsPath: e.str('path') || '/metrics',
    interval: e.str('interval'),
    scrapeTimeout: e.str('scrapeTimeout'),
    tls: tlsOf(e),
    bearerTokenFile: e.str('bearerTokenFile') || null,
    auth: AUTH.filter((field) => e.has(field)),
    relabelings: e.list('relabelings').map(ruleOf),
    filterRunning: e.bool('filterRunning') ?? true,
  };
  return { ...read, invalid: problems.slice(before) };
}

function read(raw: Parameters<KindReader['read']>[0]): Monitor {
  const { base, fields, problems } = open<Monitor['kind']>(raw);
  const spec = fields.map('spec');
  const namespaces = spec.map('namespaceSelector');
  const names = namespaces.strings('matchNames');
  return {
    ...base,
    endpoints: spec.list(raw.kind === 'PodMonitor' ? 'podMetricsEndpoints' : 'endpoints').map((e, i) => endpointOf(e, i, problems)),
    selector: selectorOf(spec.map('selector')),
    namespaces: namespaces.bool('any') ? 'any' : names.length > 0 ? names : null,
    jobLabel: spec.str('jobLabel') || null,
    targetLabels: spec.strings('targetLabels'),
    podTargetLabels: spec.strings('podTargetLabels'),
    selectorMechanism: spec.str('selectorMechanism'),
    serviceDiscoveryRole: spec.str('serviceDiscoveryRole'),
    attachNode: spec.map('attachMetadata').bool('node') ?? false,
    scrapeClass: spec.str('scrapeClass'),
  };
}

export const monitor: KindReader<Monitor> = { group: 'monitoring.coreos.com', kinds: ['ServiceMonitor', 'PodMonitor'], eager: true, read };
