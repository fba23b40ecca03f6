import type { Container, ProbeRef } from '../objects/index.ts';
import { below, mapAt } from './input.ts';
import type { Job } from './job.ts';
import type { Site } from './site.ts';

type Scheme = 'http' | 'https';
/** Where a process answers, before and after. */
interface Move {
  from: number;
  to: number;
  was: Scheme;
  now: Scheme;
}
interface Moves {
  moves: readonly Move[];
  /** Containers whose arguments say where they listen, not whom they call: the process itself. */
  own: string;
  /** The container that is removed. */
  gone?: string;
  /** Whether the pod's own address leads to the new place too, and not to a proxy in front of it. */
  open: boolean;
}

/**
 * Everyone in the pod who calls a process that moved: arguments and variables of its neighbours, probes and hooks of all.
 * A probe or hook that names the port in another way cannot be rewritten safely; it is named.
 */
export function callersFollow(site: Site, job: Job, { moves: all, own, gone, open }: Moves): void {
  const moves = all.filter((m) => m.from !== m.to || m.was !== m.now);
  if (moves.length === 0) return;
  for (const container of site.owner.pod.containers) {
    if (container.path === null || container.name === gone) continue;
    const called = callPattern(container, open);
    const { name } = container;
    if (name !== own) {
      for (const arg of container.argv) {
        const { text, by } = rewritten(arg.text, called, moves);
        if (by) job.draft.set(arg.at, text, stepOf('neighbour-call', { container: name }, by));
      }
      for (const env of container.env) {
        const { text, by } = rewritten(env.value ?? '', called, moves);
        if (by) job.draft.set(below(env.at, 'value'), text, stepOf('neighbour-call', { container: name }, by));
      }
    }
    for (const probe of container.probes) {
      if (probe.kind === 'exec') execFollows(job, container, probe, called, moves);
      else if (open || atLoopback(probe)) actionFollows(site, job, container, probe, moves);
    }
  }
}

/** The scheme and port of a URL, or the port of `host:port`, at an address of the pod itself. */
function callPattern(container: Container, open: boolean): RegExp {
  const own = container.env.filter((e) => open && e.fieldPath?.startsWith('status.podIP')).map(({ name }) => name.replace(/\W/g, '\\$&'));
  const variables = own.flatMap((name) => [`\\$\\(${name}\\)`, `\\$\\{${name}\\}`, `\\$${name}`]);
  const host = ['127\\.0\\.0\\.1', 'localhost', '\\[::1\\]', '0\\.0\\.0\\.0', ...variables, ...variables.map((v) => `\\[${v}\\]`)].join(
    '|',
  );
  return new RegExp(`(?:(https?)://|(?<![\\w./-]))(${host}):(\\d+)(?!\\d)`, 'g');
}

function rewritten(text: string, called: RegExp, moves: readonly Move[]): { text: string; by: Move | null; rest: string } {
  let by: Move | null = null;
  const after = text.replace(called, (whole, scheme: string | undefined, host: string, port: string) => {
    const move = moves.find((m) => m.from === Number(port) && (scheme === undefined || scheme === m.was));
    if (!move || (scheme === undefined && move.from === move.to)) return whole;
    by = move;
    return `${scheme === undefined ? '' : `${move.now}://`}${host}:${move.to}`;
  });
  return { text: after, by, rest: text.replace(called, '') };
}

function stepOf(code: string, params: Record<string, string>, { from, to, now }: Move) {
  return from === to
    ? (['call-scheme', { container: params['container'] ?? '', port: to, scheme: now }] as const)
    : ([code, { ...params, from, to }] as const);
}

function execFollows(job: Job, { name }: Container, probe: ProbeRef, called: RegExp, moves: readonly Move[]): void {
  const params = { container: name, probe: probe.which };
  const rest: string[] = [];
  for (const word of probe.command) {
    const found = rewritten(word.text, called, moves);
    rest.push(found.rest);
    if (found.by) job.draft.set(word.at, found.text, stepOf('probe-call', params, found.by));
  }
  const words = rest.join(' ');
  // A port that keeps its number is wrong only for those who name the scheme.
  const missed = moves.find((m) => new RegExp(`(?<!\\d)${m.from}(?!\\d)`).test(words) && (m.from !== m.to || words.includes(`${m.was}:`)));
  if (missed) job.draft.tell('probe-mentions', 'warning', { ...params, port: missed.from });
}

/** The kubelet asks by itself; on the node's network it may do so on loopback. */
export const atLoopback = (probe: ProbeRef): boolean => /^(127\.|localhost$|\[?::1\]?$)/.test(probe.host ?? '');

function actionFollows(site: Site, job: Job, container: Container, probe: ProbeRef, moves: readonly Move[]): void {
  const named = typeof probe.port === 'string';
  const number = named ? container.ports.find((p) => p.name === probe.port)?.containerPort : probe.port;
  const tls = probe.scheme?.toLowerCase() === 'https';
  const speaks = probe.kind !== 'httpGet' ? null : tls ? 'https' : 'http';
  const reached = moves.filter((m) => m.from === number);
  const move = reached.find((m) => m.was === speaks) ?? reached[0];
  if (!move) return;
  const params = { container: container.name, probe: probe.which };
  if (!named && move.from !== move.to) job.draft.set(below(probe.at, 'port'), move.to, ['probe-port', { ...params, to: move.to }]);
  if (speaks === null || speaks === move.now) return;
  const to = move.now.toUpperCase();
  if (Object.hasOwn(mapAt(site.owner.raw, probe.at), 'scheme'))
    job.draft.set(below(probe.at, 'scheme'), to, ['probe-scheme', { ...params, to }]);
  else job.draft.insert(site.owner.raw, probe.at, 'scheme', to, ['probe-scheme', { ...params, to }]);
}
