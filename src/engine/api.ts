import type { Access, Chain, ChainVerdict, Client, ReasonCode, Status, Symptom, WarningCode } from './chain/index.ts';
import type { Finding, FindingCode } from './checks/index.ts';
import type { Diagnosis } from './diagnose/index.ts';
import type { Explanation } from './explain/index.ts';
import type { Form, Place } from './export/index.ts';
import type { Forecast } from './forecast/index.ts';
import type { FileInfo, Problem, SourceFile } from './ingest/index.ts';
import type { Goal, Preview, Way } from './patch/index.ts';
import type { CutRow, RulesAnswer } from './queries/index.ts';
import type { OverviewFilter, Scene } from './scene/index.ts';
import type { RuleOrigin } from './scrape/index.ts';
import type { Found } from './search/index.ts';
import type { ShareContent, ShareRequest } from './share/index.ts';
import type { RenameAnswer, TextMarks } from './text/index.ts';
import type { At } from './yaml/index.ts';

export type { Place } from './export/index.ts';

/** Files put or removed since the last call; `clear` empties the workspace first. */
export interface FilesDelta {
  clear?: boolean;
  put?: SourceFile[];
  remove?: string[];
  /** Namespace of objects that name none; 'default' at start. */
  defaultNamespace?: string;
  /** Version of the operator, such as `v0.80`; null (at start): as the input says, else the newest. */
  operatorVersion?: string | null;
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
  /** The first broken hop, as words make a sentence of it. */
  verdict: Pick<ChainVerdict, 'code' | 'params'>;
  /** How it shows in Prometheus; null where nothing is broken. */
  symptom: Symptom | null;
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
  /** The operator whose behaviour is followed: `v0.93`, and who says so. */
  operator: { release: string; from: 'option' | 'input' | 'newest' };
  /** Milliseconds the last analysis took. */
  tookMs: number;
}

export interface ChainView {
  chain: Chain;
  findings: Finding[];
  /** What somebody outside meets at the scraped port. */
  access: Access[];
  /** Who else uses the scraped port. */
  clients: Client[];
  scene: Scene;
  /** Per goal, whether some strategy applies, so that a switch can be offered or its refusal explained. */
  toggles: { goal: 'http' | 'https'; refusal: { code: string; params: Record<string, string | number> } | null }[];
  /** Codes of its findings that an edit can mend. */
  fixes: FindingCode[];
}
export interface PreviewView {
  preview: Preview;
  /** The chain of the last goal after all goals, in the picture with what changed marked. */
  chain: Chain | null;
  scene: Scene | null;
  /** What is to be said of that chain as it then is. */
  findings?: Finding[];
  access?: Access[];
  clients?: Client[];
}

/** A relabel rule of a generated job, and the manifest field it comes from. */
export interface RuleView {
  /** One line, as YAML would have it: `action: keep, source_labels: [...], regex: ...`. */
  text: string;
  origin: RuleOrigin;
  at: At | null;
}
/** What one rule did to one target. `unknown`: it hangs on a label of run time. */
export interface StepView {
  rule: number;
  effect: 'kept' | 'dropped' | 'set' | 'deleted' | 'mapped' | 'unknown';
  label: string | null;
  from: string | null;
  to: string | null;
}
/** One raw target with its story. Exactly one of `url`, `droppedBy` and `error` is set. */
export interface TargetView {
  url: string | null;
  droppedBy: number | null;
  error: string | null;
  /** Sorted by name. */
  labels: [name: string, value: string][];
  discovered: [name: string, value: string][];
  steps: StepView[];
  service: string | null;
  workload: string | null;
  pod: string | null;
}
/** What the operator writes for a chain, and what Prometheus makes of it, before anything is deployed. */
export interface TargetsView {
  chain: string;
  /** Whose configuration it is; null: nobody in the input takes the chain up, so it is written as a Prometheus without settings would have it. */
  prometheus: string | null;
  job: string;
  yaml: string;
  /** Relabel rules in order; `line` is the 0-based line of `yaml` on which each begins, `drops` how many targets it drops. */
  rules: (RuleView & { line: number; drops: number })[];
  role: string | null;
  /** null: all namespaces. */
  namespaces: string[] | null;
  /** The service discovery whose targets are outside the input. */
  elsewhere: string | null;
  /** Pods and addresses are examples, because the input holds no running pods. */
  simulated: boolean;
  counts: { discovered: number; kept: number; dropped: number; duplicates: number };
  /** At most a few hundred of each; `counts` has them all. */
  kept: TargetView[];
  dropped: TargetView[];
}

export type ExportFormat = 'files-changed' | 'file' | 'multidoc' | Form | 'report' | 'scrape-config';
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
  /** The scrape job of a chain and its targets; null for a chain that makes no job. */
  targets(chain: string): TargetsView | null;
  /** A chain told hop by hop, and the ways to read it from outside, in the texts these goals make. */
  explain(chain: string, goals?: Goal[]): Explanation | null;
  /** What curl, a browser and Prometheus will see of a chain from everywhere, in the texts these goals make; null for a chain there is none of. */
  forecast(chain: string, goals?: Goal[]): Forecast | null;
  /** What a pasted message says, and what of the input explains it; empty where nothing of it is known. `chain`: the one looked at. */
  diagnose(text: string, chain?: string | null): Diagnosis[];
  /** The whole input as lanes, one a workload, by namespace. */
  overview(filter?: OverviewFilter): Scene;
  /** All chains that end at a workload (`Kind/namespace/name`), in one picture; null where none does. */
  workload(id: string): Scene | null;
  /** `focus`: the chain whose picture is wanted, when it is not the last goal's. */
  preview(goals: Goal[], focus?: string): PreviewView;
  /** The ways to a goal in the texts that other goals make before it, the safest first. */
  ways(goal: Goal, before?: Goal[]): Way[];
  /** Chains, objects, ports and labels by name: words, and `ns:`, `kind:`, `port:`, `is:` filters. */
  search(line: string): Found;
  /** Findings and ties of the text of one file, each at its place. */
  marks(path: string): TextMarks;
  /** Another name for the port named at a place (line and column 1-based), everywhere it is named; nothing is changed by asking. */
  renamePort(place: { file: string; line: number; column: number }, to: string): RenameAnswer;
  /** Everything that is to be said of the input: of chains, of objects, of rules and dashboards. */
  findings(): Finding[];
  /** Rules and dashboards and the chains that feed them; read only when asked for. Wants the PromQL parser (`withParts`). */
  rules(): RulesAnswer;
  /** Rules and panels that these goals cut off from a chain. */
  cutOff(goals: Goal[]): CutRow[];
  /** With `goals`: evidence of a preview, in the texts these goals make. */
  locate(ats: At[], goals?: Goal[]): (Place | null)[];
  /** The text of an object's document, parsed if it was not: findings about bodies that stayed unread. */
  open(file: string): { file: SourceFile; problems: Problem[] } | null;
  export(format: ExportFormat, goals: Goal[], file?: string): Exported | { refused: string };
  /** What would be sent of the input, and the fragment (without `#`) that holds it; `tooLarge`: nobody could open it. */
  share(request: ShareRequest): ShareContent & { fragment: string; tooLarge: boolean };
}
