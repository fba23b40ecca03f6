import type { ReasonCode, WarningCode } from '../engine/chain/index.ts';
import type { FindingCode, LintCode, RuleCode } from '../engine/checks/index.ts';
import type { Lang } from './types.ts';

/** What is behind a code: how it comes about, what one sees of it, what to do. Whole sentences, without placeholders. */
export interface HelpText {
  why: string;
  symptom: string;
  fix: string;
}

/** Codes by the file in which their help stands. A code without help does not compile. */
interface Codes {
  reason: ReasonCode;
  warning: WarningCode;
  remark: Exclude<FindingCode, ReasonCode | WarningCode | LintCode | RuleCode>;
  object: LintCode;
  rule: RuleCode;
}
export type HelpCode = Codes[keyof Codes];
export type HelpOf<K extends keyof Codes> = Readonly<Record<Codes[K], HelpText>>;
export type Help = Readonly<Record<HelpCode, HelpText>>;

/**
 * The help of every code, loaded when somebody asks for it. `source` is where the rule comes from: a file of a project, or an
 * API. The answer is null for a code that is not known.
 */
export async function loadHelp(lang: Lang): Promise<(code: string) => (HelpText & { source: string }) | null> {
  const catalogue = lang === 'en' ? import('./en/help/index.ts') : import('./zh-CN/help/index.ts');
  const [{ help }, { sources }] = await Promise.all([catalogue, import('./sources.ts')]);
  const isKnown = (code: string): code is HelpCode => Object.hasOwn(help, code);
  return (code) => (isKnown(code) ? { ...help[code], source: sources[code] } : null);
}
