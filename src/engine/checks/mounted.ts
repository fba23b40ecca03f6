import { fieldsOf, type PrometheusObject } from '../objects/index.ts';

const ACCOUNT = '/var/run/secrets/kubernetes.io/serviceaccount/';
/** What the kubelet writes there; OpenShift adds the last one. */
const ACCOUNT_FILES = new Set(['token', 'ca.crt', 'namespace', 'service-ca.crt']);
/** Where the operator mounts what `spec.secrets` and `spec.configMaps` name (prometheus-operator pkg/prometheus/statefulset.go). */
const MOUNTED = [
  ['/etc/prometheus/secrets/', 'secrets'],
  ['/etc/prometheus/configmaps/', 'configMaps'],
] as const;

/** Whether a file is certainly not there in the pods of a Prometheus; of any path that is not the operator's to fill nothing is said. */
export function isMissing(prometheus: PrometheusObject, path: string): boolean {
  const spec = fieldsOf(prometheus.raw, []).map('spec');
  const mounts = [spec, ...spec.list('containers')].flatMap((fields) => fields.list('volumeMounts').map((m) => m.str('mountPath') ?? ''));
  if (mounts.some((mount) => mount !== '' && path.startsWith(mount))) return false;
  if (path.startsWith(ACCOUNT)) return !ACCOUNT_FILES.has(path.slice(ACCOUNT.length));
  for (const [root, field] of MOUNTED) {
    if (!path.startsWith(root)) continue;
    const name = path.slice(root.length).split('/')[0] ?? '';
    const listed = spec.raw(field);
    return name !== '' && !(Array.isArray(listed) && listed.includes(name));
  }
  return false;
}
