import { findingText } from './findings.ts';
import type { Words } from './index.ts';
import type { Params } from './types.ts';

interface Said {
  code: string;
  params: Params;
}
/** What is told of a change: as the engine's preview has it. */
export interface ToldChange {
  goals: readonly { chain: string; goal: string }[];
  strategies: readonly (string | null)[];
  changes: readonly { path: string; before: string; after: string | null; steps: readonly Said[] }[];
  consequences: readonly (Said & { severity: string })[];
  newFindings: readonly Said[];
}

/** What is wanted of a chain, in words. */
export const goalText = (words: Words, goal: string): string =>
  goal.startsWith('fix:') ? words('patch', 'goal.fix', { code: goal.slice('fix:'.length) }) : words.code('patch', `goal.${goal}`);

/** A pull request's text in Markdown: why, what, risk, how to verify, rollback. */
export function pullRequestText(change: ToldChange, words: Words): string {
  const section = (title: string, lines: readonly string[]): string => (lines.length === 0 ? '' : `## ${title}\n\n${lines.join('\n')}\n\n`);
  const why = change.goals.map(({ chain, goal }, i) => {
    const way = words.code('patch', `strategy.${change.strategies[i] ?? 'met'}`);
    return `- ${code(chain)}: ${goalText(words, goal)} (${way})`;
  });
  const what = change.changes.flatMap(({ path, before, after, steps }) => [
    `- ${code(path)}${before === '' ? ` (${words('patch', 'pr.new')})` : after === null ? ` (${words('patch', 'pr.removed')})` : ''}`,
    ...steps.map((s) => `  - ${plain(words.code('patch', s.code, s.params))}`),
  ]);
  const warnings = change.consequences.filter((c) => c.severity !== 'info');
  const risk = [...warnings, ...change.consequences.filter((c) => c.severity === 'info')].map(
    (c) => `- ${plain(words.code('patch', c.code, c.params))}`,
  );
  const found = change.newFindings.map((f) => `- ${f.code}: ${plain(findingText(words, f.code, f.params))}`);
  const chains = [...new Set(change.goals.map((g) => g.chain))];
  const verify = [
    `- ${words('patch', 'pr.verify.report')}\n\n  \`\`\`sh\n  linkchain report .\n${chains.map((c) => `  linkchain forecast --chain ${quoted(c)} .`).join('\n')}\n  \`\`\``,
    `- ${words('patch', 'pr.verify.up')}`,
  ];
  const rollback = [`- ${words('patch', 'pr.rollback.git')}`, `- ${words('patch', 'pr.rollback.cluster')}`];
  return [
    section(words('patch', 'pr.why'), why),
    section(words('patch', 'pr.what'), what),
    section(words('patch', 'pr.risk'), [...risk, ...found]),
    section(words('patch', 'pr.verify'), verify),
    section(words('patch', 'pr.rollback'), rollback),
  ]
    .join('')
    .trimEnd()
    .concat('\n');
}

/** Names of the input are text, whatever they look like. */
const plain = (text: string): string => text.replace(/[\\`*_[\]<>|]/g, '\\$&').replace(/[\r\n]+/g, ' ');
const code = (text: string): string => `\`${text.replace(/[`\r\n]/g, ' ')}\``;
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''").replace(/[\r\n`]/g, ' ')}'`;
