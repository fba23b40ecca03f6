import { satisfies } from '../promql/matchers.ts';
import type { Expr, Matcher, VectorSelector } from '../promql/types.ts';
import type { Asked } from '../types.ts';
import { carried } from './carried.ts';
import { all, any, inverted, type Outcome, outcome, unsure } from './outcome.ts';
import type { Sources } from './sources.ts';
import { pins } from './values.ts';

/** Rules that record a metric, as far as the Prometheus in question evaluates them. */
export type Recorders = (metric: string, by: string | null) => readonly Recorder[];
export interface Recorder {
  asked: Asked;
  /** Matcher the operator puts on every selector of it (`enforcedNamespaceLabel`). */
  enforced: Matcher | null;
}

export interface Judge {
  /** `by`: the Prometheus that asks, null for any. */
  expr(expr: Expr, by: string | null, enforced: Matcher | null): Outcome;
  selector(selector: VectorSelector, by: string | null, enforced: Matcher | null): Outcome;
}

/** A recorded metric is followed through so many rules. */
const DEEPEST = 8;
/** Series the server makes of alerts: labels of rules, not of targets. */
const OF_ALERTS = /^ALERTS(?:_FOR_STATE)?$/;

interface Context {
  by: string | null;
  enforced: Matcher | null;
  /** Matchers that a recorded metric's reader asks for and that its labels carry through. */
  extra: readonly Matcher[];
  /** Rules on the way. */
  through: readonly string[];
}

export function createJudge(sources: Sources, recorders: Recorders): Judge {
  const known = new Map<string, Outcome>();

  const judge = (expr: Expr, c: Context): Outcome => {
    switch (expr.kind) {
      case 'constant':
        return outcome('constant');
      case 'selector':
        return selector(expr.selector, c);
      case 'aggregate':
        return all(expr.args.map((a) => judge(a, c)));
      case 'call': {
        const parts = all(expr.args.map((a) => judge(a, c)));
        return expr.name === 'absent' || expr.name === 'absent_over_time' ? inverted(parts) : parts;
      }
      case 'binary': {
        const left = judge(expr.left, c);
        if (expr.op === 'unless') return left;
        const right = judge(expr.right, c);
        return expr.op === 'or' || expr.filled ? any([left, right]) : all([left, right]);
      }
    }
  };

  const selector = ({ metric, matchers }: VectorSelector, c: Context): Outcome => {
    if (metric !== null && OF_ALERTS.test(metric)) return outcome('free');
    const asked = [
      ...(c.enforced ? matchers.filter((m) => m.label !== c.enforced?.label) : matchers),
      ...c.extra,
      ...(c.enforced ? [c.enforced] : []),
    ];
    const rules = metric === null ? [] : recorders(metric, c.by);
    if (rules.length > 0) {
      const made = any(rules.map((rule) => recorded(rule, asked, c)));
      // A colon is for recorded metrics only; under any other name an exporter may bring the same.
      return made.verdict === 'fed' || metric?.includes(':') ? made : any([made, direct(metric, asked, c.by)]);
    }
    return direct(metric, asked, c.by);
  };

  const direct = (metric: string | null, matchers: readonly Matcher[], by: string | null): Outcome => {
    const { verdict, chains, maybe, blockers } = sources.find(metric, matchers, by);
    const dropped = verdict === 'no' && blockers.some((b) => b.dropping.length > 0);
    const verdicts = { yes: 'fed', no: dropped ? 'dropped' : 'no-chain', unknown: 'unknown' } as const;
    return outcome(verdict === null ? 'free' : verdicts[verdict], { chains: new Set(chains), maybe: new Set(maybe), blockers });
  };

  const recorded = ({ asked, enforced }: Recorder, matchers: readonly Matcher[], c: Context): Outcome => {
    const { expr } = asked.query;
    if (!expr || c.through.length >= DEEPEST || c.through.includes(asked.id)) return outcome('unknown');
    const extra: Matcher[] = [];
    let certain = true;
    for (const m of matchers) {
      if (m.variable || !sources.labels.has(m.label)) continue;
      const own = Object.hasOwn(asked.labels, m.label) ? asked.labels[m.label] : undefined;
      const given = enforced?.label === m.label ? enforced.value : own;
      const way = given === undefined ? carried(expr, m.label) : 'dropped';
      if (way === 'kept') extra.push(m);
      else if (way === 'unknown') certain &&= !pins(m);
      else if (!satisfies(m, given ?? ''))
        return outcome('no-chain', {
          blockers: [{ metric: asked.name, matcher: m, has: given ? [given] : [], unscraped: [], dropping: [] }],
        });
    }
    const key = JSON.stringify([asked.id, c.by, extra.map((m) => [m.label, m.op, m.value])]);
    const made = known.get(key) ?? judge(expr, { by: c.by, enforced, extra, through: [...c.through, asked.id] });
    // In a ring the answer hangs on where it was entered.
    if (c.through.length === 0) known.set(key, made);
    return certain ? made : unsure(made);
  };

  const start = (by: string | null, enforced: Matcher | null): Context => ({ by, enforced, extra: [], through: [] });
  return {
    expr: (expr, by, enforced) => judge(expr, start(by, enforced)),
    selector: (s, by, enforced) => selector(s, start(by, enforced)),
  };
}
