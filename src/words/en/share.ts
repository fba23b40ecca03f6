import type { Area } from '../types.ts';

/** Why a link cannot be opened, and what a link leaves behind. */
export const share = {
  'not-a-link': 'This is not a linkchain link. The part after # should begin with “v1.”.',
  truncated: 'The link is cut off: its end is missing. Copy it again in full, or ask for it as a file.',
  damaged: 'The link was altered on its way and cannot be read. Ask for it again.',
  newer: 'The link was made by a newer linkchain (format {version}). Reload the page, or open it with a newer version.',
  'too-large': 'The link holds more than {megabytes} MB. It was not opened.',
  'unknown-codec':
    'The link is packed in a way (“{codec}”) that this linkchain does not know. Reload the page, or open it with a newer version.',
  'wrong-shape': 'The link can be unpacked, but what it holds is not a linkchain state (at {field}). It was not opened.',
  withheld: {
    one: '{count} object is left out of the link because it may hold secrets.',
    other: '{count} objects are left out of the link because they may hold secrets.',
  },
} as const satisfies Area;
