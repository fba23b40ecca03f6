import type { Analysis } from '../analyze.ts';
import { type Chain, type Client, clientsOf, type Target } from '../chain/index.ts';
import type { Workload } from '../cluster/index.ts';
import { type Listener, listenersOf } from '../listen/index.ts';
import { fieldsOf, type Monitor, type MonitorEndpoint } from '../objects/index.ts';
import { accountOf } from '../reach/index.ts';
import { byHand, type Request, scrapeOf } from './asking.ts';
import { commandFor } from './commands.ts';
import { doorsOf } from './doors.ts';
import { exchange, type Scene } from './exchange.ts';
import { throughGateway } from './gateway.ts';
import { after, type Result } from './result.ts';
import { type Route, routesTo } from './routes.ts';
import { said } from './said.ts';
import { outcomeOf } from './texts.ts';
import type { Forecast, ForecastCell, ForecastRow, ForecastSubject, Outcome } from './types.ts';
import { type World, worldsOf } from './worlds.ts';

/** Ports looked at; chains with more are many of the same. */
const MOST_SUBJECTS = 12;

/** What each vantage point sees of a chain; no subjects where it reaches no pod of the input. */
export function forecastOf(analysis: Pick<Analysis, 'chains' | 'cluster'>, id: string): Forecast | null {
  const chain = analysis.chains.find((c) => c.id === id);
  if (!chain) return null;
  const clients = clientsOf(analysis.cluster, chain, analysis.chains);
  const seen = new Set<string>();
  const subjects: ForecastSubject[] = [];
  for (const target of chain.targets) {
    const workload = analysis.cluster.workloads.find((w) => w.id === target.workload);
    if (!workload || target.number === null) continue;
    const behind = target.behind.map((l) => ({ role: 'upstream' as const, port: l.port, container: l.container as string | null }));
    for (const subject of [{ role: 'scraped' as const, port: target.number, container: containerOf(target) }, ...behind]) {
      const key = `${workload.id} ${subject.port}`;
      if (seen.has(key) || subjects.length === MOST_SUBJECTS) continue;
      seen.add(key);
      const rows = rowsOf({ analysis, chain, target, workload, clients }, subject.port, subject.role);
      subjects.push({ ...subject, workload: workload.id, service: target.service, rows });
    }
  }
  return { chain: id, subjects };
}

const containerOf = ({ process, container }: Target): string | null => process?.container ?? container;

interface About {
  analysis: Pick<Analysis, 'chains' | 'cluster'>;
  chain: Chain;
  target: Target;
  workload: Workload;
  clients: readonly Client[];
}

function rowsOf({ analysis, chain, target, workload, clients }: About, port: number, role: ForecastSubject['role']): ForecastRow[] {
  const { cluster } = analysis;
  const prometheus = cluster.prometheuses.find((p) => p.id === chain.selectedBy[0]) ?? null;
  const account = prometheus ? accountOf(prometheus.namespace, prometheus.serviceAccountName) : null;
  const pods = prometheus ? cluster.podsOf(prometheus) : null;
  const endpoint = cluster.monitors.find((m) => m.id === chain.monitor)?.endpoints.find((e) => e.index === chain.index) ?? null;
  const path = chain.path ?? '/metrics';
  const { limits, redirects } = settingsOf(
    cluster.monitors.find((m) => m.id === chain.monitor),
    endpoint,
  );
  const major = Number(/^v?(\d+)/.exec(prometheus?.version ?? '')?.[1] ?? 3);
  const worlds = worldsOf(cluster, workload, target);
  const strangers = hasStrangers(workload, listenersOf(workload, cluster));
  const scene = (world: World): Scene => {
    return { world, chain, workload: workload.id, strangers, limits, account: account ? `${account.namespace}/${account.name}` : '?' };
  };
  return routesTo({ cluster, chain, workload, port, prometheus: pods, doors: doorsOf(cluster, chain, clients, workload, port) }).map(
    (route) => {
      const scraped =
        route.vantage === 'prometheus' && role === 'scraped' && endpoint ? [scrapeOf(chain, endpoint, { redirects, major })] : [];
      // Without a Prometheus nobody's token can be tried.
      const byCurl = byHand(path, BROWSED.has(route.vantage)).filter((r) => account !== null || r.credentials !== 'prometheus');
      const requests = [...byCurl, ...scraped];
      const cells = requests.map((request) => cellOf(route, request, worlds, scene));
      const asked = requests.filter((r) => r.client === 'curl');
      const commands = asked.map((request) => ({
        asking: request.asking,
        command: commandFor(route, request, { workload, prometheus: pods, account }),
      }));
      return { vantage: route.vantage, address: route.address, cells, commands };
    },
  );
}

/** A browser runs where people sit; on a node or in a pod it does not. */
const BROWSED: ReadonlySet<string> = new Set(['outside', 'node-port', 'ingress']);

/** Containers of which nobody knows where they listen. */
function hasStrangers(workload: Workload, listeners: readonly Listener[]): boolean {
  const known = new Set(listeners.map((l) => l.container));
  return workload.pod.containers.some((c) => (!c.init || c.sidecar) && !known.has(c.name)) || listeners.some((l) => !l.addressCertain);
}

function cellOf(route: Route, request: Request, worlds: readonly World[], scene: (world: World) => Scene): ForecastCell {
  const outcomes: Outcome[] = [];
  for (const world of worlds)
    for (const result of resultOf(route, request, scene(world)))
      outcomes.push({ ...outcomeOf(request, route, result), when: world.when ?? result.when ?? null });
  const [first, ...more] = outcomes;
  // Where it is the same whoever wins, nothing is open.
  const same = first && more.every((o) => o.class === first.class);
  return { client: request.client, asking: request.asking, outcomes: same ? [{ ...first, when: null }] : outcomes };
}

function resultOf(route: Route, request: Request, scene: Scene): Result[] {
  const then = (as: Result['class'], ...why: Result['why']): Result[] => [{ class: as, why: [...route.why, ...why] }];
  if (route.arrives === 'no-route') return then('no-route');
  if (route.arrives === 'nowhere') return then('refused');
  if (route.vantage === 'prometheus' && request.client === 'prometheus' && scene.chain.warnings.includes('address-rewritten'))
    return then('unknown', said('scrape.rewritten', {}, scene.chain.at));
  const stopped = policed(route);
  if (stopped.class !== null) return then(stopped.class, ...stopped.why);
  const { port } = route;
  const here = scene.world.listeners.filter((l) => l.port === port && l.protocol === 'TCP');
  const reached = here.find((l) => reaches(l, route.arrives));
  if (reached) {
    const then = (asked: Request): Result[] => exchange(reached, asked, scene, route.asked);
    return after(
      [...route.why, ...stopped.why],
      route.backend === undefined ? then(request) : throughGateway(route.backend, request, then),
    );
  }
  const doubtful = here.find((l) => l.bind === 'unknown' || !l.addressCertain);
  if (doubtful)
    return then('unknown', ...stopped.why, said('listener.address-unknown', { container: doubtful.container, port }, doubtful.at));
  const [other] = here;
  // Behind a gateway the client gets an answer even so.
  const refused = route.backend === undefined ? 'refused' : 'http-502';
  if (other) {
    const code = `listener.only-${other.bind === 'loopback' ? 'loopback' : 'address'}`;
    return then(refused, ...stopped.why, said(code, { container: other.container, host: other.host, port }, other.at));
  }
  if (scene.strangers && scene.world.when === null) return then('unknown', ...stopped.why, said('listener.stranger', { port }));
  return then(refused, ...stopped.why, said('listener.none', { port }));
}

/** What the job sets beside whom it asks. */
function settingsOf(monitor: Monitor | undefined, endpoint: MonitorEndpoint | null): { limits: string; redirects: boolean } {
  if (!monitor) return { limits: '', redirects: true };
  const spec = fieldsOf(monitor.raw, []).map('spec');
  const limits = LIMITS.filter((field) => spec.has(field));
  const list = spec.list(monitor.kind === 'PodMonitor' ? 'podMetricsEndpoints' : 'endpoints');
  const own = list.find((e) => e.index === endpoint?.index);
  return { limits: limits.join(', '), redirects: own?.bool('followRedirects') !== false };
}
const LIMITS = ['sampleLimit', 'labelLimit', 'labelNameLengthLimit', 'labelValueLengthLimit', 'bodySizeLimit'];

function reaches(l: Listener, side: Route['arrives']): boolean {
  if (!l.addressCertain) return false;
  if (l.bind === 'wildcard') return true;
  return side === 'loopback' ? l.bind === 'loopback' : l.bind === 'pod-ip' || l.bind === 'specific';
}

/** What NetworkPolicies make of the connection: packets that are not admitted are dropped. */
function policed({ network }: Route): { class: 'timeout' | 'unknown' | null; why: Outcome['why'] } {
  if (network === null) return { class: null, why: [] };
  const names = network.policies.join(', ');
  switch (network.state) {
    case 'denied':
    case 'egress-denied': {
      const fact = network.facts.find((f) => f.admits === false && f.direction === (network.state === 'denied' ? 'ingress' : 'egress'));
      const policy = fact?.policy.split('/').at(-1) ?? names;
      return { class: 'timeout', why: [said(`policy.${network.state}`, { policy }, fact?.at)] };
    }
    case 'unknown':
      return { class: 'unknown', why: [said('policy.unknown', { policies: names }, ...network.facts.map((f) => f.at))] };
    case 'host-network':
      return {
        class: null,
        why: names === '' ? [] : [said('policy.not-enforced', { policies: names }, ...network.facts.map((f) => f.at))],
      };
    default: {
      const fact = network.facts.find((f) => f.admits === true && f.direction === 'ingress');
      return { class: null, why: fact ? [said('policy.admitted', { policy: fact.policy.split('/').at(-1) ?? '' }, fact.at)] : [] };
    }
  }
}
