import type { PortStrategy } from '../job.ts';
import { addProxy } from './addProxy.ts';
import { behindProxy } from './behindProxy.ts';
import { flagTls } from './flagTls.ts';
import { followListener } from './followListener.ts';
import { grafanaTls } from './grafanaTls.ts';
import { removeProxy } from './removeProxy.ts';
import { webConfigTls } from './webConfigTls.ts';

/** Ways that change one pod port; where several fit, the first is taken: it changes least of what is reachable from outside. */
export const PORT_STRATEGIES: readonly PortStrategy[] = [
  followListener,
  removeProxy,
  behindProxy,
  addProxy,
  flagTls,
  grafanaTls,
  webConfigTls,
];
