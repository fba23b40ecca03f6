import type { Chain, Joined, JoinedTarget, Link, ReasonCode, Status, Target, WarningCode } from '../chain/index.ts';
import { buildLinks, REASONS } from '../chain/index.ts';
import { lazily } from '../lazy/index.ts';
import { describe } from '../listen/index.ts';
import type { At } from '../yaml/index.ts';
import type { Check, Hit } from './check.ts';
import { type Scrape, scrapesOf } from './scrapes.ts';
import type { Finding, Severity } from './types.ts';
import { verdictOf } from './verdict.ts';

/** Not needed before there is a chain. */
const rules = lazily(() => import('./rules/index.ts'));

type Judged = Omit<Chain, 'verdict'>;

interface Found {
  check: Check;
  hits: Hit[];
}

/** The only place that sets a status: runs every check over a joined chain and weighs what they found (report.md "Status"). */
export function judge(joined: Joined): { chain: Chain; findings: Finding[]; scrapes: Scrape[] } {
  const { resolution: r } = joined;
  const found: Found[] = rules()
    .CHECKS.map((check) => ({ check, hits: check.run(joined) }))
    .filter((f) => f.hits.length > 0);
  const targets = joined.targets.map((t, index) => toTarget(t, reasonsOfTarget(found, index)));
  const counted = countedTargets(targets);
  const reasons = chainReasons(found, targets, counted);
  const warnings = found.flatMap(({ check, hits }) =>
    check.kind === 'warning' && hits.some((h) => h.target === undefined || counted.has(h.target)) ? [check.code] : [],
  );
  const status = weigh(joined, targets, counted, reasons, warnings);
  const endpoint = r.endpoint;
  const judged: Judged = {
    id: r.id,
    monitor: r.monitor.id,
    index: endpoint?.index ?? null,
    at: endpoint?.at ?? r.monitor.at([]),
    port: endpoint?.port ?? null,
    targetPort: endpoint?.targetPort ?? endpoint?.portNumber ?? null,
    scheme: endpoint?.scheme ?? null,
    path: endpoint?.metricsPath ?? null,
    selectedBy: r.selections.filter((s) => s.state === 'selected').map((s) => s.prometheus.id),
    status,
    reasons,
    first: REASONS.find((code) => reasons.includes(code)) ?? null,
    warnings: warnings.sort(),
    targets,
    links: withCodes(buildLinks(joined), joined, found, reasons),
    nearMisses: joined.nearMisses,
    discovery: joined.discovery,
    rights: joined.rights,
    sendsToken: endpoint !== null && (endpoint.bearerTokenFile !== null || endpoint.auth.length > 0),
  };
  const findings = toFindings(found, judged, counted);
  const link = found.find(({ check }) => check.code === judged.first)?.check.link ?? null;
  const chain: Chain = { ...judged, verdict: verdictOf(joined, judged, findings, link) };
  return { chain, findings, scrapes: scrapesOf(joined, chain) };
}

/** What shows only where chains are held against each other. */
export const judgeTogether = (scrapes: readonly Scrape[]): Finding[] => (scrapes.length < 2 ? [] : rules().duplicateScrapes(scrapes));

const reasonsOfTarget = (found: readonly Found[], index: number): ReasonCode[] =>
  found.flatMap(({ check, hits }) => (check.kind === 'reason' && hits.some((h) => h.target === index) ? [check.code] : []));

/** Targets a relabeling drops on purpose are no failure while others are kept. */
function countedTargets(targets: readonly Target[]): Set<number> {
  const all = [...targets.keys()];
  const kept = all.filter((i) => !targets[i]?.reasons.includes('dropped-by-relabeling'));
  return new Set(kept.length > 0 ? kept : all);
}

function chainReasons(found: readonly Found[], targets: readonly Target[], counted: ReadonlySet<number>): ReasonCode[] {
  const codes = new Set<ReasonCode>();
  for (const { check, hits } of found) if (check.kind === 'reason' && hits.some((h) => h.target === undefined)) codes.add(check.code);
  for (const index of counted) for (const code of targets[index]?.reasons ?? []) codes.add(code);
  return [...codes].sort();
}

/** The other end is not in the input: nothing is wrong as far as anyone can see. */
const ABSENT = new Set<ReasonCode>(['service-not-found', 'no-workload', 'service-without-selector']);

function weigh(
  joined: Joined,
  targets: readonly Target[],
  counted: ReadonlySet<number>,
  reasons: readonly ReasonCode[],
  warnings: readonly WarningCode[],
): Status {
  const ofTarget = (code: ReasonCode) => targets.some((t) => t.reasons.includes(code));
  // Of several addresses one may fail while the others are scraped.
  const ofAddress = (code: ReasonCode) => targets.length > 0 && joined.resolution.misses.some((m) => m.asked && m.code === code);
  const chainWide = reasons.some((code) => !ofTarget(code) && !ofAddress(code));
  const some = reasons.some(ofAddress);
  const failing = [...counted].filter((i) => (targets[i]?.reasons.length ?? 0) > 0).length;
  if (reasons.length > 0 && reasons.every((code) => ABSENT.has(code)) && joined.nearMisses.length === 0) return 'incomplete';
  if (reasons.length === 0 && joined.resolution.elsewhere !== null) return 'external';
  if (targets.length === 0 || chainWide || failing === counted.size) return 'broken';
  if (failing > 0 || some) return 'partial';
  const selections = joined.resolution.selections;
  const undecided = selections.some((s) => s.state === 'unknown') && !selections.some((s) => s.state === 'selected');
  if (undecided || warnings.includes('netpol-unknown')) return 'incomplete';
  return joined.targets.every((t) => t.raw.workload === null) ? 'external' : 'ok';
}

function toTarget(t: JoinedTarget, reasons: ReasonCode[]): Target {
  const { raw } = t;
  const hops: Target['upstream'] = t.behind.map((l, i) => [
    l.container,
    l.port,
    (i === 0 ? t.process : t.behind[i - 1])?.upstream?.scheme ?? 'http',
  ]);
  if (t.assumedUpstream) hops.push([t.assumedUpstream.container, t.assumedUpstream.upstream.port, t.assumedUpstream.upstream.scheme]);
  return {
    service: raw.service?.service.id ?? null,
    servicePort: raw.servicePort?.name ?? null,
    workload: raw.workload?.id ?? null,
    number: raw.number,
    container: raw.declared?.container ?? null,
    portName: raw.declared?.port.name ?? null,
    listener: t.process ? describe(t.process) : null,
    serves: t.process?.serves ?? null,
    upstream: hops,
    policies: t.policies,
    network: t.verdicts.map((v) => (v.verdict.state === 'egress-denied' ? 'denied' : v.verdict.state)),
    job: raw.relabelled.job,
    providedBy: raw.service?.providedBy ?? null,
    reasons,
    process: t.process,
    behind: t.behind,
    conflict: t.conflict,
    verdicts: t.verdicts,
  };
}

/** Marks the hop each code is about; a hop that a reason names is broken, whatever its facts say. */
function withCodes(links: Link[], joined: Joined, found: readonly Found[], reasons: readonly ReasonCode[]): Link[] {
  for (const { check, hits } of found) {
    if (check.link === null || check.kind === 'remark') continue;
    for (const link of links) {
      if (link.kind !== check.link || !hits.some((h) => concerns(link, joined, h))) continue;
      link.codes.push(check.code);
      if (check.kind === 'reason' && reasons.includes(check.code) && link.state === 'ok') link.state = 'broken';
    }
  }
  return links;
}

function concerns(link: Link, joined: Joined, h: Hit): boolean {
  if (h.target === undefined) return true;
  const raw = joined.targets[h.target]?.raw;
  const id = raw?.workload?.id ?? raw?.service?.service.id;
  return link.from.object === id || link.to.object === id;
}

function toFindings(found: readonly Found[], chain: Judged, counted: ReadonlySet<number>): Finding[] {
  return found.flatMap(({ check, hits }) =>
    hits
      .filter((h) => h.target === undefined || counted.has(h.target))
      .slice(0, 3)
      .map((h) => ({
        code: check.code,
        params: h.params,
        severity: h.severity ?? severityOf(check, chain),
        chain: chain.id,
        object: null,
        evidence: h.evidence.filter((at): at is At => at !== null),
      })),
  );
}

function severityOf(check: Check, chain: Judged): Severity {
  if (check.kind !== 'reason') return check.severity;
  return chain.status === 'broken' || chain.status === 'partial' ? 'error' : 'info';
}
