import { type Check, hit } from '../check.ts';

/** Each shard scrapes some of the targets: on one of them the others are missing (domain.md k32). */
export const sharded: Check = {
  kind: 'remark',
  code: 'sharded',
  severity: 'info',
  link: 'prometheus-monitor',
  run: ({ resolution: { selections, endpoint } }) =>
    selections
      .filter(({ state, prometheus }) => endpoint !== null && state === 'selected' && prometheus.spec.shards > 1)
      .map(({ prometheus }) =>
        hit(
          { prometheus: prometheus.name, shards: prometheus.spec.shards, last: prometheus.spec.shards - 1 },
          prometheus.at(['spec', 'shards']),
        ),
      ),
};
