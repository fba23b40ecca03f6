import type { Analysis } from '../analyze.ts';
import type { LintCode, Severity } from '../checks/index.ts';
import type { At } from '../yaml/index.ts';

/** Something an object check found. */
export interface ObjectHit {
  /** Id of the object. */
  object: string;
  params: Record<string, string | number>;
  severity: Severity;
  /** Most telling first. */
  evidence: At[];
}

/** One place per check of objects by themselves, in whatever chains they stand. */
export interface ObjectRule {
  code: LintCode;
  run(analysis: Analysis): ObjectHit[];
}
