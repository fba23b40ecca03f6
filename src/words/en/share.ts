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
  'src-bad-url': '“{url}” is no address that can be loaded: it begins with https:// or http:// and holds no password.',
  'src-unreachable':
    '{detail} could not be read. Either it is not reachable from here, or it does not let other pages read it (CORS). Download {url} and drop the file here.',
  'src-not-found': 'There is nothing at {detail} (404). Check the address; private repositories cannot be read.',
  'src-status': 'The server refused: {detail}. Download {url} and drop the file here.',
  'src-refused': 'The answer led to another server ({detail}), which was not agreed to. Nothing was loaded from it.',
  'src-too-large': '{url} is larger than {detail} MB. Download it and drop the parts you need.',
  'src-too-many': '{url} holds more than {detail} manifests. Name a folder further down.',
  'src-nothing': 'There are no manifests at {url}.',
  withheld: {
    one: '{count} object is left out of the link because it may hold secrets.',
    other: '{count} objects are left out of the link because they may hold secrets.',
  },
} as const satisfies Area;
