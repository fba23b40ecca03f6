/** What a command may touch of the world around it, so that tests run it without a process. */
export interface Io {
  /** Data. */
  out(text: string): void;
  /** Messages. */
  err(text: string): void;
  stdin(): Promise<Uint8Array>;
  /** A person is looking at a terminal that shows colours. */
  colour: boolean;
}

/** report.md: 1 when something is wrong with the installation, 2 when the call itself cannot be answered. */
export const EXIT = { fine: 0, wrong: 1, unusable: 2 } as const;
export type Exit = (typeof EXIT)[keyof typeof EXIT];
