import type { Cluster, Workload } from '../cluster/index.ts';
import type { Container, KubeObject } from '../objects/index.ts';
import type { At } from '../yaml/index.ts';
import { readFlags } from './argv/flags.ts';
import { commandLine } from './argv/words.ts';
import { environmentOf, knownValue } from './environment.ts';
import type { Invocation } from './types.ts';

/** A container as its program sees it. */
export function invocationOf(container: Container, workload: Workload, cluster: Cluster): Invocation {
  const env = environmentOf(container, workload.namespace, workload.pod.hostNetwork, cluster);
  const { program, words } = commandLine(container.argv, (name) => knownValue(env.get(name)));
  const all = readFlags(words);
  const flags = (...names: string[]) => all.filter((f) => names.includes(f.name));
  return {
    container,
    repository: repositoryOf(container.image ?? ''),
    program,
    words: words.map((w) => w.text),
    generatedTls: generatedTls(workload, cluster),
    flags,
    flag: (...names) => flags(...names).at(-1) ?? null,
    env: (name) => env.get(name) ?? null,
    envVar: (name) => container.env.findLast((e) => e.name === name) ?? null,
    file: (path) => mountedFile(path, container, workload, cluster),
    at: evidence(container),
  };
}

/** Image without registry port, tag and digest. */
function repositoryOf(image: string): string {
  const name = image.split('@')[0] ?? '';
  const slash = name.lastIndexOf('/');
  const tag = name.indexOf(':', slash + 1);
  return tag < 0 ? name : name.slice(0, tag);
}

const evidence = ({ at, image, path }: Container): At =>
  image !== null && path !== null ? { ...at, path: [...at.path, 'image'], part: 'value' } : at;

/** Files that the operator writes into Secrets follow the custom resource: its `web.tlsConfig` decides (domain.md d5). */
function generatedTls(workload: Workload, cluster: Cluster): boolean | null {
  const maker: KubeObject | undefined = workload.generatedBy === null ? undefined : cluster.objects.get(workload.generatedBy);
  return maker && 'spec' in maker ? maker.spec.tls : null;
}

function mountedFile(path: string, container: Container, workload: Workload, cluster: Cluster): string | null {
  for (const mount of container.volumeMounts) {
    const key = keyOf(path, mount);
    const source = key === null ? undefined : workload.pod.volumes.find((v) => v.name === mount.name)?.source;
    if (key === null || source?.kind !== 'ConfigMap' || source.name === null) continue;
    const data = cluster.configMap(workload.namespace, source.name)?.data();
    if (data && Object.hasOwn(data, key)) return data[key] ?? null;
  }
  return null;
}

function keyOf(path: string, { mountPath, subPath }: Container['volumeMounts'][number]): string | null {
  if (subPath !== null) return path === mountPath ? subPath : null;
  const directory = mountPath.endsWith('/') ? mountPath : `${mountPath}/`;
  return path.startsWith(directory) ? path.slice(directory.length) : null;
}
