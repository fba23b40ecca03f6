import { openedBy } from '../open.ts';
import { named } from '../recognise.ts';
import type { Program } from '../types.ts';

/** coredns plugin/metrics: http where the Corefile's `prometheus [ADDRESS]` says, localhost:9153 without an address. */
export const coredns: Program = {
  id: 'coredns',
  matches: (run) => named(run, 'coredns'),
  listeners(run) {
    const conf = run.flag('conf');
    const text = conf ? run.file(conf.value) : null;
    if (!conf || text === null) return [];
    const addresses = [...text.matchAll(/^[ \t]*prometheus(?:[ \t]+([^\s{#]+))?/gm)].map(([, address]) => address ?? 'localhost:9153');
    return openedBy(
      run,
      [...new Set(addresses)].map((value) => ({ value, at: conf.at })),
      null,
      { serves: 'http' },
    );
  },
};
