import type { Cluster, Workload } from '../cluster/index.ts';
import type { Container, VolumeMount, VolumeSource } from '../objects/index.ts';

/** What a mount makes of an absolute path: its text, or null where only the cluster knows. */
export interface Mounted {
  text: string | null;
}

/** The file that a container finds at an absolute path; null when nothing is mounted there and the image decides. */
export function mountedAt(path: string, container: Container, workload: Workload, cluster: Cluster): Mounted | null {
  // The deepest mount hides the others.
  const [mount] = container.volumeMounts.filter((m) => within(path, m.mountPath) !== null).sort((a, b) => length(b) - length(a));
  if (!mount) return null;
  const file = fileOf(path, mount);
  const sources = workload.pod.volumes.find((v) => v.name === mount.name)?.sources ?? [];
  const texts = sources.map((source) => textOf(file, source, workload.namespace, cluster)).filter((text) => text !== null);
  return { text: texts.at(-1) ?? null };
}

function textOf(file: string, { kind, name, items }: VolumeSource, namespace: string, cluster: Cluster): string | null {
  const data = kind === 'ConfigMap' ? cluster.configMap(namespace, name)?.data() : undefined;
  const key = items ? items.find((item) => item.path === file)?.key : file;
  return data && key !== undefined && Object.hasOwn(data, key) ? (data[key] ?? null) : null;
}

const trimmed = (path: string): string => path.replace(/\/+$/, '');
const length = (m: VolumeMount): number => trimmed(m.mountPath).length;

/** The path below a mount point, '' at it. */
function within(path: string, mountPath: string): string | null {
  const point = trimmed(mountPath);
  if (path === point) return '';
  return path.startsWith(`${point}/`) ? path.slice(point.length + 1) : null;
}

/** The path in the volume; `subPath` names a file or a directory of it. */
const fileOf = (path: string, mount: VolumeMount): string =>
  [mount.subPath ?? '', within(path, mount.mountPath) ?? '']
    .map((part) => part.replace(/^\/+|\/+$/g, ''))
    .filter(Boolean)
    .join('/');
