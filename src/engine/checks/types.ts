import type { ReasonCode, WarningCode } from '../chain/index.ts';
import type { At } from '../yaml/index.ts';

/** Findings that are neither a chain's reason nor its warning. */
export const REMARKS = [
  'token-in-clear',
  'proxy-bypass',
  'proxy-rbac-missing',
  'policy-not-evaluated',
  'scrape-rbac-missing',
  'proxy-path-refused',
  'endpoints-differ',
  'unbuilt-kustomization',
  'reference-not-in-input',
  'tls-unverifiable',
  'credentials-file-missing',
  'path-not-served',
  'node-open',
  'job-label-missing',
  'probe-mismatch',
  'prometheus-paused',
  'operator-ignores',
  'sharded',
  'namespace-label',
  'port-not-opened',
  'prometheus-rejected',
  'no-replicas',
  'rights-unknown',
  'undefined-variable',
] as const;
/** Found by holding chains against each other. */
export const ACROSS = ['duplicate-scrape'] as const;
/** Of objects by themselves. */
export const LINT_CODES = ['duplicate-port-name', 'invalid-port-name', 'quoted-number', 'misplaced-field', 'unknown-field'] as const;
export type LintCode = (typeof LINT_CODES)[number];
/** Of rules and dashboards (queries). */
export type RuleCode = 'rule-unfed' | 'rule-not-selected' | 'rule-invalid';
export type FindingCode = ReasonCode | WarningCode | (typeof REMARKS)[number] | (typeof ACROSS)[number] | LintCode | RuleCode;

export type Severity = 'error' | 'warning' | 'info';

/** A remark on a chain or on an object, with both sides as evidence; words turn code and params into a sentence. */
export interface Finding {
  code: FindingCode;
  params: Record<string, string | number>;
  severity: Severity;
  /** Chain id; null where it is about an object that stands in no chain. */
  chain: string | null;
  /** Id of the object it is about; null where it is about the chain as a whole. */
  object: string | null;
  /** Set where somebody says that it is known, and why it stays. */
  silenced?: { reason: string; file: string; line: number };
  /** Places the user would look at, most telling first. */
  evidence: At[];
}
