import type { Chain } from '../chain/index.ts';
import { sendsToken } from './credentials.ts';
import { startDraft } from './draft.ts';
import { annotationsFollow } from './follow/annotations.ts';
import { clientsFollow } from './follow/clients.ts';
import { endpointsFollow } from './follow/endpoints.ts';
import { policiesFollow } from './follow/policies.ts';
import { servicesFollow } from './follow/services.ts';
import { type PatchInput, refuse } from './input.ts';
import type { Job, PortChange, Strategy } from './job.ts';
import { kustomizeTells } from './kustomize.ts';
import { type Site, scopeOf } from './site.ts';
import { STRATEGIES } from './strategies/index.ts';
import type { Goal, Plan, Refusal } from './types.ts';

const NOTHING: Plan = { strategy: 'met', files: [], steps: [], consequences: [], offers: [] };

/**
 * How to reach a goal: edits by source range with their reasons, or why not. A goal that is met is a plan without edits.
 * Whether the plan keeps its promise is for `previewGoals` to prove.
 */
export function planGoal(input: PatchInput, goal: Goal): Plan | Refusal {
  const chain = input.chains.find((c) => c.id === goal.chain);
  if (!chain) return refuse('chain-not-found', { chain: goal.chain });
  const met = isMet(input, chain, goal.goal);
  if (met && goal.names === 'keep') return NOTHING;
  const plan = makePlan(input, goal, chain);
  return met && 'code' in plan ? NOTHING : plan;
}

function isMet(input: PatchInput, chain: Chain, goal: Goal['goal']): boolean {
  return (
    chain.status === 'ok' &&
    chain.scheme === goal &&
    chain.targets.every((t) => t.serves === goal) &&
    !(goal === 'http' && sendsToken(input, chain))
  );
}

function makePlan(input: PatchInput, goal: Goal, chain: Chain): Plan | Refusal {
  const scope = scopeOf(input, chain);
  if ('code' in scope) return scope;
  const job: Job = { ...scope, input, goal, draft: startDraft(input) };
  const changes: PortChange[] = [];
  const used: Strategy[] = [];
  for (const site of scope.sites) {
    const strategy = choose(site, goal);
    if ('code' in strategy) return strategy;
    const change = strategy.apply(site, job);
    if ('code' in change) return change;
    used.push(strategy);
    changes.push(change);
  }
  const reached = changes.flatMap((change) => servicesFollow(job, change));
  for (const change of changes) policiesFollow(job, change);
  const refusal = endpointsFollow(job, changes, reached);
  if (refusal) return refusal;
  clientsFollow(job, reached);
  for (const change of changes) annotationsFollow(job, change);
  changed(job, used);
  const made = job.draft.finish();
  if ('code' in made) return made;
  if (made.files.length === 0) return NOTHING;
  made.consequences.push(...kustomizeTells(input, job.draft.touched(), made.files));
  // The way that changes a pod is what the plan is called after.
  const strategy = used.find((s) => s.id !== 'follow-listener') ?? used[0];
  return { strategy: strategy?.id ?? 'met', ...made };
}

function choose(site: Site, { goal, strategy }: Goal): Strategy | Refusal {
  const fitting = STRATEGIES.filter((s) => s.goals.includes(goal) && s.fits(site, goal));
  const found = strategy === undefined ? fitting[0] : fitting.find((s) => s.id === strategy);
  if (found) return found;
  const params = { workload: site.workload.id, port: site.number };
  if (strategy !== undefined && fitting.length > 0) return refuse('strategy-does-not-fit', { ...params, strategy });
  const [first] = site.here;
  if (!first) return refuse('listener-unknown', params);
  if (first.serves === null) return refuse('scheme-unknown', { ...params, container: first.container });
  if (first.program.includes('adapter') || first.program.includes('apiserver'))
    return refuse('api-server', { ...params, container: first.container });
  return refuse('tls-built-in', { ...params, container: first.container, program: first.program });
}

function changed(job: Job, used: readonly Strategy[]): void {
  job.sites.forEach(({ workload }, i) => {
    if (used[i]?.id !== 'follow-listener') job.draft.tell('pods-restart', 'info', { workload: workload.id });
  });
}
