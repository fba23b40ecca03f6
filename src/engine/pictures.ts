import type { Analysis } from './analyze.ts';
import { type Chain, clientsOf, referencesOf } from './chain/index.ts';
import { chainScene, type Scene } from './scene/index.ts';

/** What stands around a chain: who else uses its port, and where its credentials come from. */
export const aroundOf = ({ cluster, chains }: Analysis, chain: Chain) => ({
  clients: clientsOf(cluster, chain, chains),
  references: referencesOf(cluster, chain),
});

/** A chain with what stands around it. */
export const pictureOf = (analysis: Analysis, chain: Chain): Scene => chainScene(analysis, chain, aroundOf(analysis, chain));
