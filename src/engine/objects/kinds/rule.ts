import { open } from '../base.ts';
import type { Fields } from '../fields.ts';
import type { KindReader, PrometheusRule, RuleEntry, RuleGroup } from '../types.ts';
import { headOf } from './unread.ts';

const ruleOf = (r: Fields): RuleEntry => {
  const expr = r.intOrString('expr');
  return {
    index: r.index,
    alert: r.str('alert') || null,
    record: r.str('record') || null,
    expr: expr === null ? null : String(expr),
    labels: r.labels('labels'),
    annotated: Object.keys(r.labels('annotations')).length > 0,
    for: r.str('for') || null,
    keepFiringFor: r.str('keep_firing_for') || null,
    at: r.at,
    exprAt: r.atKey('expr'),
  };
};

const groupOf = (g: Fields): RuleGroup => ({
  index: g.index,
  name: g.str('name') ?? '',
  interval: g.str('interval') || null,
  labels: g.labels('labels'),
  rules: g.list('rules').map(ruleOf),
  at: g.at,
});

/** The body stays unread until someone asks what the rules depend on. */
export const prometheusRule: KindReader<PrometheusRule> = {
  group: 'monitoring.coreos.com',
  kinds: ['PrometheusRule'],
  eager: false,
  read: (raw) => ({
    ...headOf<'PrometheusRule'>(raw),
    open() {
      const { base, fields } = open<'PrometheusRule'>(raw);
      return { labels: base.labels, groups: fields.map('spec').list('groups').map(groupOf) };
    },
  }),
};
