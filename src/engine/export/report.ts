import type { Analysis } from '../analyze.ts';
import type { Chain, Side, Status, Symptom, Target } from '../chain/index.ts';
import type { Finding } from '../checks/index.ts';
import type { At } from '../yaml/index.ts';
import { type Places, placesOf } from './places.ts';

/** How codes become sentences: the report itself knows no language. */
export interface Say {
  finding(code: string, params: Record<string, string | number>): string;
  problem(code: string, params: Record<string, string | number>): string;
}

interface ReportTarget
  extends Pick<Target, 'service' | 'servicePort' | 'workload' | 'number' | 'container' | 'portName' | 'listener' | 'serves'> {
  upstream: Target['upstream'];
  policies: string[];
  network: string[];
  job: string | null;
  providedBy: string | null;
}
interface ReportSide {
  value: string;
  file: string | null;
  line: number | null;
}
interface ReportChain
  extends Pick<Chain, 'id' | 'port' | 'targetPort' | 'scheme' | 'path' | 'selectedBy' | 'status' | 'reasons' | 'first' | 'warnings'> {
  file: string | null;
  line: number | null;
  /** The first broken hop in one sentence, and the values that disagree. */
  verdict: {
    code: string | null;
    params: Record<string, string | number>;
    message: string | null;
    symptom: Symptom | null;
    facts: { name: string; asks: ReportSide | null; has: ReportSide | null }[];
    /** Commands whose output settles an incomplete chain. */
    settle: string[];
  };
  targets: ReportTarget[];
}

/** The JSON report, version 1: a contract, extended only by adding. The browser exports the same document. */
export interface Report {
  version: 1;
  summary: { files: number; documents: number; objects: number; chains: number; status: Partial<Record<Status, number>> };
  problems: {
    code: string;
    params: Record<string, string | number>;
    severity: string;
    file: string;
    line: number;
    column: number;
    message: string;
  }[];
  chains: ReportChain[];
  findings: {
    code: string;
    params: Record<string, string | number>;
    severity: string;
    chain: string | null;
    object: string | null;
    message: string;
    evidence: { file: string; line: number; column: number; text: string }[];
    /** Who says that it is known, and why it stays. */
    silenced?: { reason: string; file: string; line: number };
  }[];
}

/** `findings`: those of chains alone, unless all that is to be said is given. */
export function buildReport(analysis: Analysis, say: Say, findings: readonly Finding[] = analysis.findings): Report {
  const { ingested, chains } = analysis;
  const places = placesOf(ingested);
  return {
    version: 1,
    summary: {
      files: ingested.files.length,
      documents: ingested.docs.size,
      objects: ingested.objectCount,
      chains: chains.length,
      status: statusCounts(chains),
    },
    problems: ingested.problems.map((p) => ({
      code: p.code,
      params: p.params,
      severity: p.severity,
      file: p.file,
      line: p.line,
      column: p.column,
      message: say.problem(p.code, p.params),
    })),
    chains: chains.map((chain) => reportChain(chain, places, say)),
    findings: findings.map((f) => ({
      code: f.code,
      params: f.params,
      severity: f.severity,
      chain: f.chain,
      object: f.object,
      message: say.finding(f.code, f.params),
      evidence: f.evidence.flatMap((at) => evidence(at, places)),
      ...(f.silenced ? { silenced: f.silenced } : {}),
    })),
  };
}

export function statusCounts(chains: readonly Chain[]): Partial<Record<Status, number>> {
  const counts: Partial<Record<Status, number>> = {};
  for (const { status } of chains) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

function reportChain(chain: Chain, places: Places, say: Say): ReportChain {
  const place = places.at(chain.at);
  const { id, port, targetPort, scheme, path, selectedBy, status, reasons, first, warnings } = chain;
  return {
    id,
    file: place?.file ?? null,
    line: place?.line ?? null,
    port,
    targetPort,
    scheme,
    path,
    selectedBy,
    status,
    reasons,
    first,
    warnings,
    verdict: reportVerdict(chain, places, say),
    targets: chain.targets.map((t) => ({
      service: t.service,
      servicePort: t.servicePort,
      workload: t.workload,
      number: t.number,
      container: t.container,
      portName: t.portName,
      listener: t.listener,
      serves: t.serves,
      upstream: t.upstream,
      policies: t.policies,
      network: t.network,
      job: t.job,
      providedBy: t.providedBy,
    })),
  };
}

function reportVerdict({ verdict }: Chain, places: Places, say: Say): ReportChain['verdict'] {
  const { code, params, symptom, facts, settle } = verdict;
  const sideOf = (side: Side | null): ReportSide | null => {
    if (side === null) return null;
    const place = side.at && places.at(side.at);
    return { value: side.value, file: place?.file ?? null, line: place?.line ?? null };
  };
  return {
    code,
    params,
    message: code === null ? null : say.finding(code, params),
    symptom,
    facts: facts.map(({ name, left, right }) => ({ name, asks: sideOf(left), has: sideOf(right) })),
    settle,
  };
}

function evidence(at: At, places: Places): Report['findings'][number]['evidence'] {
  const place = places.at(at);
  return place ? [{ file: place.file, line: place.line, column: place.column, text: place.text }] : [];
}
