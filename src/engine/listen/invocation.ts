import type { Cluster, Workload } from '../cluster/index.ts';
import type { Container, KubeObject } from '../objects/index.ts';
import type { At } from '../yaml/index.ts';
import { readFlags } from './argv/flags.ts';
import { type CommandLine, commandLines } from './argv/words.ts';
import { environmentOf, hasUnreadSource, knownValue } from './environment.ts';
import { mountedAt, mountedBelow } from './mounts.ts';
import type { Invocation } from './types.ts';

/** What a container may run, the likeliest first; `either` where only one of several does. */
export interface Invocations {
  all: Invocation[];
  either: boolean;
}

/** A container as its programs see it: one program, or the commands of a script. */
export function invocationsOf(container: Container, workload: Workload, cluster: Cluster): Invocations {
  const env = environmentOf(container, workload, cluster);
  const { all, either } = commandLines(container.argv, (name) => knownValue(env.get(name)));
  const base = {
    container,
    repository: repositoryOf(container.image ?? ''),
    generatedTls: generatedTls(workload, cluster),
    env: (name: string) => env.get(name) ?? null,
    envOpen: hasUnreadSource(container, workload.namespace, cluster),
    file: (path: string) => mountedAt(path, container, workload, cluster)?.text ?? null,
    files: (folder: string) => mountedBelow(folder, container, workload, cluster),
    hidden: (path: string) => mountedAt(path, container, workload, cluster)?.text === null,
    at: evidence(container),
  };
  return { all: all.map((line) => ({ ...base, ...asRead(line) })), either };
}

function asRead({ program, words }: CommandLine): Pick<Invocation, 'program' | 'words' | 'flag' | 'flags'> {
  const all = readFlags(words);
  const flags = (...names: string[]) => all.filter((f) => names.includes(f.name));
  return { program, words: words.map((w) => w.text), flags, flag: (...names) => flags(...names).at(-1) ?? null };
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
