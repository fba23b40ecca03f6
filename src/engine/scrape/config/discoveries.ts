import { lazily } from '../../lazy/index.ts';
import type { Fields } from '../../objects/index.ts';
import type { JsonMap } from '../../yaml/index.ts';
import type { Context } from './context.ts';
import type { Store } from './secrets.ts';

const discovery = lazily(() => import('./discovery/index.ts'));

/** Writes every service discovery a ScrapeConfig has; how, is loaded with the first ScrapeConfig. */
export const addDiscoveries = (c: Context, store: Store, spec: Fields, job: JsonMap): void =>
  discovery().writeDiscoveries(c, store, spec, job);
