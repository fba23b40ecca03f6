/** Fields that an object may have below a place: null where anything may stand, a shape where only these may. Lists are looked through. */
export interface Shape {
  readonly [field: string]: Shape | null;
}

/** Names that take anything. */
function any(names: string): Shape {
  return Object.fromEntries(names.split(' ').map((name) => [name, null]));
}

const key = any('key name optional');
const source: Shape = { secret: key, configMap: key };
const selector: Shape = { matchLabels: null, matchExpressions: any('key operator values') };
const namespaces = any('any matchNames');
const relabeling = any('action modulus regex replacement separator sourceLabels targetLabel');
const safeTls: Shape = { ...any('insecureSkipVerify maxVersion minVersion serverName'), ca: source, cert: source, keySecret: key };
const tls: Shape = { ...safeTls, ...any('caFile certFile keyFile') };
const proxy = any('noProxy proxyConnectHeader proxyFromEnvironment proxyUrl');
const credentials: Shape = {
  authorization: { type: null, credentials: key },
  basicAuth: { username: key, password: key },
  oauth2: { ...proxy, ...any('endpointParams scopes tokenUrl'), clientId: source, clientSecret: key, tlsConfig: safeTls },
};
const limits = any(
  'convertClassicHistogramsToNHCB fallbackScrapeProtocol keepDroppedTargets labelLimit labelNameLengthLimit ' +
    'labelValueLengthLimit nativeHistogramBucketLimit nativeHistogramMinBucketFactor sampleLimit scrapeClass ' +
    'scrapeClassicHistograms scrapeNativeHistograms scrapeProtocols targetLimit',
);
const endpoint: Shape = {
  ...any(
    'enableHttp2 filterRunning followRedirects honorLabels honorTimestamps interval noProxy params path port ' +
      'proxyConnectHeader proxyFromEnvironment proxyUrl scheme scrapeTimeout targetPort trackTimestampsStaleness',
  ),
  ...credentials,
  bearerTokenSecret: key,
  relabelings: relabeling,
  metricRelabelings: relabeling,
};
const monitor: Shape = {
  ...limits,
  ...any('bodySizeLimit jobLabel podTargetLabels selectorMechanism'),
  attachMetadata: any('node'),
  selector,
  namespaceSelector: namespaces,
};
const running = any(
  'additionalArgs affinity containers dnsConfig dnsPolicy enableFeatures enableServiceLinks hostAliases hostUsers ' +
    'image imagePullPolicy imagePullSecrets initContainers listenLocal logFormat logLevel minReadySeconds ' +
    'nodeSelector paused podManagementPolicy podMetadata portName priorityClassName replicas resources routePrefix ' +
    'schedulerName securityContext serviceAccountName serviceName storage terminationGracePeriodSeconds tolerations ' +
    'topologySpreadConstraints updateStrategy version volumeMounts volumes web',
);
const selectors: Shape = Object.fromEntries(
  ['serviceMonitor', 'podMonitor', 'probe', 'scrapeConfig'].flatMap((kind) => [
    [`${kind}Selector`, selector],
    [`${kind}NamespaceSelector`, selector],
  ]),
);
const scraper: Shape = {
  ...running,
  ...any(
    'additionalScrapeConfigs apiserverConfig arbitraryFSAccessThroughSMs automountServiceAccountToken bodySizeLimit ' +
      'configMaps convertClassicHistogramsToNHCB enableOTLPReceiver enableRemoteWriteReceiver enforcedBodySizeLimit ' +
      'enforcedKeepDroppedTargets enforcedLabelLimit enforcedLabelNameLengthLimit enforcedLabelValueLengthLimit ' +
      'enforcedNamespaceLabel enforcedSampleLimit enforcedTargetLimit excludedFromEnforcement externalLabels ' +
      'externalUrl hostNetwork ignoreNamespaceSelectors keepDroppedTargets labelLimit labelNameLengthLimit ' +
      'labelValueLengthLimit maximumStartupDurationSeconds nameEscapingScheme nameValidationScheme otlp ' +
      'overrideHonorLabels overrideHonorTimestamps persistentVolumeClaimRetentionPolicy podTargetLabels ' +
      'prometheusExternalLabelName reloadStrategy remoteWrite remoteWriteReceiverMessageVersions ' +
      'replicaExternalLabelName runtime sampleLimit scrapeClasses scrapeClassicHistograms scrapeFailureLogFile ' +
      'scrapeInterval scrapeNativeHistograms scrapeProtocols scrapeTimeout secrets serviceDiscoveryRole ' +
      'shardingStrategy shards targetLimit tracingConfig tsdb walCompression',
  ),
  ...selectors,
};

/** Everything below `spec` that any release of the operator up to v0.93 knows (example/prometheus-operator-crd). */
export const MONITORING: Readonly<Record<string, Shape>> = {
  ServiceMonitor: {
    ...monitor,
    ...any('targetLabels serviceDiscoveryRole'),
    endpoints: { ...endpoint, bearerTokenFile: null, tlsConfig: tls },
  },
  PodMonitor: { ...monitor, podMetricsEndpoints: { ...endpoint, portNumber: null, tlsConfig: safeTls } },
  Probe: {
    ...limits,
    ...any('enableHttp2 followRedirects interval jobName module scrapeTimeout'),
    ...credentials,
    bearerTokenSecret: key,
    tlsConfig: safeTls,
    metricRelabelings: relabeling,
    params: any('name values'),
    prober: { ...proxy, ...any('path scheme url') },
    targets: {
      ingress: { namespaceSelector: namespaces, relabelingConfigs: relabeling, selector },
      staticConfig: { ...any('labels static'), relabelingConfigs: relabeling },
    },
  },
  ScrapeConfig: {
    ...limits,
    ...any(
      'azureSDConfigs bodySizeLimit consulSDConfigs digitalOceanSDConfigs dnsSDConfigs dockerSDConfigs ' +
        'dockerSwarmSDConfigs ec2SDConfigs enableCompression enableHTTP2 eurekaSDConfigs fileSDConfigs gceSDConfigs ' +
        'hetznerSDConfigs honorLabels honorTimestamps httpSDConfigs ionosSDConfigs jobName kubernetesSDConfigs ' +
        'kumaSDConfigs lightSailSDConfigs linodeSDConfigs metricsPath nameEscapingScheme nameValidationScheme noProxy ' +
        'nomadSDConfigs openstackSDConfigs ovhcloudSDConfigs params proxyConnectHeader proxyFromEnvironment proxyUrl ' +
        'puppetDBSDConfigs scalewaySDConfigs scheme scrapeInterval scrapeTimeout staticConfigs trackTimestampsStaleness',
    ),
    ...credentials,
    tlsConfig: safeTls,
    relabelings: relabeling,
    metricRelabelings: relabeling,
  },
  Prometheus: {
    ...scraper,
    ...any(
      'additionalAlertManagerConfigs additionalAlertRelabelConfigs alerting allowOverlappingBlocks baseImage ' +
        'disableCompaction enableAdminAPI evaluationInterval exemplars prometheusRulesExcludedFromEnforce query ' +
        'queryLogFile remoteRead retention retentionSize ruleNamespaceSelector ruleQueryOffset ruleSelector rules sha ' +
        'shardRetentionPolicy tag thanos',
    ),
    ruleSelector: selector,
    ruleNamespaceSelector: selector,
  },
  PrometheusAgent: { ...scraper, ...any('mode') },
  Alertmanager: {
    ...running,
    ...any(
      'additionalPeers alertmanagerConfigMatcherStrategy alertmanagerConfigNamespaceSelector ' +
        'alertmanagerConfigSelector alertmanagerConfiguration automountServiceAccountToken baseImage ' +
        'clusterAdvertiseAddress clusterGossipInterval clusterLabel clusterPeerTimeout clusterPushpullInterval ' +
        'clusterTLS configMaps configSecret externalUrl forceEnableClusterMode hostNetwork limits ' +
        'persistentVolumeClaimRetentionPolicy retention secrets sha tag',
    ),
  },
  ThanosRuler: {
    ...running,
    ...any(
      'alertDropLabels alertQueryUrl alertRelabelConfigFile alertRelabelConfigs alertmanagersConfig alertmanagersUrl ' +
        'enforcedNamespaceLabel evaluationInterval excludedFromEnforcement externalPrefix grpcServerTlsConfig labels ' +
        'objectStorageConfig objectStorageConfigFile prometheusRulesExcludedFromEnforce queryConfig queryEndpoints ' +
        'remoteWrite resendDelay retention ruleConcurrentEval ruleGracePeriod ruleNamespaceSelector ruleOutageTolerance ' +
        'ruleQueryOffset ruleSelector tracingConfig tracingConfigFile',
    ),
  },
  PrometheusRule: {
    groups: {
      ...any('interval labels limit name partial_response_strategy query_offset'),
      rules: any('alert annotations expr for keep_firing_for labels record'),
    },
  },
};
