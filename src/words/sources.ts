import type { HelpCode } from './help.ts';

const RESOURCES = 'prometheus-operator pkg/prometheus/resource_selector.go';
const CONFIG = 'prometheus-operator pkg/prometheus/promcfg.go';
const SLICES = 'Kubernetes EndpointSlice controller';
const POLICY = 'Kubernetes networking/v1 NetworkPolicy';
const RBAC = 'Kubernetes rbac.authorization.k8s.io/v1';
const LISTEN = 'Linux sockets; Kubernetes core/v1 ContainerPort';
const FILTERS = 'kube-rbac-proxy pkg/filters';
const RELABEL = 'Prometheus model/relabel/relabel.go';
const ENDPOINTS = 'Prometheus discovery/kubernetes/endpoints.go';
const MADE = 'prometheus-operator pkg/operator, pkg/prometheus';
const RULES = 'prometheus-operator pkg/operator/rules.go';
const OPERATOR = 'prometheus-operator cmd/operator/main.go';
const OWN = 'The objects of the input';

/** Where each rule comes from. Names of projects and files are the same in every language. */
export const sources: Readonly<Record<HelpCode, string>> = {
  'operator-rejects': RESOURCES,
  'invalid-field-type': 'prometheus-operator example/prometheus-operator-crd',
  'invalid-selector': `${RESOURCES}; Kubernetes metav1.LabelSelectorAsSelector`,
  'monitor-not-selected': `${RESOURCES}; prometheus-operator pkg/operator/operator.go`,
  'no-endpoints': CONFIG,
  'rbac-missing': `Prometheus discovery/kubernetes/kubernetes.go; ${RBAC}`,
  'service-not-found': CONFIG,
  'external-name-service': SLICES,
  'service-without-selector': `${SLICES}; Prometheus discovery/kubernetes/endpointslice.go`,
  'port-not-found': CONFIG,
  'no-workload': SLICES,
  'target-port-not-found': 'Kubernetes endpointslice utils.go FindPort',
  'container-port-undeclared': `${CONFIG}; ${ENDPOINTS}`,
  'dropped-by-relabeling': RELABEL,
  'not-tcp': 'Kubernetes core/v1 ServicePort; Prometheus scrape/target.go',
  'netpol-egress-denied': POLICY,
  'netpol-denied': POLICY,
  'bind-conflict': LISTEN,
  'nothing-listens': LISTEN,
  'loopback-only': LISTEN,
  'scheme-mismatch': 'Go net/http; kube-rbac-proxy',
  'upstream-not-found': 'kube-rbac-proxy --upstream; Go net/http/httputil',
  'host-network': `${POLICY}; kube-rbac-proxy README`,
  'auth-missing': `${FILTERS}; exporter-toolkit web configuration`,
  'netpol-unknown': POLICY,
  'no-prometheus': RESOURCES,
  'undeclared-port': ENDPOINTS,
  'port-owner-differs': ENDPOINTS,
  'multiple-services': ENDPOINTS,
  'address-rewritten': `${RELABEL}; Prometheus scrape/target.go`,
  'workload-without-port': 'Kubernetes endpointslice utils.go FindPort',
  'scheme-unknown': 'Go net/http; exporter-toolkit web configuration',
  'operator-generated': MADE,
  'selects-all': 'Kubernetes metav1.LabelSelector',
  'control-plane-pods': 'Kubernetes static pods; kubeadm',
  'upstream-assumed': 'kube-rbac-proxy --upstream',
  'relabel-unknown': RELABEL,
  'all-ports': `${CONFIG}; ${ENDPOINTS}`,
  'tls-name': 'Go crypto/x509',
  'token-in-clear': 'Go net/http; Prometheus configuration bearer_token_file, authorization',
  'proxy-bypass': `${LISTEN}; kube-rbac-proxy`,
  'proxy-rbac-missing': `${FILTERS}; ${RBAC}`,
  'policy-not-evaluated': OWN,
  'scrape-rbac-missing': `${FILTERS}; ${RBAC}`,
  'proxy-path-refused': 'kube-rbac-proxy --allow-paths',
  'endpoints-differ': SLICES,
  'unbuilt-kustomization': 'kustomize build',
  'reference-not-in-input': RESOURCES,
  'path-not-served': 'Prometheus configuration metrics_path; --web.telemetry-path of the exporters',
  'node-open': 'Kubernetes core/v1 PodSpec hostNetwork, ContainerPort hostPort',
  'job-label-missing': CONFIG,
  'probe-mismatch': `Kubernetes core/v1 Probe; ${FILTERS}`,
  'prometheus-paused': OPERATOR,
  'operator-ignores': OPERATOR,
  'prometheus-rejected': CONFIG,
  'no-replicas': 'Kubernetes apps/v1 replicas',
  sharded: CONFIG,
  'namespace-label': 'prometheus-operator pkg/namespacelabeler/labeler.go; Prometheus configuration honor_labels',
  'port-not-opened': LISTEN,
  'duplicate-scrape': `${ENDPOINTS}; ${CONFIG}`,
  'tls-unverifiable': 'kube-rbac-proxy cmd/kube-rbac-proxy/app; prometheus-operator pkg/prometheus/statefulset.go; Go crypto/x509',
  'credentials-file-missing': 'prometheus-operator pkg/prometheus/statefulset.go; Prometheus configuration authorization',
  'rights-unknown': 'Kubernetes RBAC roleRef and subjects',
  'undefined-variable': 'Kubernetes core/v1 Container args, $(VAR_NAME) expansion',
  'duplicate-port-name': 'Kubernetes core/v1 validation of ports; endpointslice utils FindPort',
  'invalid-port-name': 'Kubernetes apimachinery validation IsValidPortName, IsDNS1123Label',
  'quoted-number': 'Kubernetes apimachinery intstr, validation IsValidPortName',
  'misplaced-field': 'prometheus-operator example/prometheus-operator-crd; CustomResourceDefinition pruning',
  'unknown-field': 'prometheus-operator example/prometheus-operator-crd; CustomResourceDefinition pruning',
  'rule-unfed': RELABEL,
  'rule-not-selected': RULES,
  'rule-invalid': RULES,
};
