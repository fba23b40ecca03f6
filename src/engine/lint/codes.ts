import { REASONS, WARNINGS } from '../chain/index.ts';
import { ACROSS, LINT_CODES, REMARKS } from '../checks/index.ts';
import { QUERY_CODES } from '../queries/index.ts';

/** Every code a finding may have. */
export const CODES: ReadonlySet<string> = new Set<string>([...REASONS, ...WARNINGS, ...REMARKS, ...ACROSS, ...LINT_CODES, ...QUERY_CODES]);

export const isCode = (code: string): boolean => CODES.has(code);
