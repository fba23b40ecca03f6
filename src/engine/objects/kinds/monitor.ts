import { open } from '../base.ts';
import { authOf, ruleOf, tlsOf } from '../endpoint.ts';
import type { Fields } from '../fields.ts';
import { requiredSelector } from '../selector.ts';
import type { FieldProblem, KindReader, Monitor, MonitorEndpoint } from '../types.ts';

function endpointOf(e: Fields, problems: readonly FieldProblem[]): MonitorEndpoint {
  const before = problems.length;
  const scheme = e.str('scheme');
  const read = {
    index: e.index,
    at: e.at,
    path: e.path,
    by: 'labels',
    asks: [],
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
