import type { Cluster, Workload } from '../../cluster/index.ts';
import { expanderOf } from '../../listen/index.ts';
import type { Container } from '../../objects/index.ts';
import type { At } from '../../yaml/index.ts';
import { addressesIn, isOwnName, servicesNamed } from './address.ts';
import type { Caller, PortUse } from './types.ts';

/** Addresses of Services in the arguments and variables of pods. */
export const pods: Caller = {
  kind: 'pod',
  follows: false,
  uses: (cluster, wanted) =>
    cluster.workloads.flatMap((workload) =>
      workload.pod.containers.flatMap((container) =>
        textsOf(container, workload, cluster).flatMap(({ by, text, at }) =>
          wanted.inText(text) ? calls(workload, container, by, text, at) : [],
        ),
      ),
    ),
};

const calls = (workload: Workload, container: Container, by: string, text: string, at: At): PortUse[] =>
  addressesIn(text, true).flatMap(({ scheme, host, port, path }) =>
    servicesNamed(host, workload.namespace).map(({ namespace, service }) => ({
      kind: 'pod' as const,
      object: workload.generatedBy ?? workload.id,
      container: container.name,
      by,
      scheme,
      certain: scheme !== null,
      path,
      at,
      namespace,
      service,
      port,
      of: 'dns' as const,
    })),
  );

export interface SpokenText {
  /** `--prometheus-url`, the name of a variable, or the command. */
  by: string;
  text: string;
  at: At;
}

const spoken = new WeakMap<Container, SpokenText[]>();
/** A host and port, a URL, or an SRV name may be in it; most arguments hold none of them. */
const MAYBE = /[\w.\])]:\d|:\/\/|_tcp\./;

/** Arguments and variables of a container in which an address may stand, with what their references stand for. */
export function textsOf(container: Container, workload: Workload, cluster: Cluster): SpokenText[] {
  const there = spoken.get(container);
  if (there) return there;
  const candidates: SpokenText[] = [
    ...container.argv.map(({ text, at }, i) => ({ by: flagOf(text, container.argv[i - 1]?.text ?? ''), text, at })),
    ...container.env.flatMap(({ name, value, at }) => (value === null ? [] : [{ by: name, text: value, at }])),
  ].filter(({ by, text }) => /[:_$]/.test(text) && !isOwnName(by));
  const expand = expanderOf(container, workload, cluster);
  const found = candidates.map((c) => ({ ...c, text: expand(c.text) })).filter(({ text }) => MAYBE.test(text));
  spoken.set(container, found);
  return found;
}

/** The flag an argument belongs to: before its `=`, or the argument before it. */
function flagOf(text: string, before: string): string {
  const own = /^-{1,2}[\w.-]+/.exec(text)?.[0];
  if (own !== undefined) return own;
  return /^-{1,2}[\w.-]+$/.test(before) ? before : 'command';
}
