import type { At, Head, Json, Path, ReadCode } from '../yaml/index.ts';

/** A file the user gave us, already text. Paths are unique within a workspace. */
export interface SourceFile {
  path: string;
  text: string;
  /** Where it came from; `patched` files carry the goals that were applied to them. */
  origin?: Origin;
  /** Not text at all: `text` is empty, the file is only listed. */
  binary?: boolean;
}
export type Origin =
  | { kind: 'drop' | 'paste' | 'link' | 'stdin' }
  | { kind: 'archive'; archive: string }
  | { kind: 'sample'; sample: string }
  | { kind: 'patched'; goals: string[] };

/** One document of a file. Its body is read when asked for, and cached under its text. */
export interface Doc {
  /** `path#index` */
  id: string;
  file: string;
  index: number;
  /** Offsets of the document in the file's text. */
  start: number;
  end: number;
  /** 1-based line of `start`. */
  line: number;
  text: string;
  head: Head;
  status: 'read' | 'unread' | 'failed';
}

export type ProblemCode =
  | ReadCode
  | 'not-a-mapping'
  | 'no-kind'
  | 'no-api-version'
  | 'no-name'
  | 'bad-kind'
  | 'bad-list'
  | 'bad-list-item'
  | 'wrong-type'
  | 'yaml11-bool'
  | 'silence-no-reason'
  | 'silence-unknown-code'
  | 'silence-unreadable'
  | 'silence-unused'
  | 'yaml11-number'
  | 'duplicate-object'
  | 'fragment-ignored'
  | 'unbuilt-kustomization'
  | 'helm-template'
  | 'looks-like-excerpt'
  | 'looks-like-describe'
  | 'looks-like-markdown'
  | 'not-text'
  | 'archive-unreadable'
  | 'archive-too-large'
  | 'archive-nested'
  | 'archive-path'
  | 'file-too-large'
  | 'too-many-files'
  | 'too-many-documents';

/** What could not be used, and where. The words come from `src/words`; everything else is still analysed. */
export interface Problem {
  code: ProblemCode;
  params: Record<string, string | number>;
  severity: 'error' | 'warning' | 'info';
  file: string;
  /** 1-based. */
  line: number;
  column: number;
}

/** How a file was used. `ignored` files hold no manifest; `reason` says why, by problem code or file type. */
export interface FileInfo {
  path: string;
  status: 'used' | 'partly' | 'failed' | 'ignored' | 'empty';
  documents: number;
  objects: number;
  reason?: 'no-manifest' | 'not-yaml' | 'binary' | 'kustomization' | 'helm-template' | 'settings';
}

/** One Kubernetes object, Lists expanded. `body()` parses on first use and never throws; `{}` when unreadable. */
export interface RawObject {
  /** `Kind/namespace/name`, or `Kind/name` when cluster-scoped. */
  id: string;
  apiVersion: string;
  /** API group, '' for core. */
  group: string;
  kind: string;
  /** '' for cluster-scoped kinds; the default namespace where the manifest names none. */
  namespace: string;
  name: string;
  doc: string;
  file: string;
  /** Path of the object inside its document: [] or ['items', n, …]. */
  path: Path;
  body(): Record<string, Json>;
}

export interface Ingested {
  files: FileInfo[];
  docs: Map<string, Doc>;
  /**
   * All objects in input order, bodies of kinds that play no part unread. A later document with the same id replaces the
   * earlier one (kubectl apply), unless it is a fragment; only the survivors are here.
   */
  objects: RawObject[];
  /** Objects before replacement, Lists expanded, kinds that play no part included. */
  objectCount: number;
  problems: Problem[];
  unbuilt?: readonly Unbuilt[];
}

/** A kustomization that has not been built, although building it would change what is read. */
export interface Unbuilt {
  file: string;
  /** The directory to build. */
  dir: string;
  command: string;
  /** What a build would add, by field. */
  fields: string[];
  /** Files whose objects it changes. */
  covers: ReadonlySet<string>;
}

export interface Limits {
  fileBytes: number;
  totalBytes: number;
  files: number;
  documents: number;
}

/** `At` of a field inside an object. */
export const within = (o: Pick<RawObject, 'doc' | 'path'>, path: Path, part: 'key' | 'value' = 'value'): At => ({
  doc: o.doc,
  path: [...o.path, ...path],
  part,
});
