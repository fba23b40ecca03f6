import { everyoneFollows } from './follow/index.ts';
import { refuse } from './input.ts';
import type { Job, PortChange, PortStrategy, Task } from './job.ts';
import { refusedByServer } from './server.ts';
import { type Site, scopeOf } from './site.ts';
import { PORT_STRATEGIES } from './strategies/ports.ts';
import type { Refusal, Scheme } from './types.ts';

const fitting = (site: Site, scheme: Scheme): PortStrategy[] =>
  PORT_STRATEGIES.filter((s) => s.goals.includes(scheme) && s.fits(site, scheme));

/** Ways that fit at least one port of the chain, where all of its ports have one. */
export function fittingPorts({ input, chain }: Task, scheme: Scheme): PortStrategy[] {
  const scope = scopeOf(input, chain);
  if ('code' in scope || refusedByServer(input, scope, scheme)) return [];
  const each = scope.sites.map((site) => fitting(site, scheme));
  return each.some((ways) => ways.length === 0) ? [] : PORT_STRATEGIES.filter((s) => each.some((ways) => ways.includes(s)));
}

/** Every port of the chain in the wanted scheme, by one way where it fits and else by the safest; returns the ways taken. */
export function changePorts(task: Task, scheme: Scheme, wanted: PortStrategy): string[] | Refusal {
  const scope = scopeOf(task.input, task.chain);
  if ('code' in scope) return scope;
  const job: Job = { ...scope, ...task, scheme };
  const changes: PortChange[] = [];
  const used: PortStrategy[] = [];
  for (const site of scope.sites) {
    const ways = fitting(site, scheme);
    const way = ways.find((w) => w === wanted) ?? ways[0];
    if (!way) return noWayAt(site);
    const change = way.apply(site, job);
    if ('code' in change) return change;
    used.push(way);
    changes.push(change);
  }
  const refusal = everyoneFollows(job, changes);
  if (refusal) return refusal;
  scope.sites.forEach(({ workload }, i) => {
    if (used[i]?.id !== 'follow-listener') job.draft.tell('pods-restart', 'info', { workload: workload.id });
  });
  return used.map((s) => s.id);
}

/** Why no way fits a chain. */
export function noWay({ input, chain, goal }: Task): Refusal {
  if (goal.goal === 'outside') return refuse('no-way-outside', { chain: chain.id });
  if (goal.goal === 'tidy-names') return refuse('tidy-needs-agreement', { chain: chain.id });
  if (goal.goal.startsWith('fix:')) return refuse('no-fix', { code: goal.goal.slice(4) });
  const scheme = goal.goal === 'http' || goal.goal === 'https' ? goal.goal : 'https';
  const scope = scopeOf(input, chain);
  if ('code' in scope) return scope;
  const served = refusedByServer(input, scope, scheme);
  if (served) return served;
  const lacking = scope.sites.find((site) => fitting(site, scheme).length === 0);
  if (lacking) return noWayAt(lacking);
  return refuse('strategy-does-not-fit', {
    strategy: goal.strategy ?? '',
    workload: scope.sites[0]?.workload.id ?? '',
    port: scope.sites[0]?.number ?? 0,
  });
}

function noWayAt(site: Site): Refusal {
  const params = { workload: site.workload.id, port: site.number };
  const [first] = site.here;
  if (!first) return refuse('listener-unknown', params);
  if (first.serves === null) return refuse('scheme-unknown', { ...params, container: first.container });
  return refuse('tls-built-in', { ...params, container: first.container, program: first.program });
}
