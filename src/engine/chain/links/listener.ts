import { describe } from '../../listen/index.ts';
import { side } from '../facts.ts';
import type { JoinedTarget } from '../join.ts';
import type { Fact } from '../types.ts';
import { type Draft, type LinkBuilder, podEnd, schemeOf } from './build.ts';

/** L9, L10: the pod port against the process that listens there, and the endpoint's scheme against what it speaks. */
export const listener: LinkBuilder = {
  kind: 'listener',
  build({ resolution: r, targets }) {
    const { endpoint } = r;
    if (!endpoint) return [];
    const drafts = new Map<string, Draft>();
    for (const t of targets) {
      const { workload, number } = t.raw;
      if (!workload) continue;
      const at = endpoint.at;
      const elsewhere = t.raw.relabelled.rewrites.has('__address__');
      const asked = side(t.raw.relabelled.scheme ?? endpoint.scheme, endpoint.schemeGiven ? { ...at, path: [...at.path, 'scheme'] } : at);
      const { process } = t;
      const facts: Fact[] = [...conflictFacts(t)];
      if (process) {
        const address = side(`${process.host}:${process.port}`, process.at);
        facts.push({
          name: 'address',
          left: side(number, t.raw.declared?.port.at ?? workload.pod.at),
          right: address,
          holds: process.bind !== 'loopback',
        });
      }
      if (!t.conflict)
        facts.push({
          name: 'scheme',
          left: asked,
          right: process?.serves ? side(process.serves, process.at) : null,
          holds: process?.schemeCertain && t.raw.relabelled.scheme !== null ? process.serves === t.raw.relabelled.scheme : null,
        });
      const key = `${workload.id}/${number}`;
      drafts.set(key, {
        key,
        from: {
          ...podEnd(workload, number, t.raw.declared?.port.at ?? null),
          ...(t.raw.declared ? { container: t.raw.declared.container } : {}),
        },
        to: process
          ? { object: workload.id, container: process.container, port: String(process.port), at: process.at }
          : {
              object: workload.id,
              ...(t.conflict ? { container: t.conflict.first.container, port: String(number) } : {}),
              at: t.conflict?.first.at ?? null,
            },
        label: process ? `${process.host}:${process.port}` : String(number),
        facts,
        // A relabeling sends the scrape elsewhere, so this hop decides nothing.
        ...(elsewhere ? { state: 'unknown' as const } : {}),
        scheme: t.conflict ? schemeOf(endpoint) : (process?.serves ?? null),
      });
    }
    return [...drafts.values()];
  },
};

/** Two processes want one port: both sides are named, nobody can say who wins. */
function conflictFacts({ conflict }: JoinedTarget): Fact[] {
  if (!conflict) return [];
  return [
    {
      name: 'listen',
      left: side(describe(conflict.first), conflict.first.at),
      right: side(describe(conflict.second), conflict.second.at),
      holds: false,
    },
  ];
}
