import { openedByLast } from '../open.ts';
import { named } from '../recognise.ts';
import type { Program } from '../types.ts';
import { upstreamFrom } from '../upstreamUrl.ts';

/** prometheus-community/prom-label-proxy main.go: http only; its own metrics answer on the internal address. */
export const promLabelProxy: Program = {
  id: 'prom-label-proxy',
  closed: true,
  matches: (run) => named(run, 'prom-label-proxy'),
  listeners: (run) => [
    ...openedByLast(run, run.flag('insecure-listen-address'), null, {
      serves: 'http',
      proxy: true,
      upstream: upstreamFrom(run.flag('upstream')),
    }),
    ...openedByLast(run, run.flag('internal-listen-address'), null, { serves: 'http' }),
  ],
};
