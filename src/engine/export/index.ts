export { unifiedDiff } from './diff.ts';
export { hunksFromEdits, removalHunks } from './hunks.ts';
export { multiDocument } from './multidoc.ts';
export { safePath, uniquePaths } from './paths.ts';
export { zipFiles } from './zip.ts';
