export { fragmentIn, pageWith, stateJson } from './carried.ts';
export { decodeState, encodeState, isTooLarge, SHARE_LIMITS } from './codec.ts';
export { MASKS, type Mask } from './mask/masks.ts';
export { pngWith } from './png.ts';
export { projectChain } from './project.ts';
export { type ShareContent, type ShareRequest, shareContent } from './request.ts';
export type * from './types.ts';
