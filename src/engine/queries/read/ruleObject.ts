import type { Labels, PrometheusRule, RuleEntry, RuleGroup } from '../../objects/index.ts';
import { selectorsOf } from '../promql/selectors.ts';
import type { Query } from '../promql/types.ts';
import type { Asked, QueryObject, RuleProblem } from '../types.ts';
import { withinLimit } from './size.ts';

/** More rules of one object are not read. */
const MOST_RULES = 5000;
/** Tools fill these in before the object reaches the cluster: what stands there is not yet the expression. */
const TEMPLATE = /\{\{|\$\{|\$\(|<no value>/;

/** A PrometheusRule with its expressions, and everything for which the operator rejects it whole. */
export function readRuleObject(object: PrometheusRule): QueryObject {
  const { labels, groups } = object.open();
  const problems: RuleProblem[] = withinLimit(object) ? [] : [{ code: 'too-large', params: {}, at: object.at(['spec']), offset: null }];
  const asked: Asked[] = [];
  const names = new Set<string>();
  for (const group of groups) {
    problems.push(...groupProblems(group, names));
    for (const rule of group.rules) {
      if (asked.length >= MOST_RULES) break;
      const query = queryOf(rule.expr ?? '');
      problems.push(...ruleProblems(rule, query));
      asked.push(askedBy(object, group, rule, query));
    }
  }
  return { id: object.id, kind: 'rule', raw: object.raw, labels, asked, problems };
}

function queryOf(expr: string): Query {
  const query = selectorsOf(expr);
  if (query.error === null || !TEMPLATE.test(expr)) return query;
  return { ...query, error: { code: 'template', offset: expr.search(TEMPLATE), detail: '' } };
}

const askedBy = (object: PrometheusRule, group: RuleGroup, rule: RuleEntry, query: Query): Asked => ({
  id: `${object.id}#${group.index}/${rule.index}`,
  object: object.id,
  kind: 'rule',
  form: rule.alert === null && rule.record !== null ? 'record' : 'alert',
  group: group.name,
  name: rule.alert ?? rule.record ?? '',
  expr: rule.expr ?? '',
  at: rule.exprAt,
  inside: null,
  labels: { ...group.labels, ...rule.labels },
  query,
});

const DURATION = /^(?:0|(?:\d+y)?(?:\d+w)?(?:\d+d)?(?:\d+h)?(?:\d+m)?(?:\d+s)?(?:\d+ms)?)$/;
const isZero = (duration: string): boolean => !/[1-9]/.test(duration);

/** Prometheus model/rulefmt RuleGroups.Validate, as far as no template of an annotation is concerned. */
function groupProblems(group: RuleGroup, names: Set<string>): RuleProblem[] {
  const problems: RuleProblem[] = [];
  const add = (code: RuleProblem['code'], at: RuleProblem['at'], params = {}) => problems.push({ code, params, at, offset: null });
  const at = (key: string) => ({ ...group.at, path: [...group.at.path, key] });
  if (group.name === '') add('group-name', group.at);
  else if (names.has(group.name)) add('group-repeated', at('name'), { group: group.name });
  names.add(group.name);
  if (group.interval !== null && !DURATION.test(group.interval)) add('duration', at('interval'), { value: group.interval });
  for (const name of badLabels(group.labels)) add('label-name', at('labels'), { name });
  return problems;
}

function ruleProblems(rule: RuleEntry, query: Query): RuleProblem[] {
  const problems: RuleProblem[] = [];
  const name = rule.alert ?? rule.record ?? '';
  const at = (key: string) => ({ ...rule.at, path: [...rule.at.path, key] });
  const add = (code: RuleProblem['code'], where: RuleProblem['at'], params = {}) =>
    problems.push({ code, params: { name, ...params }, at: where, offset: null });
  if (rule.alert !== null && rule.record !== null) add('two-names', at('record'));
  if (rule.alert === null && rule.record === null) add('no-name', rule.at);
  if (rule.expr === null || rule.expr === '') add('no-expr', rule.expr === null ? rule.at : rule.exprAt);
  else if (query.error && REFUSED.has(query.error.code))
    problems.push({
      code: 'promql',
      params: { name, why: query.error.code, detail: query.error.detail, ...lineOf(rule.expr, query.error.offset) },
      at: rule.exprAt,
      offset: query.error.offset,
    });
  for (const key of ['for', 'keep_firing_for'] as const) {
    const value = key === 'for' ? rule.for : rule.keepFiringFor;
    if (value === null) continue;
    if (!DURATION.test(value)) add('duration', at(key), { value });
    else if (rule.record !== null && !isZero(value)) add('record-for', at(key), { field: key });
  }
  if (rule.record !== null && rule.annotated) add('record-annotations', at('annotations'));
  if (rule.record !== null && /[{}]/.test(rule.record)) add('record-name', at('record'));
  for (const label of badLabels(rule.labels)) add('label-name', at('labels'), { name: label });
  return problems;
}

/** Our own limits are not Prometheus'. */
const REFUSED = new Set(['syntax', 'escape', 'regex', 'empty-selector', 'name-twice', 'type', 'empty']);

const badLabels = (labels: Labels): string[] => Object.keys(labels).filter((name) => name === '' || name === '__name__');

const lineOf = (text: string, offset: number): { line: number; column: number } => {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
};
