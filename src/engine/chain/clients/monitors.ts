import type { Around } from './around.ts';

/** Other endpoints of monitors that scrape the same pod port; Probes and the like name it by address and are found there. */
export const monitors: Around = {
  find: ({ workload, number }, { chain, chains }) =>
    chains.flatMap((other) => {
      if (other.id === chain.id || !/^(?:Service|Pod)Monitor\//.test(other.monitor)) return [];
      const target = other.targets.find((t) => t.workload === workload.id && t.number === number);
      if (!target) return [];
      return [
        {
          kind: 'monitor' as const,
          object: other.monitor,
          container: null,
          by: `endpoints[${other.index ?? '-'}]`,
          scheme: other.scheme === 'http' || other.scheme === 'https' ? other.scheme : null,
          // Relabelings may send it elsewhere, or by another scheme.
          certain: !other.warnings.includes('address-rewritten'),
          path: other.path,
          at: other.at,
          port: other.port ?? String(other.targetPort ?? number),
        },
      ];
    }),
};
