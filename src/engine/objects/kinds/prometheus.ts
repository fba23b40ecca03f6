import { open } from '../base.ts';
import { readContainers } from '../container.ts';
import type { Fields } from '../fields.ts';
import { readSelector } from '../selector.ts';
import type { KindReader, OperatedObject, OperatedSpec, PrometheusObject } from '../types.ts';

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
    thanosSidecar: spec.has('thanos'),
    hostNetwork,
    routePrefix: spec.str('routePrefix'),
    version: spec.str('version'),
    serviceName: spec.str('serviceName'),
    serviceAccountName: spec.str('serviceAccountName') || 'default',
    containers: readContainers(spec, hostNetwork),
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
    return { ...base, spec: specOf(fields.map('spec')) };
  },
};
