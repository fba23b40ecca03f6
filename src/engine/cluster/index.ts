export { buildCluster } from './build.ts';
export type * from './types.ts';
