import { sortEdits, type TextEdit } from '../yaml/index.ts';

/** A piece of a text that edits made: taken over from the original, or new. */
type Piece = { start: number; end: number } | { text: string };
const sizeOf = (piece: Piece): number => ('text' in piece ? piece.text.length : piece.end - piece.start);

/**
 * One list of edits that does what two lists do one after the other: `first` in coordinates of the original text of the
 * given length, `second` in coordinates of what `first` makes of it. Sorted, never overlapping; edits that change nothing are left out.
 */
export function composeEdits(original: string, first: readonly TextEdit[], second: readonly TextEdit[]): TextEdit[] {
  return toEdits(original, editPieces(editPieces([{ start: 0, end: original.length }], first), second));
}

function editPieces(pieces: readonly Piece[], edits: readonly TextEdit[]): Piece[] {
  const out: Piece[] = [];
  const queue = [...pieces].reverse();
  let at = 0;
  const take = (until: number, keep: boolean): void => {
    while (at < until) {
      const piece = queue.pop();
      if (!piece) return;
      const size = sizeOf(piece);
      const wanted = Math.min(size, until - at);
      if (keep) out.push(slice(piece, 0, wanted));
      if (wanted < size) queue.push(slice(piece, wanted, size));
      at += wanted;
    }
  };
  for (const edit of sortEdits(edits)) {
    take(edit.start, true);
    if (edit.text !== '') out.push({ text: edit.text });
    take(edit.end, false);
  }
  take(Number.POSITIVE_INFINITY, true);
  return out;
}

const slice = (piece: Piece, from: number, to: number): Piece =>
  'text' in piece ? { text: piece.text.slice(from, to) } : { start: piece.start + from, end: piece.start + to };

function toEdits(original: string, pieces: readonly Piece[]): TextEdit[] {
  const edits: TextEdit[] = [];
  let at = 0;
  let text = '';
  const close = (until: number): void => {
    if (original.slice(at, until) !== text) edits.push({ start: at, end: until, text });
    text = '';
  };
  for (const piece of pieces) {
    if ('text' in piece) text += piece.text;
    else {
      close(piece.start);
      at = piece.end;
    }
  }
  close(original.length);
  return edits;
}
