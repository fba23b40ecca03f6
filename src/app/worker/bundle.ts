import type { Engine } from '../../engine/api.ts';
import type { Forecast, ForecastRow } from '../../engine/forecast/index.ts';
import { withParts } from '../../engine/scrape/index.ts';
import type { ShareState } from '../../engine/share/index.ts';
import { explainedText } from '../../words/explained.ts';
import { findingAdvice, findingText, verdictText } from '../../words/findings.ts';
import { classText } from '../../words/forecast.ts';
import type { Words } from '../../words/index.ts';
import { VERSION } from '../version.ts';

export interface BundleInput {
  state: ShareState;
  withheld: readonly string[];
  /** The operator's release that is followed. */
  release: string;
  link: string;
}

/** Issue trackers cut longer bodies off: manifests beyond this are only in the link. */
const MOST = 50_000;

/** What somebody who is to help needs: the chain in words, what is found, what each client will see, the manifests, the link. */
export async function bundleText(engine: Engine, { state, withheld, release, link }: BundleInput, words: Words): Promise<string> {
  const id = state.chain ?? '';
  const goals = state.goals;
  const view = await withParts(() => engine.chain(id));
  const preview = view && goals.length > 0 ? await withParts(() => engine.preview(goals, id)) : null;
  const explained = await withParts(() => engine.explain(id, goals));
  const forecast = await withParts(() => engine.forecast(id, goals));
  const chain = preview?.chain ?? view?.chain ?? null;
  const findings = preview?.findings ?? view?.findings ?? [];
  const sections = [
    `# ${plain(id || words('app', 'tab.overview'))}`,
    chain && `**${words('chain', `status.${chain.status}`)}**: ${plain(verdictText(words, chain.status, chain.verdict))}`,
    ...(explained?.paragraphs ?? []).flatMap(({ title, sentences }) => [
      `## ${words.code('explain', `title.${title}`)}`,
      sentences.map((s) => `- ${plain(explainedText(words, s))}`).join('\n'),
    ]),
    findings.length > 0 && `## ${words('app', 'findings.all')}`,
    findings
      .map((f) => {
        const advice = findingAdvice(words, f.code, f.params);
        return `- ${code(f.code)} ${plain(findingText(words, f.code, f.params))}${advice ? `\n  ${plain(advice)}` : ''}`;
      })
      .join('\n'),
    goals.length > 0 && `## ${words('app', 'bundle.goals')}`,
    goals.map((g) => `- ${code(`${g.chain} → ${g.goal}`)}`).join('\n'),
    ...(forecast ? forecastSections(forecast, words) : []),
    `## ${words('app', 'bundle.manifests')}`,
    ...manifests(state, words),
    withheld.length > 0 && words('share', 'withheld', { count: withheld.length }),
    `## ${words('app', 'share.link')}`,
    `<${link}>`,
    words('app', 'bundle.versions', { version: VERSION, release }),
  ];
  return `${sections.filter(Boolean).join('\n\n')}\n`;
}

function forecastSections({ subjects }: Forecast, words: Words): string[] {
  if (subjects.length === 0) return [];
  return [
    `## ${words('app', 'drawer.forecast')}`,
    ...subjects.map(({ role, port, container, workload, service, rows }) => {
      const of = [container, workload ?? service].filter(Boolean).join(' · ');
      const title = words('app', `forecast.subject.${role}`, { port: port ?? '?', of });
      return [`**${plain(title)}**`, '', '| | | |', '|---|---|---|', ...rows.flatMap((row) => rowLines(row, words))].join('\n');
    }),
  ];
}

const rowLines = (row: ForecastRow, words: Words): string[] =>
  row.cells.map((cell) => {
    const from = `${words.code('forecast', `vantage.${row.vantage}`)} ${code(row.address)}`;
    const asked = `${words.code('forecast', `client.${cell.client}`)} ${words.code('forecast', `asking.${cell.asking}`)}`;
    const seen = cell.outcomes.map((o) => classText(words, o)).join(words('app', 'forecast.or'));
    return `| ${from} | ${plain(asked)} | ${plain(seen)} |`;
  });

function manifests(state: ShareState, words: Words): string[] {
  const whole = state.files.reduce((n, f) => n + f.text.length, 0);
  if (whole > MOST) return [words('app', 'bundle.tooLong')];
  return state.files.map(({ path, text }) => {
    // A fence longer than any run of backticks in the text: nothing in it can end it.
    const fence = '`'.repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map((m) => m[0].length + 1)));
    return `${code(path)}\n\n${fence}yaml\n${text.endsWith('\n') ? text : `${text}\n`}${fence}`;
  });
}

/** Names of the input are text, whatever they look like; nobody is mentioned by an @. */
const plain = (text: string): string => text.replace(/[\\`*_[\]<>|#@~]/g, '\\$&').replace(/[\r\n]+/g, ' ');
const code = (text: string): string => `\`${text.replace(/[`\r\n|]/g, ' ')}\``;
