import type { Place } from '../../engine/export/index.ts';

/** Where something stands, to be put behind the sentence about it. */
export const placeText = (place: Pick<Place, 'file' | 'line'> | null): string => (place ? `  (${place.file}:${place.line})` : '');
