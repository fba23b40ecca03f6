import { open } from '../base.ts';
import { readContainers } from '../container.ts';
import type { Fields } from '../fields.ts';
import { readSelector } from '../selector.ts';
import type { KindReader, OperatedObject, OperatedSpec, PrometheusObject, RuleSettings } from '../types.ts';

function specOf(spec: Fields): OperatedSpec {
  const hostNetwork = spec.bool('hostNetwork') ?? false;
  return {
    podLabels: spec.map('podMetadata').labels('labels'),
    podAnnotations: spec.map('podMetadata').labels('annotations'),
    replicas: spec.int('replicas'),
    portName: spec.str('portName') || 'web',
    listenLocal: spec.bool('listenLocal') ?? false,
    tls: spec.map('web').has('tlsConfig'),
    shards: spec.int('shards') ?? 1,
    daemonSet: spec.str('mode') === 'DaemonSet',
    thanosSidecar: spec.has('thanos'),
    hostNetwork,
    routePrefix: spec.str('routePrefix'),
    version: spec.str('version'),
    serviceName: spec.str('serviceName'),
    serviceAccountName: spec.str('serviceAccountName') || 'default',
    containers: readContainers(spec, hostNetwork),
  };
}

/** Entries without a namespace say nothing (prometheus-operator labeler.go); the second list is the field's old form. */
function rulesOf(spec: Fields): RuleSettings {
  const excluded = spec
    .list('excludedFromEnforcement')
    .map((e) => ({ resource: e.str('resource') ?? '', namespace: e.str('namespace') ?? '', name: e.str('name') ?? '' }));
  const old = spec
    .list('prometheusRulesExcludedFromEnforce')
    .map((e) => ({ resource: 'prometheusrules', namespace: e.str('ruleNamespace') ?? '', name: e.str('ruleName') ?? '' }));
  return {
    selector: readSelector(spec, 'ruleSelector'),
    namespaceSelector: readSelector(spec, 'ruleNamespaceSelector'),
    enforcedLabel: spec.str('enforcedNamespaceLabel') || null,
    excluded: [...excluded, ...old].filter((e) => e.namespace !== ''),
  };
}

export const prometheus: KindReader<PrometheusObject> = {
  group: 'monitoring.coreos.com',
  kinds: ['Prometheus', 'PrometheusAgent'],
  eager: true,
  read(raw) {
    const { base, fields } = open<PrometheusObject['kind']>(raw);
    const spec = fields.map('spec');
    const operated = specOf(spec);
    return {
      ...base,
      serviceMonitorSelector: readSelector(spec, 'serviceMonitorSelector'),
      serviceMonitorNamespaceSelector: readSelector(spec, 'serviceMonitorNamespaceSelector'),
      podMonitorSelector: readSelector(spec, 'podMonitorSelector'),
      podMonitorNamespaceSelector: readSelector(spec, 'podMonitorNamespaceSelector'),
      probeSelector: readSelector(spec, 'probeSelector'),
      probeNamespaceSelector: readSelector(spec, 'probeNamespaceSelector'),
      scrapeConfigSelector: readSelector(spec, 'scrapeConfigSelector'),
      scrapeConfigNamespaceSelector: readSelector(spec, 'scrapeConfigNamespaceSelector'),
      serviceAccountName: operated.serviceAccountName,
      serviceDiscoveryRole: spec.str('serviceDiscoveryRole'),
      ignoreNamespaceSelectors: spec.bool('ignoreNamespaceSelectors') ?? false,
      denyFileAccess: spec.map('arbitraryFSAccessThroughSMs').bool('deny') ?? false,
      version: operated.version,
      paused: spec.bool('paused') ?? false,
      rules: rulesOf(spec),
      spec: operated,
    };
  },
};

export const operated: KindReader<OperatedObject> = {
  group: 'monitoring.coreos.com',
  kinds: ['Alertmanager', 'ThanosRuler'],
  eager: true,
  read(raw) {
    const { base, fields } = open<OperatedObject['kind']>(raw);
    const spec = fields.map('spec');
    return { ...base, rules: rulesOf(spec), spec: specOf(spec) };
  },
};
