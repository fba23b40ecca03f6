import type { ObjectView, QueryFinding, QueryItem, RulesView } from './types.ts';

/** Remarks in the order of the input: what the operator rejects or leaves, then what no chain feeds. */
export function findingsOf(view: Pick<RulesView, 'objects' | 'items'>): QueryFinding[] {
  const left = new Set(view.objects.filter((o) => o.selection === 'not-selected' || o.problems.length > 0).map((o) => o.id));
  return [
    ...view.objects.flatMap((o) => [...invalid(o), ...notSelected(o)]),
    ...view.items.flatMap((item) => (left.has(item.object) ? [] : unfed(item))),
  ];
}

const nameOf = (id: string): string => id.split('/').at(-1) ?? id;

const invalid = (o: ObjectView): QueryFinding[] =>
  o.problems.map(({ code, params, at }) => ({
    code: 'rule-invalid',
    params: { name: '', ...params, object: nameOf(o.id), variant: code === 'promql' ? (params['why'] ?? code) : code },
    severity: 'error',
    object: o.id,
    item: null,
    evidence: [at],
  }));

function notSelected(o: ObjectView): QueryFinding[] {
  if (o.selection !== 'not-selected' || !o.refusal) return [];
  const { by, why, key, wanted, got, evidence } = o.refusal;
  const params = { object: nameOf(o.id), prometheus: nameOf(by), namespace: o.namespace, key, wanted, got, variant: why };
  return [{ code: 'rule-not-selected', params, severity: 'warning', object: o.id, item: null, evidence }];
}

function unfed(item: QueryItem): QueryFinding[] {
  if (item.verdict !== 'no-chain' && item.verdict !== 'dropped' && item.verdict !== 'always') return [];
  const blocker = item.blockers.find((b) => b.dropping.length > 0 === (item.verdict === 'dropped')) ?? item.blockers[0];
  const [dropping] = blocker?.dropping ?? [];
  const [unscraped] = blocker?.unscraped ?? [];
  const elsewhere = item.verdict === 'dropped' ? 'dropped' : unscraped ? 'unscraped' : item.form;
  const variant = item.verdict === 'always' ? 'always' : elsewhere;
  const params = {
    name: item.name,
    group: item.group,
    object: nameOf(item.object),
    matcher: blocker ? `${blocker.matcher.label}${blocker.matcher.op}"${blocker.matcher.value}"` : '',
    metric: blocker?.metric ?? '',
    has: blocker?.has.join(', ') || '–',
    chain: dropping ?? unscraped ?? '',
    variant,
  };
  return [
    {
      code: 'rule-unfed',
      params,
      severity: item.kind === 'rule' && item.verdict !== 'dropped' ? 'warning' : 'info',
      object: item.object,
      item: item.id,
      evidence: [item.at],
    },
  ];
}
