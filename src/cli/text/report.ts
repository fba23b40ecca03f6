import type { Report } from '../../engine/export/index.ts';
import { findingAdvice } from '../../words/findings.ts';
import type { Words } from '../../words/index.ts';
import { type Paint, painter, STATUS_COLOUR } from './colour.ts';
import { table } from './width.ts';

type ReportChain = Report['chains'][number];
type ReportTarget = ReportChain['targets'][number];
type ReportFinding = Report['findings'][number];

const MARK: Readonly<Record<string, string>> = { error: '✗', warning: '!', info: '·' };
/** Targets named in the table before the rest is only counted. */
const NAMED_TARGETS = 3;

/** The report as a table to read in a terminal: a line a chain, below it what is to be said about it. `order`: chain ids, worst first. */
export function reportText(report: Report, order: readonly string[], words: Words, colour: boolean): string {
  const paint = painter(colour);
  const byId = new Map(report.chains.map((c) => [c.id, c]));
  const chains = order.flatMap((id) => byId.get(id) ?? []);
  const lines = [summaryLine(report, chains, words)];
  if (chains.length === 0) lines.push(words('cli', 'no-chains'));
  else lines.push('', ...chainLines(chains, report.findings, words, paint));
  // Notes on dashboards are many, and stand in `check`.
  const objects = report.findings.filter((f) => f.chain === null && f.severity !== 'info');
  if (objects.length > 0) lines.push('', words('cli', 'objects.title'), ...objects.flatMap((f) => findingLines(f, words, paint)));
  if (report.problems.length > 0) lines.push('', ...problemLines(report.problems, words, paint));
  return `${lines.join('\n')}\n`;
}

function summaryLine({ summary }: Report, order: readonly ReportChain[], words: Words): string {
  const statuses = [...new Set(order.map((c) => c.status))].map((s) => `${summary.status[s] ?? 0} ${words.code('chain', `status.${s}`)}`);
  const chains = words('cli', 'chains', { count: summary.chains });
  const read = (['files', 'documents', 'objects'] as const).map((what) => words('cli', what, { count: summary[what] })).join(', ');
  return statuses.length > 0 ? words('cli', 'summary', { chains, statuses: statuses.join(', '), read }) : `${chains} (${read})`;
}

function chainLines(chains: readonly ReportChain[], findings: readonly ReportFinding[], words: Words, paint: Paint): string[] {
  const said = groupByChain(findings);
  const head = (['status', 'chain', 'scrapes', 'targets'] as const).map((c) => words('cli', `column.${c}`));
  const rows = chains.map((chain) => [
    words.code('chain', `status.${chain.status}`),
    chain.id,
    [chain.scheme, chain.port ?? chain.targetPort, chain.path].filter((part) => part !== null).join(' '),
    targetsText(chain.targets, words),
  ]);
  const [title = '', ...aligned] = table([head, ...rows]);
  return [
    paint('dim', title),
    ...chains.flatMap((chain, i) => {
      const status = rows[i]?.[0] ?? '';
      const line = aligned[i] ?? '';
      const painted = paint(STATUS_COLOUR[chain.status], status) + line.slice(status.length);
      return [
        painted,
        ...verdictLines(chain, words, paint),
        ...(said.get(chain.id) ?? []).flatMap((finding) => findingLines(finding, words, paint)),
        ...settleLines(chain, words),
      ];
    }),
  ];
}

function groupByChain(findings: readonly ReportFinding[]): Map<string, ReportFinding[]> {
  const groups = new Map<string, ReportFinding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.chain ?? '');
    if (group) group.push(finding);
    else groups.set(finding.chain ?? '', [finding]);
  }
  return groups;
}

function findingLines(finding: ReportFinding, words: Words, paint: Paint): string[] {
  const { code, severity, message, params, evidence } = finding;
  const place = evidence[0] ? paint('dim', `  (${evidence[0].file}:${evidence[0].line})`) : '';
  const mark = severity === 'error' ? paint('red', MARK['error'] ?? '') : (MARK[severity] ?? '');
  if (finding.silenced)
    return [`    ${paint('dim', `${MARK['info']} ${code}: ${words('cli', 'silenced.why', { reason: finding.silenced.reason })}`)}${place}`];
  const advice = severity === 'warning' ? null : findingAdvice(words, code, params);
  return [`    ${mark} ${code}: ${message}${place}`, ...(advice === null ? [] : [`      → ${advice}`])];
}

/** For a chain that cannot be judged: the one command whose output, added to the input, settles it. */
function settleLines({ verdict }: ReportChain, words: Words): string[] {
  return verdict.settle.map((command) => `      → ${words('cli', 'settle', { command })}`);
}

/** How the first broken hop shows in Prometheus, and the two values that disagree, each with its line. */
function verdictLines({ verdict: { symptom, facts } }: ReportChain, words: Words, paint: Paint): string[] {
  if (symptom === null) return [];
  const side = (key: 'verdict.asks' | 'verdict.has', one: (typeof facts)[number]['asks']) => {
    const place = one?.file ? paint('dim', `  (${one.file}:${one.line})`) : '';
    return `${words('chain', key)}: ${one?.value ?? words('chain', 'verdict.nothing')}${place}`;
  };
  const [fact] = facts;
  const pair = fact ? [`${side('verdict.asks', fact.asks)} / ${side('verdict.has', fact.has)}`] : [];
  return [words('chain', `symptom.${symptom}.why`), ...pair].map((line) => `    ${line}`);
}

function targetsText(targets: readonly ReportTarget[], words: Words): string {
  if (targets.length === 0) return words('cli', 'no-target');
  const named = targets.slice(0, NAMED_TARGETS).map((t) => {
    const where = `${t.workload ?? t.providedBy ?? t.service ?? ''} ${t.listener ?? t.number ?? ''}`.trim();
    const upstream = t.upstream.map(([container, port, scheme]) => `${container} ${scheme} ${port}`).join(' → ');
    return upstream === '' ? where : words('cli', 'through', { listener: where, upstream });
  });
  const rest = targets.length - named.length;
  return [...named, ...(rest > 0 ? [words('cli', 'more-targets', { count: rest })] : [])].join(', ');
}

function problemLines(problems: Report['problems'], words: Words, paint: Paint): string[] {
  return [
    words('cli', 'problems.title'),
    ...problems.map(({ severity, file, line, column, message, code }) => {
      const mark = severity === 'error' ? paint('red', MARK['error'] ?? '') : (MARK[severity] ?? '');
      return `  ${mark} ${file}:${line}:${column} ${code}: ${message}`;
    }),
  ];
}
