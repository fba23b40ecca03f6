export interface DiffLine {
  kind: 'same' | 'removed' | 'added';
  text: string;
  /** 1-based line numbers on each side; null where the line does not exist there. */
  before: number | null;
  after: number | null;
  /** An unchanged line that the server wrote, not people. */
  noise?: boolean;
}
export interface Hunk {
  beforeStart: number;
  beforeLines: number;
  afterStart: number;
  afterLines: number;
  lines: DiffLine[];
}
/** A file before and after, with the hunks between. */
export interface ChangedFile {
  path: string;
  before: string;
  /** null: the file is removed altogether. */
  after: string | null;
  hunks: Hunk[];
}
