import type { Analysis } from '../analyze.ts';
import type { Finding } from '../checks/index.ts';
import { type QueryFinding, rulesView } from '../queries/index.ts';
import type { At } from '../yaml/index.ts';
import { OBJECT_RULES } from './rules/index.ts';
import { silencesOf } from './silence.ts';

const found = new WeakMap<Analysis, readonly Finding[]>();

/** Everything that is to be said of the input: of chains, of objects by themselves, of rules and dashboards; once each. */
export function allFindings(analysis: Analysis): readonly Finding[] {
  let all = found.get(analysis);
  if (!all) {
    const { silence } = silencesOf(analysis);
    const rules = rulesView(analysis).findings.map(ofRule);
    all = distinct([...once(analysis.findings), ...objectFindings(analysis), ...rules]).map(silence);
    found.set(analysis, all);
  }
  return all;
}

const key = ({ doc, path }: At): string => JSON.stringify([doc, path]);

/** A remark on something that many chains share, such as a Prometheus or a pod, is said once. */
function once(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ code, params, evidence, severity }) => {
    if (severity === 'error' || !SHARED.has(code)) return true;
    const text = JSON.stringify([code, params, evidence.map(key)]);
    if (seen.has(text)) return false;
    seen.add(text);
    return true;
  });
}
const SHARED: ReadonlySet<string> = new Set([
  'prometheus-paused',
  'operator-ignores',
  'sharded',
  'probe-mismatch',
  'rights-unknown',
  'unbuilt-kustomization',
  'no-replicas',
  'node-open',
  'undefined-variable',
]);

/** Panels of one name that ask the same say it once. */
function distinct(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ code, params, chain, object, evidence }) => {
    const text = JSON.stringify([code, params, chain, object, evidence.map(key)]);
    return !seen.has(text) && seen.add(text);
  });
}

/** What an error of a chain says of a line is not said again. */
function objectFindings(analysis: Analysis): Finding[] {
  const told = new Set(analysis.findings.flatMap((f) => (f.severity === 'error' ? f.evidence.map(key) : [])));
  return OBJECT_RULES.flatMap(({ code, run }) =>
    run(analysis)
      .filter(({ evidence }) => !evidence.some((at) => told.has(key(at))))
      .map((hit): Finding => ({ ...hit, code, chain: null })),
  );
}

const ofRule = ({ code, params, severity, object, evidence }: QueryFinding): Finding => {
  return { code, params, severity, chain: null, object, evidence };
};
