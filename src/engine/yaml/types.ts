/** A value as kubectl would read it from YAML or JSON: plain data, prototype-free maps. */
export type Json = null | boolean | number | string | Json[] | JsonMap;
export interface JsonMap {
  [key: string]: Json;
}

/** Keys and indexes from the root of one document down to a value. */
export type Path = readonly (string | number)[];

/** UTF-16 offsets, end exclusive. Relative to the document's text unless said otherwise. */
export interface Span {
  start: number;
  end: number;
}

/**
 * Evidence as plain data: a place in a document, not yet looked up.
 * Only `Locator` (this folder) turns it into a span, so evidence costs nothing until someone looks.
 */
export interface At {
  /** `Doc.id` */
  doc: string;
  path: Path;
  part: 'key' | 'value';
}

/** Replace `[start, end)` by `text`. */
export interface TextEdit extends Span {
  text: string;
}

export type ReadCode =
  | 'yaml-syntax'
  | 'yaml-tab-indent'
  | 'yaml-duplicate-key'
  | 'yaml-unterminated'
  | 'json-syntax'
  | 'excerpt'
  | 'too-deep'
  | 'too-many-aliases'
  | 'alias-cycle'
  | 'unknown-alias'
  | 'too-large';

/** Something that keeps a document, or part of it, from being read. `severity: 'warning'` leaves the value usable. */
export interface ReadProblem extends Span {
  code: ReadCode;
  severity: 'error' | 'warning';
  /** The parser's own words, or the offending text; shown in quotes, never as the message itself. */
  detail: string;
}

/** One document of a file, cut textually at lines that start with `---`, as kubectl does. */
export interface Slice extends Span {
  /** 1-based line of `start` in the file. */
  line: number;
  text: string;
}

/** What a cheap look at the top of a document tells, without parsing it. `null`: not seen, the document must be parsed to know. */
export interface Head {
  apiVersion: string | null;
  kind: string | null;
  name: string | null;
  namespace: string | null;
  /** For `kind: …List`: how many items, counted by indentation; null when it is not a list or cannot be told. */
  items: number | null;
  /** True when the text is JSON (first character `{` or `[`). */
  json: boolean;
}
