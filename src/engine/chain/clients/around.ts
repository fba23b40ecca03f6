import type { Cluster } from '../../cluster/index.ts';
import type { Chain } from '../types.ts';
import type { Place } from './place.ts';
import type { Call } from './types.ts';

/** A use of a pod port that is found from the port, not by name. */
export interface Found extends Call {
  port: string;
  /** Where more than the scheme decides, and that is not known. */
  open?: boolean;
}

/** One place per kind of use that is found from the port itself. */
export interface Around {
  find(place: Place, input: { cluster: Cluster; chain: Chain; chains: readonly Chain[] }): Found[];
}
