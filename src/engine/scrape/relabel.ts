import type { GeneratedRule, RuleOrigin, ScrapeJob } from './config/index.ts';
import { type KnownLabels, runRules } from './rules.ts';
import type { Relabelled } from './types.ts';

const ADDRESS = new Set(['__address__', '__scheme__', '__metrics_path__']);

/** Labels that no manifest determines, `__name__` of samples among them; any other label that is absent is known to be empty. */
const RUNTIME =
  /^__meta_kubernetes_(pod_(ip|host_ip|node_name|uid|name|ready|phase|controller_name)|node_.*|endpoint(slice)?_.*(node_name|hostname|ready|zone|serving|terminating|address_target_name)|pod_label(present)?_(pod_template_hash|controller_revision_hash|statefulset_kubernetes_io_pod_name|apps_kubernetes_io_pod_index|batch_.*|job_name)|pod_annotation.*|pod_container_id)$|^__meta_(?!kubernetes_)|^instance$|^__name__$/;

/** Of targets that are not pods of the input, nothing about pods, nodes and endpoints is known. */
const OUTSIDE = /^__meta_kubernetes_(pod|node|endpoint)/;

/** The joins have answered these already, with evidence; which shard takes a target hangs on its address. */
const ANSWERED = new Set<RuleOrigin>(['selector', 'port', 'phase', 'shard']);

/** Rules of these origins can say what the operator itself would not. */
const FOREIGN = new Set<RuleOrigin>(['user', 'scrape-class']);

/**
 * What a job's rules make of a target, on labels that manifests determine. Three-valued: a rule over run-time labels decides
 * nothing (promcfg.go for the rules, Prometheus model/relabel for what they mean).
 */
export function relabel(job: ScrapeJob, start: KnownLabels, outsideInput = false): Relabelled {
  const rules = job.relabelings.filter((r) => !ANSWERED.has(r.origin));
  const absent = (name: string) => (RUNTIME.test(name) || (outsideInput && OUTSIDE.test(name)) ? null : '');
  const outcome = runRules(
    rules.map((r) => r.rule),
    new Map([['job', job.name], ...start]),
    { absent },
  );
  const { labels } = outcome;
  const value = (name: string): string | null => labels.get(name) ?? null;
  return {
    droppedBy: outcome.droppedBy === null ? null : (rules[outcome.droppedBy] ?? null),
    unknown: outcome.unknown.flatMap((index) => rules[index] ?? []),
    rewrites: new Set(rules.filter(isForeign).flatMap((r) => addressOf(r))),
    scheme: value('__scheme__')?.toLowerCase() ?? null,
    job: value('job'),
    labels: new Map([...labels].filter(([name]) => !name.startsWith('__'))),
  };
}

const isForeign = ({ origin }: GeneratedRule): boolean => FOREIGN.has(origin);
const addressOf = ({ rule }: GeneratedRule): string[] => {
  const target = rule['target_label'];
  return typeof target === 'string' && ADDRESS.has(target) ? [target] : [];
};
