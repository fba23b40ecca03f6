import { openedByLast } from '../open.ts';
import { named } from '../recognise.ts';
import type { Program } from '../types.ts';
import { byWebConfig } from '../webConfig.ts';

const ONE_SHOT = new Set(['tools', 'check']);

/** thanos cmd/thanos/config.go: http and gRPC of every component, remote write of receive. */
export const thanos: Program = {
  id: 'thanos',
  closed: true,
  matches: (run) => named(run, 'thanos') && !ONE_SHOT.has(run.words[0] ?? ''),
  listeners: (run) => [
    ...openedByLast(run, run.flag('http-address'), '0.0.0.0:10902', { ...byWebConfig(run, 'http.config') }),
    ...openedByLast(run, run.flag('grpc-address'), '0.0.0.0:10901'),
    ...openedByLast(run, run.flag('remote-write.address'), run.words[0] === 'receive' ? '0.0.0.0:19291' : null),
  ],
};
