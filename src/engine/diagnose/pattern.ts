/** One way in which somebody says that something went wrong. Texts differ by version: only what stays the same is asked for. */
export interface Pattern {
  /** A key `class.…` of words/diagnose.ts and of `MEANINGS`; `http` takes the status from the group of that name. */
  class: string;
  /** Linear in the length of the line: no nested repetition. Named groups become params. */
  re: RegExp;
}
export interface Speaker {
  /** A key `speaker.…` of words/diagnose.ts. */
  id: string;
  patterns: readonly Pattern[];
}
