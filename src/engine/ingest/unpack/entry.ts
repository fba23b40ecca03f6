/** One file of an archive. */
export interface Entry {
  path: string;
  bytes: Uint8Array;
}

/** An archive that inflates to more than may be taken in. */
export class TooLarge extends Error {
  readonly limit: number;
  constructor(limit: number) {
    super('archive-too-large');
    this.limit = limit;
  }
}
