import { textWidth } from '../scene/index.ts';

type Face = Parameters<typeof textWidth>[1];

/** What of a text fits: without its middle where it is too long, since names differ at both ends. */
export function fitted(text: string, width: number, face: Face): string {
  if (textWidth(text, face) <= width) return text;
  const chars = [...text];
  let [low, high] = [0, chars.length];
  const cut = (kept: number): string =>
    `${chars.slice(0, Math.ceil(kept * 0.6)).join('')}…${kept > 1 ? chars.slice(-Math.floor(kept * 0.4) || chars.length).join('') : ''}`;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (textWidth(cut(middle), face) <= width) low = middle;
    else high = middle - 1;
  }
  return cut(low);
}

/** Controls and lone surrogates, which XML 1.0 has no place for, and controls of writing direction, which would turn what follows. */
const UNFIT = /[\p{Cc}\p{Cs}\p{Bidi_Control}\ufffe\uffff]/gu;

/** A text of the input as one line of text, whatever it holds. */
export const tame = (text: string): string => text.replace(/\s+/g, ' ').replace(UNFIT, '\ufffd');

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
export const xml = (text: string): string => tame(text).replace(/[&<>"']/g, (c) => ENTITIES[c] ?? c);
