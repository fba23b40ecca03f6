import { open } from '../base.ts';
import type { Fields } from '../fields.ts';
import { requiredSelector } from '../selector.ts';
import type { FieldProblem, KindReader, Monitor, MonitorEndpoint, RelabelRule, TlsConfig } from '../types.ts';

const AUTH = ['authorization', 'basicAuth', 'oauth2'] as const;

/** The authentication fields in use; the empty `bearerTokenSecret` that old operators wrote into objects is none. */
function authOf(e: Fields): string[] {
  const used: string[] = AUTH.filter((field) => e.has(field));
  const secret = e.map('bearerTokenSecret');
  return secret.str('key') || secret.str('name') ? [...used, 'bearerTokenSecret'] : used;
}

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

function endpointOf(e: Fields, problems: readonly FieldProblem[]): MonitorEndpoint {
  const before = problems.length;
  const scheme = e.str('scheme');
  const read = {
    index: e.index,
    at: e.at,
    path: e.path,
    // An integer is refused by the API server; its text still tells which port was meant.
    port: e.text('port') || null,
    targetPort: e.intOrString('targetPort') || null,
    portNumber: e.port('portNumber'),
    scheme: scheme?.toLowerCase() || 'http',
    schemeGiven: Boolean(scheme),
    metricsPath: e.str('path') || '/metrics',
    interval: e.str('interval'),
    scrapeTimeout: e.str('scrapeTimeout'),
    tls: tlsOf(e),
    bearerTokenFile: e.str('bearerTokenFile') || null,
    auth: authOf(e),
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
    endpoints: spec.list(raw.kind === 'PodMonitor' ? 'podMetricsEndpoints' : 'endpoints').map((e) => endpointOf(e, problems)),
    selector: requiredSelector(spec, 'selector'),
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
