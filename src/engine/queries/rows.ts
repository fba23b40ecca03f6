import type { Matcher } from './promql/types.ts';
import type { QueryItem, RuleRow, RulesAnswer, RulesView } from './types.ts';

const matcherText = ({ label, op, value }: Matcher): string => `${label}${op}"${value}"`;

/** An item as lists show it; how its expression was taken apart stays behind. */
export const rowOf = (item: QueryItem): RuleRow => ({
  id: item.id,
  object: item.object,
  kind: item.kind,
  form: item.form,
  group: item.group,
  name: item.name,
  expr: item.expr,
  at: item.at,
  verdict: item.verdict,
  chains: item.chains,
  maybe: item.likely,
  blockers: [...new Set(item.blockers.map((b) => matcherText(b.matcher)))],
  error: item.error?.code ?? null,
});

/** What the page lists: all items, what is to be said of them, and the rule objects nobody evaluates among the findings. */
export const answerOf = (view: RulesView): RulesAnswer => ({ rows: view.items.map(rowOf), findings: view.findings });
