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
  const texts = sourcesOf(mount, workload)
    .map((source) => filesOf(source, workload.namespace, cluster)?.get(file) ?? null)
    .filter((text) => text !== null);
  return { text: texts.at(-1) ?? null };
}

/** Texts of the files mounted below a directory, by name; null when some of them only the cluster knows. */
export function mountedBelow(folder: string, container: Container, workload: Workload, cluster: Cluster): string[] | null {
  const texts = new Map<string, string>();
  for (const mount of container.volumeMounts.filter((m) => within(m.mountPath, folder) !== null)) {
    const sources = sourcesOf(mount, workload);
    if (sources.length === 0) return null;
    for (const source of sources) {
      const files = filesOf(source, workload.namespace, cluster);
      if (files === null) return null;
      for (const [file, text] of files) {
        const below = mount.subPath === null ? file : within(file, mount.subPath);
        if (below !== null) texts.set(`${trimmed(mount.mountPath)}/${below}`, text);
      }
    }
  }
  return [...texts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text);
}

const sourcesOf = (mount: VolumeMount, workload: Workload): readonly VolumeSource[] =>
  workload.pod.volumes.find((v) => v.name === mount.name)?.sources ?? [];

/** The files of a ConfigMap in a volume; null for a Secret and for what is not in the input. */
function filesOf({ kind, name, items }: VolumeSource, namespace: string, cluster: Cluster): Map<string, string> | null {
  const data = kind === 'ConfigMap' ? cluster.configMap(namespace, name)?.data() : undefined;
  if (!data) return null;
  const files = items ?? Object.keys(data).map((key) => ({ key, path: key }));
  return new Map(files.flatMap(({ key, path }) => (Object.hasOwn(data, key) ? [[path, data[key] ?? '']] : [])));
}

const trimmed = (path: string): string => path.replace(/\/+$/, '');
const length = (m: VolumeMount): number => trimmed(m.mountPath).length;

/** The path below a mount point, '' at it. */
function within(path: string, mountPath: string): string | null {
  const point = trimmed(mountPath);
  if (trimmed(path) === point) return '';
  return path.startsWith(`${point}/`) ? path.slice(point.length + 1) : null;
}

/** The path in the volume; `subPath` names a file or a directory of it. */
const fileOf = (path: string, mount: VolumeMount): string =>
  [mount.subPath ?? '', within(path, mount.mountPath) ?? '']
    .map((part) => part.replace(/^\/+|\/+$/g, ''))
    .filter(Boolean)
    .join('/');
