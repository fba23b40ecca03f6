import type { Listener } from '../../listen/index.ts';
import { side } from '../facts.ts';
import { type Draft, type LinkBuilder, nothing } from './build.ts';

/** What stands behind a proxy: its upstream URL against who listens there. */
export const upstream: LinkBuilder = {
  kind: 'upstream',
  build({ targets }) {
    const drafts = new Map<string, Draft>();
    for (const t of targets) {
      if (!t.process || !t.raw.workload) continue;
      const object = t.raw.workload.id;
      const hops: Listener[] = [t.process, ...t.behind];
      for (const [i, from] of hops.entries()) {
        const up = from.upstream;
        if (!up) {
          if (from.proxy) drafts.set(hidden(object, from).key, hidden(object, from));
          continue;
        }
        const next = hops[i + 1] ?? null;
        const url = `${up.scheme}://${up.host}:${up.port}/`;
        const key = `${object}/${from.container}/${from.port}`;
        const end = { object, container: from.container, port: String(from.port), at: up.at ?? from.at };
        const label = `→ ${url}`;
        if (next) {
          const facts = [
            { name: 'address', left: side(`${up.host}:${up.port}`, up.at), right: side(`${next.host}:${next.port}`, next.at), holds: true },
            {
              name: 'scheme',
              left: side(up.scheme, up.at),
              right: next.serves ? side(next.serves, next.at) : null,
              holds: next.schemeCertain ? next.serves === up.scheme : null,
            },
          ];
          drafts.set(key, {
            key,
            from: end,
            to: { object, container: next.container, port: String(next.port), at: next.at },
            label,
            facts,
            scheme: up.scheme,
          });
          continue;
        }
        const left = side(`${up.host}:${up.port}`, up.at);
        const dead = t.deadUpstream === up;
        const to = t.assumedUpstream ? { object, container: t.assumedUpstream.container, port: String(up.port), at: null } : nothing;
        drafts.set(key, {
          key,
          from: end,
          to,
          label,
          facts: [{ name: 'address', left, right: null, holds: dead ? false : null }],
          scheme: up.scheme,
        });
      }
    }
    return [...drafts.values()];
  },
};

/** A proxy whose configuration is not in the input passes requests on, nobody can tell to whom. */
const hidden = (object: string, from: Listener): Draft => ({
  key: `${object}/${from.container}/${from.port}`,
  from: { object, container: from.container, port: String(from.port), at: from.at },
  to: nothing,
  label: '→ ?',
  facts: [],
  state: 'unknown',
});
