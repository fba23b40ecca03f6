import { encodeState, SHARE_LIMITS } from './codec.ts';
import { normalise } from './normalise.ts';
import { textOfPng } from './png.ts';
import type { ShareState } from './types.ts';

const FRAGMENT = 'v\\d[\\w.-]*';
const IN_SVG = new RegExp(`<state xmlns="urn:linkchain">(${FRAGMENT})</state>`);
const IN_PAGE = new RegExp(`<script type="application/json" id="linkchain-state">"(${FRAGMENT})"</script>`);

/** The link's fragment that a file carries; null for every file that linkchain did not make. Never throws. */
export function fragmentIn(name: string, bytes: Uint8Array): string | null {
  if (bytes.length > SHARE_LIMITS.fragment * 2) return null;
  if (/\.png$/i.test(name)) return textOfPng(bytes);
  const text = new TextDecoder().decode(bytes);
  if (/\.json$/i.test(name)) return fragmentOfJson(text);
  return (IN_SVG.exec(text) ?? IN_PAGE.exec(text))?.[1] ?? null;
}

/** The state as a file, for programs and for those whose links get cut. */
export const stateJson = (state: ShareState): string => `${JSON.stringify(state, null, 2)}\n`;

function fragmentOfJson(text: string): string | null {
  if (!text.slice(0, 200).includes('"linkchain"')) return null;
  try {
    const state = normalise(JSON.parse(text), SHARE_LIMITS);
    return 'field' in state ? null : encodeState(state);
  } catch {
    return null;
  }
}

/** A self-contained page with the state in it. The end of its head is the last there is: its scripts may speak of others. */
export function pageWith(template: string, fragment: string): string {
  const end = template.lastIndexOf('</head>');
  const held = `<script type="application/json" id="linkchain-state">"${fragment.replace(/[^\w.-]/g, '')}"</script>`;
  return `${template.slice(0, end)}${held}${template.slice(end)}`;
}
