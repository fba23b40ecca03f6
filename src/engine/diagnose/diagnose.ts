import type { Analysis } from '../analyze.ts';
import type { Chain, Said } from '../chain/index.ts';
import type { Finding, FindingCode } from '../checks/index.ts';
import { allFindings } from '../lint/index.ts';
import { MEANINGS, type Meaning } from './meanings.ts';
import { linesOf } from './normal.ts';
import { SPEAKERS } from './patterns/index.ts';
import type { Diagnosis, Suspect } from './types.ts';

/** Suspects named; more would name everything. */
const MOST = 6;

/** What a pasted text says, each message once, in its order; nothing where nothing of it is known. */
export function diagnose(analysis: Analysis | null, text: string, chain: string | null = null): Diagnosis[] {
  const lines = linesOf(text);
  const found = new Map<string, Diagnosis>();
  for (const line of lines) add(line);
  // What was typed from a picture may be broken anywhere.
  if (found.size === 0 && lines.length > 1) add(lines.join(' ').slice(0, 4000));
  return [...found.values()];

  function add(line: string): void {
    const heard = recognise(line);
    if (heard === null) return;
    const key = JSON.stringify([heard.class, heard.params]);
    if (found.has(key)) return;
    const meaning = MEANINGS[heard.class] ?? MEANINGS['http'];
    if (!meaning) return;
    const suspects = analysis ? suspectsOf(analysis, heard, meaning, chain) : [];
    const explained = suspects.some((s) => s.findings.length > 0);
    const look = explained ? [] : meaning.look.map((code): Said => ({ code: `look.${code}`, params: heard.params, at: [] }));
    found.set(key, { ...heard, hop: meaning.hop, suspects, look });
  }
}

type Heard = Pick<Diagnosis, 'quote' | 'class' | 'speaker' | 'params'>;

function recognise(line: string): Heard | null {
  for (const { id, patterns } of SPEAKERS)
    for (const { class: as, re } of patterns) {
      const match = re.exec(line);
      if (!match) continue;
      const groups = Object.fromEntries(Object.entries(match.groups ?? {}).filter(([, v]) => v !== undefined)) as Record<string, string>;
      const name = as === 'http' ? `http-${groups['status'] ?? ''}` : as;
      return { quote: match[0], class: name, speaker: id, params: { ...placesIn(line), ...groups } };
    }
  return null;
}

/** Job, URL and address as Prometheus and Go write them. */
function placesIn(line: string): Record<string, string> {
  const found: Record<string, string> = {};
  const job = /\b(serviceMonitor|podMonitor|probe|scrapeConfig)\/([\w.-]+)\/([\w.-]+)(?:\/(\d+))?/.exec(line);
  if (job) Object.assign(found, { job: job[0], kind: job[1], namespace: job[2], name: job[3], ...(job[4] ? { index: job[4] } : {}) });
  const url = /\b(https?):\/\/(\[[\da-f:]+\]|[^\s:/"']+)(?::(\d+))?(\/[^\s"']*)?/i.exec(line);
  if (url)
    Object.assign(found, {
      scheme: url[1]?.toLowerCase(),
      host: url[2],
      ...(url[3] ? { port: url[3] } : {}),
      ...(url[4] ? { path: url[4] } : {}),
    });
  const address = /(?:dial|listen) tcp ?\d? (\S*?):(\d+)\b/.exec(line) ?? /\bport (\d+)\b/.exec(line);
  const port = address?.at(-1);
  if (port && found['port'] === undefined) found['port'] = port;
  return found;
}

function suspectsOf(analysis: Analysis, heard: Heard, meaning: Meaning, wanted: string | null): Suspect[] {
  const byChain = new Map<string, Finding[]>();
  for (const finding of allFindings(analysis)) {
    if (finding.chain === null) continue;
    const list = byChain.get(finding.chain);
    if (list) list.push(finding);
    else byChain.set(finding.chain, [finding]);
  }
  const ranked = analysis.chains.flatMap((chain) => {
    const because = reasonsFor(chain, heard);
    if (because === null) return [];
    const findings = [...new Set((byChain.get(chain.id) ?? []).map((f) => f.code).filter((code) => meaning.codes.includes(code)))];
    const named = because.length > 0;
    const weight = (chain.id === wanted ? 8 : 0) + (named ? 4 : 0) + (findings.length > 0 ? 2 : 0) + (chain.status === 'broken' ? 1 : 0);
    // A chain that nothing names and nothing is wrong with is no suspect.
    return named || findings.length > 0 || chain.id === wanted ? [{ chain, findings, because, weight }] : [];
  });
  ranked.sort((a, b) => b.weight - a.weight || (a.chain.id < b.chain.id ? -1 : 1));
  return ranked.slice(0, MOST).map(({ chain, findings, because }) => ({
    chain: chain.id,
    link: chain.links.some((l) => l.kind === meaning.hop) ? meaning.hop : null,
    findings: findings.sort((a, b) => rank(meaning.codes, a) - rank(meaning.codes, b)),
    because,
  }));
}

const rank = (codes: readonly FindingCode[], code: FindingCode): number => codes.indexOf(code);

/** Why the message may be about this chain; null where it names another. */
function reasonsFor(chain: Chain, { params }: Heard): Said[] | null {
  const said = (code: string, of: Said['params']): Said => ({ code: `because.${code}`, params: of, at: [chain.at] });
  const { job, kind, namespace, name, index, port, account } = params;
  const [chainKind = '', chainNamespace = '', rest = ''] = chain.monitor.split('/');
  if (job !== undefined) {
    const same = chainKind.toLowerCase() === String(kind).toLowerCase() && chainNamespace === namespace && rest === name;
    if (!same || (index !== undefined && String(chain.index) !== String(index))) return null;
    return [said('job', { job })];
  }
  if (port !== undefined && chain.targets.length > 0) {
    const number = Number(port);
    const scraped = chain.targets.some((t) => t.number === number || t.behind.some((l) => l.port === number));
    return scraped ? [said('port', { port: number })] : null;
  }
  if (account !== undefined && chain.discovery.length > 0)
    return chain.discovery.some(({ prometheus }) => prometheus.split('/')[1] === namespace)
      ? [said('account', { account, namespace: namespace ?? '' })]
      : null;
  return [];
}
