import { startDraft } from './draft.ts';
import { type PatchInput, refuse } from './input.ts';
import { type ChainStrategy, isScheme, kindOf, type PortStrategy, type Task } from './job.ts';
import { kustomizeTells } from './kustomize.ts';
import { isMet } from './met.ts';
import { readableOutside } from './outside.ts';
import { changePorts, fittingPorts, noWay } from './ports.ts';
import { STRATEGIES } from './strategies/index.ts';
import type { Goal, Plan, Refusal, Scheme } from './types.ts';

const NOTHING: Plan = { strategy: 'met', files: [], steps: [], consequences: [], offers: [] };

/**
 * How to reach a goal: edits by source range with their reasons, or why not. A goal that is met is a plan without edits.
 * Whether the plan keeps its promise is for `previewGoals` to prove.
 */
export function planGoal(input: PatchInput, goal: Goal): Plan | Refusal {
  let first: Refusal | null = null;
  for (const plan of plansFor(input, goal)) {
    if (!('code' in plan)) return plan;
    first ??= plan;
  }
  return first ?? refuse('no-way', { chain: goal.chain });
}

/** Every way to a goal in the order of safety, each planned only when it is asked for; or the one way the goal names. */
export function* plansFor(input: PatchInput, wanted: Goal): Generator<Plan | Refusal, void, undefined> {
  const goal: Goal = wanted.goal === 'tidy-names' ? { ...wanted, names: 'tidy' } : wanted;
  const chain = input.chains.find((c) => c.id === goal.chain);
  if (!chain) return yield refuse('chain-not-found', { chain: goal.chain });
  const met = isMet(input, chain, goal);
  const tidy = goal.goal === 'tidy-names' || (isScheme(kindOf(goal)) && goal.names === 'tidy');
  if (met && !tidy) return yield NOTHING;
  if (goal.goal === 'tidy-names' && !met) return yield noWay({ input, goal, chain, draft: startDraft(input) });
  const task = (): Task => ({ input, goal, chain, draft: startDraft(input) });
  const ways = waysOf(task());
  if (met) {
    // Only names are left to do.
    const [plan = NOTHING] = ways.map((way) => finished(way.plan(), way.id, input));
    return yield 'code' in plan ? NOTHING : plan;
  }
  // A way that no longer fits is no loss where the goal is met without it.
  if (ways.length === 0) return yield goal.goal === 'outside' && readableOutside(input, chain) ? NOTHING : noWay(task());
  for (const way of ways) yield finished(way.plan(), way.id, input);
}

interface Way {
  id: string;
  plan(): Planned | Refusal;
}
/** `ids`: the ways that ports were changed by. */
interface Planned {
  task: Task;
  ids: readonly string[];
}

/** The ways that fit, as the registry orders them. */
function waysOf(task: Task): Way[] {
  const { goal, input, chain } = task;
  const kind = kindOf(goal);
  const fresh = (): Task => ({ input, goal, chain, draft: startDraft(input) });
  const scheme = kind === 'tidy-names' ? chain.scheme?.toLowerCase() : kind;
  const ports = scheme === 'http' || scheme === 'https' ? fittingPorts(task, scheme) : [];
  const ways = STRATEGIES.flatMap((s): Way[] => {
    if (s.level === 'chain') return s.goals.includes(kind) && s.fits(task) ? [wholeWay(s, fresh)] : [];
    return ports.includes(s) ? [portWay(s, fresh, scheme as Scheme)] : [];
  });
  return goal.strategy === undefined ? ways : ways.filter((w) => w.id === goal.strategy);
}

const wholeWay = (strategy: ChainStrategy, fresh: () => Task): Way => ({
  id: strategy.id,
  plan() {
    const task = fresh();
    return strategy.apply(task) ?? { task, ids: [strategy.id] };
  },
});

const portWay = (strategy: PortStrategy, fresh: () => Task, scheme: Scheme): Way => ({
  id: strategy.id,
  plan() {
    const task = fresh();
    const ids = changePorts(task, scheme, strategy);
    return 'code' in ids ? ids : { task, ids };
  },
});

function finished(planned: Planned | Refusal, id: string, input: PatchInput): Plan | Refusal {
  if ('code' in planned) return planned;
  const { draft } = planned.task;
  const made = draft.finish();
  if ('code' in made) return made;
  if (made.files.length === 0) return NOTHING;
  made.consequences.push(...kustomizeTells(input, draft.touched(), made.files));
  // The way that changes a pod is what the plan is called after.
  return { strategy: planned.ids.find((used) => used !== 'follow-listener') ?? id, ...made };
}
