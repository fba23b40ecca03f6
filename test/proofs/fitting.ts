const WHO_READS = ['monitor-not-selected', 'no-prometheus', 'operator-rejects', 'invalid-field-type', 'operator-ignores'];
const RIGHTS = ['rbac-missing', 'scrape-rbac-missing', 'proxy-rbac-missing', 'rights-unknown'];
const POLICY = ['netpol-denied', 'netpol-egress-denied', 'netpol-unknown'];
const UNREAD = ['no-kind', 'no-api-version', 'no-name', 'bad-kind', 'duplicate-object', 'wrong-type'];
const SERVICES = ['service-not-found', 'selects-all', 'multiple-services', 'duplicate-scrape', 'invalid-selector'];
const PODS = ['no-workload', 'service-without-selector', 'selects-all', 'workload-without-port', 'control-plane-pods'];
/** Who answers at another number, or at the same one after it was told something else. */
const ANSWER = [
  ...['scheme-mismatch', 'scheme-unknown', 'loopback-only', 'bind-conflict', 'port-owner-differs', 'proxy-bypass', 'undefined-variable'],
  ...['upstream-not-found', 'upstream-assumed', 'nothing-listens', 'port-not-opened', 'node-open', 'auth-missing', 'probe-mismatch'],
];
const PICKED = [
  'port-not-found',
  'workload-without-port',
  'container-port-undeclared',
  'all-ports',
  'undeclared-port',
  'target-port-not-found',
  'not-tcp',
];
const PORT = [...PICKED, 'netpol-denied', ...ANSWER];
const LOOKED_IN = [...SERVICES, ...PODS, ...RIGHTS, ...POLICY, 'monitor-not-selected', 'reference-not-in-input', 'operator-rejects'];

const MONITOR: Record<string, string[]> = {
  'metadata.labels': WHO_READS,
  'metadata.namespace': LOOKED_IN,
  'spec.namespaceSelector': LOOKED_IN,
  'spec.selector': [...SERVICES, ...PODS, ...PICKED],
  'spec.jobLabel': ['job-label-missing'],
  'spec.endpoints': ['no-endpoints', 'invalid-field-type'],
  'spec.endpoints.port': PORT,
  'spec.endpoints.targetPort': PORT,
  'spec.endpoints.scheme': ['scheme-mismatch', 'tls-name', 'token-in-clear', 'invalid-field-type', 'tls-unverifiable'],
  'spec.endpoints.path': ['proxy-path-refused', 'scrape-rbac-missing', 'rights-unknown', 'path-not-served'],
  'spec.endpoints.bearerTokenFile': ['auth-missing', 'operator-rejects', 'credentials-file-missing'],
  'spec.endpoints.authorization': ['auth-missing', 'operator-rejects', 'reference-not-in-input'],
  'spec.endpoints.tlsConfig': ['tls-name', 'operator-rejects', 'tls-unverifiable', 'invalid-field-type'],
  'spec.endpoints.relabelings': ['operator-rejects', 'invalid-field-type', 'dropped-by-relabeling', 'relabel-unknown', 'address-rewritten'],
  'spec.endpoints.interval': ['invalid-field-type', 'operator-rejects'],
};
const CONTAINER: Record<string, string[]> = {
  image: ANSWER,
  command: ANSWER,
  // What the operator's arguments name, such as the Service of the kubelet, goes with them.
  args: [...ANSWER, 'proxy-path-refused', 'service-not-found', 'operator-ignores'],
  env: ANSWER,
  ports: [...PORT, ...POLICY],
};
const POD: Record<string, string[]> = {
  hostNetwork: ['host-network', 'bind-conflict', ...POLICY],
  serviceAccountName: RIGHTS,
  ...Object.fromEntries(['containers', 'initContainers'].flatMap((l) => Object.entries(CONTAINER).map(([k, v]) => [`${l}.${k}`, v]))),
};
const WORKLOAD: Record<string, string[]> = {
  'metadata.namespace': [...PODS, ...PICKED],
  'spec.template.metadata.labels': [...PODS, ...POLICY, ...PICKED],
  ...Object.fromEntries(Object.entries(POD).map(([k, v]) => [`spec.template.spec.${k}`, v])),
};
const PROMETHEUS: Record<string, string[]> = {
  'metadata.namespace': [...WHO_READS, ...RIGHTS, ...POLICY],
  'metadata.name': [...POLICY, ...PODS],
  'spec.podMetadata': [...POLICY, ...PODS],
  'spec.serviceAccountName': RIGHTS,
  ...Object.fromEntries(
    ['serviceMonitor', 'podMonitor', 'probe', 'scrapeConfig'].flatMap((k) => [
      [`spec.${k}Selector`, WHO_READS],
      [`spec.${k}NamespaceSelector`, WHO_READS],
    ]),
  ),
  'spec.arbitraryFSAccessThroughSMs': ['operator-rejects'],
  'spec.serviceDiscoveryRole': [...RIGHTS, ...WHO_READS],
  'spec.version': ['operator-rejects'],
  'spec.portName': PORT,
  'spec.web': ANSWER,
  'spec.listenLocal': [...ANSWER, ...PICKED],
};

/** What may be said of a change: by kind of object and the field in which it was made. */
const FITTING: Record<string, Record<string, string[]>> = {
  ServiceMonitor: MONITOR,
  PodMonitor: Object.fromEntries(Object.entries(MONITOR).map(([k, v]) => [k.replace('.endpoints', '.podMetricsEndpoints'), v])),
  Service: {
    'metadata.labels': [...SERVICES, ...PICKED, 'job-label-missing', 'reference-not-in-input'],
    'metadata.namespace': [...SERVICES, ...PODS],
    'metadata.name': SERVICES,
    'spec.selector': [...PODS, ...PICKED, ...ANSWER],
    'spec.ports': PORT,
    'spec.type': ['external-name-service'],
  },
  Deployment: WORKLOAD,
  StatefulSet: WORKLOAD,
  DaemonSet: WORKLOAD,
  NetworkPolicy: { metadata: [...POLICY, 'proxy-bypass'], spec: [...POLICY, 'proxy-bypass'] },
  Prometheus: PROMETHEUS,
  PrometheusAgent: PROMETHEUS,
  Namespace: { metadata: [...WHO_READS, ...POLICY] },
  ...Object.fromEntries(['Role', 'ClusterRole', 'RoleBinding', 'ClusterRoleBinding'].map((kind) => [kind, { '': RIGHTS }])),
};

/** Codes that fit a change; one to a whole part fits what fits anything in it. */
export function fitting(kind: string, path: readonly (string | number)[]): Set<string> {
  const field = path.filter((step) => typeof step === 'string').join('.');
  const inside = (a: string, b: string): boolean => b === '' || a === b || a.startsWith(`${b}.`);
  const found = Object.entries(FITTING[kind] ?? {}).filter(([of]) => inside(field, of) || inside(of, field));
  const vanished = /^(apiVersion|kind|metadata|metadata\.name|metadata\.namespace)$/.test(field);
  return new Set([...found.flatMap(([, codes]) => codes), ...(vanished ? [...UNREAD, ...Object.values(FITTING[kind] ?? {}).flat()] : [])]);
}

/** An object that vanished may leave behind whatever its absence brings. */
export const KINDS: ReadonlySet<string> = new Set(Object.keys(FITTING));
