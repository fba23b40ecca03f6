export { buildCluster } from './build.ts';
export { kubeletNames } from './operator/kubelet.ts';
export type * from './types.ts';
