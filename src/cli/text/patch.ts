import type { Preview } from '../../engine/patch/index.ts';
import type { CutRow } from '../../engine/queries/index.ts';
import { findingText } from '../../words/findings.ts';
import type { Words } from '../../words/index.ts';
import { goalText } from '../../words/pullRequest.ts';
import { painter } from './colour.ts';

interface How {
  colour: boolean;
  /** Nothing but why a goal is not reached. */
  refusalsOnly: boolean;
}

/** What a change does, what follows from it, and how the chain then stands: messages beside the change itself. */
export function patchText(preview: Preview, cut: readonly CutRow[], words: Words, { colour, refusalsOnly }: How): string {
  const paint = painter(colour);
  const lines: string[] = [];
  preview.goals.forEach((goal, i) => {
    const refusal = preview.refusals[i];
    const way = preview.strategies[i];
    if (refusal) lines.push(`${paint('red', words('patch', 'refused'))} ${words.code('patch', refusal.code, refusal.params)}`);
    else if (!refusalsOnly) lines.push(`${goal.chain} → ${goalText(words, goal.goal)}: ${words.code('patch', `strategy.${way}`)}`);
  });
  if (refusalsOnly) return lines.map((line) => `${line}\n`).join('');
  for (const change of preview.changes) {
    lines.push(change.path);
    for (const step of change.steps) lines.push(`  ${words.code('patch', step.code, step.params)}`);
  }
  for (const c of preview.consequences) lines.push(`${words('cli', `severity.${c.severity}`)}: ${words.code('patch', c.code, c.params)}`);
  if (cut.length > 0) lines.push(`${words('cli', 'severity.warning')}: ${words('queries', 'cut.title')}`);
  for (const { row } of cut) {
    const form = words('queries', `form.${row.form}`);
    lines.push(`  ${words('queries', 'cut.line', { name: row.name, form, group: row.group, matchers: row.expr.slice(0, 120) })}`);
  }
  for (const f of preview.newFindings)
    lines.push(`${words('cli', 'patch.new', { code: f.code })}: ${findingText(words, f.code, f.params)}`);
  for (const chain of preview.after)
    lines.push(words('cli', 'patch.after', { chain: chain.id, status: words('chain', `status.${chain.status}`) }));
  return lines.map((line) => `${line}\n`).join('');
}
