/** Built-in kinds that live outside namespaces (kubectl api-resources). */
const CLUSTER_SCOPED = new Set([
  'Namespace',
  'Node',
  'PersistentVolume',
  'ClusterRole',
  'ClusterRoleBinding',
  'CustomResourceDefinition',
  'APIService',
  'MutatingWebhookConfiguration',
  'ValidatingWebhookConfiguration',
  'ValidatingAdmissionPolicy',
  'ValidatingAdmissionPolicyBinding',
  'PriorityClass',
  'StorageClass',
  'VolumeAttachment',
  'CSIDriver',
  'CSINode',
  'RuntimeClass',
  'IngressClass',
  'GatewayClass',
  'PodSecurityPolicy',
  'CertificateSigningRequest',
  'FlowSchema',
  'PriorityLevelConfiguration',
  'TokenReview',
  'SubjectAccessReview',
  'ClusterTrustBundle',
  'AdminNetworkPolicy',
  'BaselineAdminNetworkPolicy',
  'ClusterNetworkPolicy',
  'CiliumClusterwideNetworkPolicy',
  'GlobalNetworkPolicy',
  'SecurityContextConstraints',
  'ClusterIssuer',
]);

const BUILT_IN =
  /(^[^.]*$|\.k8s\.io$|^cert-manager\.io$|^security\.openshift\.io$|^cilium\.io$|(^|\.)projectcalico\.org$|^crd\.antrea\.io$)/;

/** Unknown kinds are taken to be namespaced, as most custom resources are. */
export const isClusterScoped = (group: string, kind: string): boolean => CLUSTER_SCOPED.has(kind) && BUILT_IN.test(group);
