export { chainScene } from './chain.ts';
export { changedScene } from './changed.ts';
export { DRAWN_AS } from './kinds.ts';
export { shownLabel } from './layout/columns.ts';
export { foldScene } from './layout/fold.ts';
export { type Route, routesOf } from './layout/route.ts';
export { labelLines, SIZE, titleRoom } from './layout/sizes.ts';
export { overviewScene } from './overview.ts';
export * from './types.ts';
