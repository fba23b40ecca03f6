import type { Cluster } from '../../cluster/index.ts';
import { type RawObject, within } from '../../ingest/index.ts';
import type { OperatedObject, PrometheusObject } from '../../objects/index.ts';
import { selectObject } from '../../scrape/index.ts';
import type { Path } from '../../yaml/index.ts';
import type { Matcher } from '../promql/types.ts';
import type { ObjectView, QueryObject } from '../types.ts';
import { isExcluded } from './chains.ts';

/** A Prometheus or ThanosRuler that evaluates a rule object. */
export interface Evaluator {
  /** Id of the Prometheus; null for a ThanosRuler, which asks others. */
  prometheus: string | null;
  ruler: string | null;
  enforced: Matcher | null;
}

export interface RuleSelection extends Pick<ObjectView, 'selection' | 'selectedBy' | 'refusal'> {
  evaluators: Evaluator[];
}

type Ruler = PrometheusObject | OperatedObject;
const isRuler = (o: { kind: string }): o is Ruler => o.kind === 'Prometheus' || o.kind === 'ThanosRuler';

export const rulersOf = (cluster: Cluster): Ruler[] => [...cluster.objects.values()].filter(isRuler);

/** Who takes a rule object up (domain.md a1, a2, a19). Nobody in the input who could: not known. */
export function selectRules(cluster: Cluster, rulers: readonly Ruler[], object: QueryObject): RuleSelection {
  const { raw, labels } = object;
  const target = { namespace: raw.namespace, labels, at: (path: Path) => within(raw, path) };
  const results = rulers.map((ruler) => ({
    ruler,
    ...selectObject(cluster, ruler.namespace, ruler.rules.selector, ruler.rules.namespaceSelector, target),
  }));
  const taking = results.filter((r) => r.state !== 'not-selected');
  const [refused] = results;
  const selected = results.some((r) => r.state === 'selected');
  return {
    selection: selected ? 'selected' : results.length === 0 || taking.length > 0 ? 'unknown' : 'not-selected',
    selectedBy: results.filter((r) => r.state === 'selected').map((r) => r.ruler.id),
    refusal: taking.length > 0 || !refused ? null : refusalBy(refused.ruler, refused, raw),
    evaluators: taking.map(({ ruler }) => ({
      prometheus: ruler.kind === 'Prometheus' ? ruler.id : null,
      ruler: ruler.kind === 'Prometheus' ? null : ruler.id,
      enforced: enforcedOn(ruler, raw),
    })),
  };
}

function refusalBy(ruler: Ruler, made: ReturnType<typeof selectObject>, raw: RawObject): ObjectView['refusal'] {
  const wrong = [...(made.why === 'namespace' ? made.namespace : []), ...made.labels].find((c) => c.holds === false);
  const why = made.why === 'selected' ? 'labels' : made.why;
  const selector = why === 'namespace' ? ruler.rules.namespaceSelector : ruler.rules.selector;
  return {
    by: ruler.id,
    why,
    key: wrong?.requirement.key ?? '',
    wanted: wrong?.requirement.values.join(', ') ?? '',
    got: wrong?.value ?? '',
    evidence: [wrong?.requirement.at ?? selector?.at ?? ruler.at(['spec']), wrong?.at ?? within(raw, ['metadata', 'labels'])],
  };
}

/** The matcher that stands on every selector of a rule whose namespace is enforced (prometheus-operator labeler.go). */
function enforcedOn(ruler: Ruler, { namespace, name }: RawObject): Matcher | null {
  const label = ruler.rules.enforcedLabel;
  if (label === null || isExcluded(ruler, { kind: 'PrometheusRule', namespace, name })) return null;
  return { label, op: '=', value: namespace, from: 0, to: 0, variable: false };
}
