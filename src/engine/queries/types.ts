import type { RawObject } from '../ingest/index.ts';
import type { At, Path } from '../yaml/index.ts';
import type { Expr, Matcher, QueryError, VectorSelector } from './promql/types.ts';

export type Form = 'alert' | 'record' | 'panel' | 'variable' | 'annotation';

/** An expression of the input and where it stands: `at` in the manifest, `inside` in the JSON that stands there. */
export interface Asked {
  /** `PrometheusRule/ns/name#group/rule`, or the object, its key and the path in the JSON. */
  id: string;
  object: string;
  kind: 'rule' | 'dashboard';
  form: Form;
  /** Name of the rule group, title of the dashboard. */
  group: string;
  /** Name of the alert, recorded metric, panel, variable. */
  name: string;
  expr: string;
  at: At;
  inside: Path | null;
  /** Labels a recorded series gets, the group's own included. */
  labels: Readonly<Record<string, string>>;
  query: { expr: Expr | null; selectors: VectorSelector[]; error: QueryError | null };
}

/** Why the operator rejects a rule object, and where. */
export interface RuleProblem {
  code:
    | 'promql'
    | 'no-expr'
    | 'no-name'
    | 'two-names'
    | 'record-annotations'
    | 'record-for'
    | 'record-name'
    | 'label-name'
    | 'group-name'
    | 'group-repeated'
    | 'duration'
    | 'too-large';
  params: Record<string, string | number>;
  at: At;
  /** Place in the expression, for `promql`. */
  offset: number | null;
}

/** What a rule or dashboard object holds. */
export interface QueryObject {
  id: string;
  kind: 'rule' | 'dashboard';
  raw: RawObject;
  labels: Readonly<Record<string, string>>;
  asked: Asked[];
  problems: RuleProblem[];
}

/**
 * Labels of one target as they stand on its series, null where only the running cluster tells. `certain`: the target
 * exists and no other labels do; otherwise a match is only possible, while a known value that differs still excludes.
 */
export interface ChainLabels {
  /** Chain id; the object's id for a Probe or ScrapeConfig. */
  chain: string;
  labels: ReadonlyMap<string, string | null>;
  certain: boolean;
  /** Labels the process exposes win over the target's (domain.md j1). */
  honorLabels: boolean;
  /** With honorLabels: the process may hand on series of others, with their `job` and `instance`. */
  foreign: boolean;
  /** Labels that metric relabelings may write or delete; 'all' where a pattern decides. */
  rewritten: ReadonlySet<string> | 'all';
  /** Metric relabelings that keep or drop by the metric's name alone; they apply to names as exposed. */
  filters: readonly { action: 'keep' | 'drop'; regex: string }[];
  /** Label the operator forces onto target and series; it wins over everything. */
  enforced: string | null;
  /** Ids of the Prometheus objects that scrape it; null: not known, so any may. */
  scrapedBy: readonly string[] | null;
  /** What the object behind it is called, in names and selector values: tells which open chain was likely meant. */
  hints: readonly string[];
}

/** Something through which series can come that no chain of the input shows. */
export interface OpenDoor {
  code: 'no-prometheus' | 'no-chains' | 'additional-scrape-configs' | 'remote' | 'thanos-ruler';
  object: string | null;
}

export type Tri = 'yes' | 'no' | 'unknown';

/**
 * `fed`: some chain brings every series it needs. `no-chain`: no chain can, it never has a result. `dropped`: one could, but its
 * metric relabelings drop the metric, often on purpose. `always`: it asks for
 * absence and nothing is there. `constant`: it needs no series. `unknown`: nothing in it tells, or something outside may feed it.
 */
export type Verdict = 'fed' | 'no-chain' | 'dropped' | 'always' | 'constant' | 'unknown';

/** A matcher that stands in the way, with the values chains have for its label. */
export interface Blocker {
  metric: string | null;
  matcher: Matcher;
  has: string[];
  /** Chains that would satisfy it but that no Prometheus evaluating the rule scrapes. */
  unscraped: string[];
  /** Chains that fit and whose metric relabelings drop the metric. */
  dropping: string[];
}

export interface SelectorVerdict {
  selector: VectorSelector;
  verdict: Tri;
  chains: string[];
}

export interface QueryItem extends Omit<Asked, 'query' | 'labels'> {
  verdict: Verdict;
  /** Chains that feed it; those that might, and of them the one whose name fits. */
  chains: string[];
  maybe: string[];
  likely: string[];
  blockers: Blocker[];
  selectors: SelectorVerdict[];
  open: OpenDoor[];
  error: QueryError | null;
}

export type SelectionState = 'selected' | 'not-selected' | 'unknown';

/** A rule or dashboard object, and for rules who evaluates them. */
export interface ObjectView {
  id: string;
  kind: 'rule' | 'dashboard';
  /** `unknown` where the input has nothing that selects rules; dashboards are not selected at all. */
  selection: SelectionState;
  namespace: string;
  selectedBy: string[];
  /** Evidence of the first selector that refuses it. */
  refusal: { by: string; why: 'nil-selector' | 'namespace' | 'labels'; key: string; wanted: string; got: string; evidence: At[] } | null;
  problems: RuleProblem[];
}

export interface RulesView {
  objects: ObjectView[];
  items: QueryItem[];
  findings: QueryFinding[];
}

export const QUERY_CODES = ['rule-unfed', 'rule-not-selected', 'rule-invalid'] as const;
/** A remark on a rule or dashboard; `params.variant` picks the sentence `code.variant` of words/queries.ts. */
export interface QueryFinding {
  code: (typeof QUERY_CODES)[number];
  params: Record<string, string | number>;
  severity: 'error' | 'warning' | 'info';
  object: string;
  /** Id of the item; null for the whole object. */
  item: string | null;
  evidence: At[];
}

/** A rule, panel or variable as lists show it. */
export interface RuleRow {
  id: string;
  object: string;
  kind: 'rule' | 'dashboard';
  form: Form;
  group: string;
  name: string;
  expr: string;
  at: At;
  verdict: Verdict;
  /** Chains that feed it, and those whose name says that they were meant to. */
  chains: string[];
  maybe: string[];
  /** Matchers that no chain satisfies, as written. */
  blockers: string[];
  error: QueryError['code'] | null;
}
export interface RulesAnswer {
  rows: RuleRow[];
  findings: QueryFinding[];
}
/** A rule or panel that a change cuts off, with the chains it loses. */
export interface CutRow {
  row: RuleRow;
  lost: string[];
  verdict: Verdict | null;
}
