import type { RelabelRule } from '../objects/index.ts';
import { regexMatches } from './match.ts';
import { matchRegex } from './regex/index.ts';
import type { Relabelled } from './types.ts';

/** A label's value, or null when only a running pod or node decides it. */
export type KnownLabels = Map<string, string | null>;

const ADDRESS = new Set(['__address__', '__scheme__', '__metrics_path__']);

/** Labels that no manifest determines, `__name__` of samples among them; any other label that is absent is known to be empty. */
const RUNTIME =
  /^__meta_kubernetes_(pod_(ip|host_ip|node_name|uid|name|ready|phase|controller_name)|node_.*|endpoint(slice)?_.*(node_name|hostname|ready|zone|serving|terminating|address_target_name)|pod_label(present)?_(pod_template_hash|controller_revision_hash|statefulset_kubernetes_io_pod_name|apps_kubernetes_io_pod_index|batch_.*|job_name)|pod_annotation.*|pod_container_id)$|^__meta_(?!kubernetes_)|^instance$|^__name__$/;

/** Of targets that are not pods of the input, nothing about pods, nodes and endpoints is known. */
const OUTSIDE = /^__meta_kubernetes_(pod|node|endpoint)/;

/**
 * Runs the user's relabelings over what manifests determine. Three-valued: a rule over run-time labels decides nothing.
 * Semantics of Prometheus model/relabel: sources joined by the separator, regex fully anchored, an empty result deletes.
 */
export function relabel(rules: readonly RelabelRule[], start: KnownLabels, outsideInput = false): Relabelled {
  const { labels, droppedBy, unknown } = relabelled(rules, start, outsideInput);
  return {
    droppedBy,
    unknown,
    rewrites: new Set(rules.map((rule) => rule.targetLabel).filter((label) => ADDRESS.has(label))),
    scheme: labels.get('__scheme__')?.toLowerCase() ?? null,
    job: labels.get('job') ?? null,
  };
}

/** The same with all labels as the rules leave them. */
export function relabelled(
  rules: readonly RelabelRule[],
  start: KnownLabels,
  outsideInput: boolean,
): Pick<Relabelled, 'droppedBy' | 'unknown'> & { labels: KnownLabels } {
  const labels = new Map(start);
  const result = { unknown: false };
  const end = (droppedBy: number | null) => ({ droppedBy, unknown: result.unknown, labels });
  const read = (name: string): string | null => {
    const value = labels.get(name);
    if (value !== undefined) return value;
    return RUNTIME.test(name) || (outsideInput && OUTSIDE.test(name)) ? null : '';
  };
  for (const [index, rule] of rules.entries()) {
    const sources = rule.sourceLabels.map(read);
    const joined = sources.includes(null) ? null : sources.join(rule.separator);
    switch (rule.action) {
      case 'keep':
      case 'drop': {
        // `.*` decides the same way whatever the value is.
        const always = rule.regex === '(.*)' || rule.regex === '.*';
        if (joined === null && !always) {
          result.unknown = true;
          break;
        }
        const matched = always || regexMatches(rule.regex, joined ?? '');
        if (matched === (rule.action === 'drop')) return end(index);
        break;
      }
      case 'keepequal':
      case 'dropequal': {
        const target = read(rule.targetLabel);
        if (joined === null || target === null) result.unknown = true;
        else if ((joined === target) === (rule.action === 'dropequal')) return end(index);
        break;
      }
      case 'replace': {
        const value = joined === null ? null : replaced(rule, joined);
        if (value !== undefined) labels.set(rule.targetLabel, value);
        break;
      }
      case 'lowercase':
      case 'uppercase':
        labels.set(rule.targetLabel, joined === null ? null : rule.action === 'lowercase' ? joined.toLowerCase() : joined.toUpperCase());
        break;
      case 'hashmod':
        labels.set(rule.targetLabel, null);
        break;
      case 'labelmap':
        // Names that come out of a pattern: what they overwrite is not followed.
        for (const name of [...labels.keys()]) if (regexMatches(rule.regex, name)) labels.set(mapped(rule, name), labels.get(name) ?? null);
        break;
      case 'labeldrop':
      case 'labelkeep':
        for (const name of [...labels.keys()])
          if (!name.startsWith('__') && regexMatches(rule.regex, name) === (rule.action === 'labeldrop')) labels.delete(name);
        break;
    }
  }
  return end(null);
}

/** undefined: the regex does not match and the label stays as it is. */
function replaced(rule: RelabelRule, joined: string): string | undefined {
  const groups = matchRegex(rule.regex, joined);
  if (groups === null || groups === 'invalid') return undefined;
  return expand(rule.replacement, (name) => groups[Number(name)] ?? '');
}
const mapped = (rule: RelabelRule, name: string): string => replaced(rule, name) ?? name;

/** Go regexp Expand: `$1`, `${1}`, `$name`; `$$` is a dollar. */
const expand = (template: string, group: (name: string) => string): string =>
  template.replace(/\$(?:\$|\{(\w+)\}|(\w+))/g, (whole, braced?: string, bare?: string) => {
    const name = braced ?? bare;
    return name === undefined ? (whole === '$$' ? '$' : whole) : group(name);
  });
