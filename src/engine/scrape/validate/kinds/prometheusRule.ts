import type { Fields } from '../../../objects/index.ts';
import { atLeast } from '../../version.ts';
import type { Judge } from '../judge.ts';
import { parseDuration } from '../text/duration.ts';
import { isLabelName, isMetricName, type NameScheme, nameScheme } from '../text/labelName.ts';

/** operator/rules.go ValidateRule, rulefmt of Prometheus. Templates in labels and annotations are not read. */
export function prometheusRule(object: Fields, judge: Judge): void {
  const spec = object.map('spec');
  const scheme = nameScheme(judge.version, judge.release);
  const size = textSize(spec.value, LARGEST);
  if (size > LARGEST) judge.reject(spec, null, 'rule-too-large', { limit: LARGEST });
  const names = new Set<string>();
  for (const group of spec.list('groups')) {
    const name = group.str('name') ?? '';
    if (name === '') judge.reject(group, 'name', 'rule-group-unnamed');
    if (names.has(name)) judge.reject(group, 'name', 'rule-group-repeated', { group: name });
    names.add(name);
    duration(group, 'interval', judge);
    // What an old Prometheus does not know is taken out before anyone looks.
    if (atLeast(judge.version, '2.53.0')) duration(group, 'query_offset', judge);
    if (atLeast(judge.version, '3.0.0')) labels(group, scheme, judge);
    for (const rule of group.list('rules')) ruleOf(rule, scheme, judge);
  }
}

function ruleOf(rule: Fields, scheme: NameScheme, judge: Judge): void {
  const record = rule.str('record') ?? '';
  const alert = rule.str('alert') ?? '';
  if (record !== '' && alert !== '') judge.reject(rule, 'alert', 'rule-two-names', { record, alert });
  if (record === '' && alert === '') judge.reject(rule, null, 'rule-unnamed');
  expression(rule, judge);
  duration(rule, 'for', judge);
  const keeps = atLeast(judge.version, '2.42.0');
  if (keeps) duration(rule, 'keep_firing_for', judge, rule.raw('keep_firing_for') === '');
  if (record !== '') {
    const onlyAlerts = (field: string): void => judge.reject(rule, field, 'rule-only-for-alerts', { field, record });
    if (Object.keys(rule.map('annotations').value).length > 0) onlyAlerts('annotations');
    if (parseDuration(rule.str('for') ?? '')) onlyAlerts('for');
    if (keeps && parseDuration(rule.str('keep_firing_for') ?? '')) onlyAlerts('keep_firing_for');
    if (!isMetricName(record, scheme) || /[{}]/.test(record)) judge.reject(rule, 'record', 'rule-record-name', { record });
  }
  labels(rule, scheme, judge);
  const annotations = rule.map('annotations');
  for (const name of Object.keys(annotations.value))
    if (!isLabelName(name, scheme)) judge.reject(annotations, name, 'label-name-invalid', { name });
}

function expression(rule: Fields, judge: Judge): void {
  const value = rule.intOrString('expr');
  const missing = value === null || value === '';
  if (missing) judge.reject(rule, 'expr', 'rule-expression-missing');
  const why = missing ? null : (judge.world.promql?.(String(value)) ?? null);
  if (why !== null) judge.reject(rule, 'expr', 'rule-expression-invalid', { why });
}

/** An empty duration is none, except where `evenEmpty`. */
function duration(holder: Fields, field: string, judge: Judge, evenEmpty = false): void {
  const value = holder.str(field) ?? '';
  if ((value !== '' || evenEmpty) && parseDuration(value) === null) judge.reject(holder, field, 'duration-invalid', { value });
}

function labels(holder: Fields, scheme: NameScheme, judge: Judge): void {
  const own = holder.map('labels');
  for (const name of Object.keys(own.value))
    if (!isLabelName(name, scheme) || name === '__name__') judge.reject(own, name, 'label-name-invalid', { name });
}

/** Half of what fits into a ConfigMap, in bytes (operator/rules.go MaxConfigMapDataSize). */
const LARGEST = 524_288;

/** Characters of all texts, at most the bytes of the written file; stops beyond `enough`. */
function textSize(value: unknown, enough: number): number {
  let size = 0;
  const open: unknown[] = [value];
  while (open.length > 0 && size <= enough) {
    const next = open.pop();
    if (typeof next === 'string') size += next.length;
    else if (typeof next === 'object' && next !== null)
      for (const [key, entry] of Object.entries(next)) {
        if (!Array.isArray(next)) size += key.length;
        open.push(entry);
      }
  }
  return size;
}
