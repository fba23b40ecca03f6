import type { Strategy } from '../job.ts';
import { addProxy } from './addProxy.ts';
import { behindProxy } from './behindProxy.ts';
import { followListener } from './followListener.ts';
import { removeProxy } from './removeProxy.ts';

/** Every way to reach a goal; where several fit, the first is taken: it changes least of what is reachable from outside. */
export const STRATEGIES: readonly Strategy[] = [followListener, removeProxy, behindProxy, addProxy];
