export { buildCluster } from './build.ts';
export { kubeletNames } from './operator/kubelet.ts';
export { EXAMPLE_NODES, type Pod, podsOfCluster } from './pods.ts';
export { NEWEST_RELEASE, parseRelease, releaseText } from './release.ts';
export type * from './types.ts';
