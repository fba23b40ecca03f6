import type { LinkKind, LinkState } from '../chain/index.ts';
import type { FindingCode, Severity } from '../checks/index.ts';

/** Where a mark stands in a file: 1-based line and column, and how many characters of that line it covers. */
export interface Mark {
  line: number;
  column: number;
  length: number;
}

/** A remark on what stands there. */
export interface FindingMark extends Mark {
  code: FindingCode;
  params: Record<string, string | number>;
  severity: Severity;
  chain: string | null;
  /** An edit can mend it. */
  fixable: boolean;
}

/** A name, label or address that is tied to another one, and what became of the hop. */
export interface TieMark extends Mark {
  chain: string;
  link: LinkKind;
  state: LinkState;
  /** The compared name, as the field is called: `port`, a label key, `address`. */
  name: string;
  value: string;
  /** The other end; null where no text stands for it, or nothing stands there. */
  other: { object: string; value: string; file: string; line: number } | null;
  /** The name of a port, which can be changed here and everywhere at once. */
  port: boolean;
}

export interface TextMarks {
  findings: FindingMark[];
  ties: TieMark[];
}

/** A place that a rename changes. */
export interface RenamedPlace {
  file: string;
  line: number;
  object: string;
  /** Path of the field, `spec.ports[0].name`. */
  field: string;
}
export interface Renamed {
  from: string;
  to: string;
  places: RenamedPlace[];
  /** The changed files, whole. */
  files: { path: string; text: string }[];
  /** Chains that would fare otherwise than before; nothing is to be changed then. */
  worse: string[];
}
/** `code` is a key of the words area `app`, `rename.…`. */
export type RenameAnswer = Renamed | { refused: 'no-port' | 'bad-name' | 'same' };
