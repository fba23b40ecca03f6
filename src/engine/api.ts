import type { Access, Chain, ReasonCode, Status, WarningCode } from './chain/index.ts';
import type { Finding } from './checks/index.ts';
import type { Place } from './export/index.ts';
import type { FileInfo, Problem, SourceFile } from './ingest/index.ts';
import type { Goal, Preview } from './patch/index.ts';
import type { CutOff, RulesView } from './queries/index.ts';
import type { Scene } from './scene/index.ts';
import type { At } from './yaml/index.ts';

export type { Place } from './export/index.ts';

/** Files put or removed since the last call; `clear` empties the workspace first. */
export interface FilesDelta {
  clear?: boolean;
  put?: SourceFile[];
  remove?: string[];
  /** Namespace of objects that name none; 'default' at start. */
  defaultNamespace?: string;
}

/** A chain as a list shows it. */
export interface ChainRow {
  id: string;
  monitorKind: string;
  namespace: string;
  monitor: string;
  index: number | null;
  port: string;
  scheme: string;
  /** What the listener really speaks; null when unknown. Decides the http | https switch. */
  serves: 'http' | 'https' | null;
  path: string;
  /** Kinds, namespaces and names of what is scraped, or what provides it. */
  workloads: string[];
  status: Status;
  first: ReasonCode | null;
  reasons: ReasonCode[];
  warnings: WarningCode[];
  /** Lower-case text a filter looks in: ids, ports, labels, namespaces. */
  haystack: string;
}

/** What one object of a file is for in the chains it takes part in. `code` is a key of words/roles.ts. */
export interface ObjectRole {
  object: string;
  kind: string;
  code: string;
  params: Record<string, string | number>;
  chains: string[];
  at: At;
}
export interface FileView extends FileInfo {
  roles: ObjectRole[];
  /** Documents whose bodies stayed unread, by kind. */
  unread: { kind: string; count: number }[];
}

export interface Summary {
  counts: { files: number; documents: number; objects: number; chains: number; status: Partial<Record<Status, number>> };
  rows: ChainRow[];
  problems: Problem[];
  files: FileView[];
  namespaces: string[];
  /** Milliseconds the last analysis took. */
  tookMs: number;
}

export interface ChainView {
  chain: Chain;
  findings: Finding[];
  /** What somebody outside meets at the scraped port. */
  access: Access[];
  scene: Scene;
  /** Per goal, whether some strategy applies, so that a switch can be offered or its refusal explained. */
  toggles: { goal: 'http' | 'https'; refusal: { code: string; params: Record<string, string | number> } | null }[];
}
export interface PreviewView {
  preview: Preview;
  /** The chain of the last goal after all goals, in the picture with what changed marked. */
  chain: Chain | null;
  scene: Scene | null;
  /** What is to be said of that chain as it then is. */
  findings?: Finding[];
  access?: Access[];
}

export type ExportFormat = 'files-changed' | 'file' | 'multidoc' | 'diff' | 'report';
export interface Exported {
  name: string;
  mime: string;
  bytes: Uint8Array;
}

/**
 * The engine as the app, the worker and the CLI see it. Owns the cache; every answer is plain data.
 * Nothing throws on any input.
 */
export interface Engine {
  setFiles(delta: FilesDelta): Summary;
  chain(id: string): ChainView | null;
  /** The whole input as lanes, collapsed by workload. */
  overview(filter?: { chains?: string[] }): Scene;
  /** `focus`: the chain whose picture is wanted, when it is not the last goal's. */
  preview(goals: Goal[], focus?: string): PreviewView;
  /** Rules and dashboards and the chains that feed them; read only when asked for. Wants the PromQL parser (`withPromql`). */
  rules(): RulesView;
  /** Rules and panels that these goals cut off from a chain. */
  cutOff(goals: Goal[]): CutOff[];
  /** With `goals`: evidence of a preview, in the texts these goals make. */
  locate(ats: At[], goals?: Goal[]): (Place | null)[];
  /** The text of an object's document, parsed if it was not: findings about bodies that stayed unread. */
  open(file: string): { file: SourceFile; problems: Problem[] } | null;
  export(format: ExportFormat, goals: Goal[], file?: string): Exported | { refused: string };
  /** The fragment (without `#`) that holds one chain, its goals and selection. */
  share(chainId: string, goals: Goal[], selection: string | null): string;
}
