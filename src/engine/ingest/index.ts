export { createReadCache, type ReadCache } from './cache.ts';
export { type IngestOptions, ingest } from './ingest.ts';
export { LIMITS } from './limits.ts';
export { type LineRange, noiseOf } from './noise.ts';
export { openList } from './openList.ts';
export { isClusterScoped } from './scope.ts';
export type * from './types.ts';
export { within } from './types.ts';
export { pathUnique, unpack } from './unpack/index.ts';
