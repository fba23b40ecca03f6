import type { Status } from '../../engine/chain/index.ts';

const CODES = { red: 31, yellow: 33, green: 32, blue: 34, cyan: 36, dim: 2, bold: 1 } as const;
export type Colour = keyof typeof CODES;

/** Colours a text for a terminal; leaves it alone otherwise. Meaning never hangs on the colour. */
export type Paint = (colour: Colour, text: string) => string;

export const painter =
  (on: boolean): Paint =>
  (colour, text) =>
    on ? `\u001b[${CODES[colour]}m${text}\u001b[0m` : text;

export const STATUS_COLOUR: Readonly<Record<Status, Colour>> = {
  broken: 'red',
  partial: 'red',
  incomplete: 'yellow',
  external: 'blue',
  ok: 'green',
};
