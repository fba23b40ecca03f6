export { unifiedDiff } from './diff.ts';
export { hunksFromEdits, removalHunks } from './hunks.ts';
export { multiDocument } from './multidoc.ts';
export { markNoise } from './noise.ts';
export { safePath, uniquePaths } from './paths.ts';
export { type Place, type Places, placesOf } from './places.ts';
export { buildReport, type Report, type Say, statusCounts } from './report.ts';
export type * from './types.ts';
export { zipFiles } from './zip.ts';
