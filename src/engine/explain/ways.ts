import { type Said, shellQuoted, type Target } from '../chain/index.ts';
import type { Workload } from '../cluster/index.ts';
import { describe } from '../listen/index.ts';
import { policiesSelecting } from '../reach/index.ts';
import type { About } from './paragraphs.ts';
import { nameOf, said } from './said.ts';
import type { Way } from './types.ts';

interface Here {
  about: About;
  target: Target;
  workload: Workload;
  service: string | null;
  port: number;
}

/** Ways to read a chain from outside the cluster, the safest first; none where it ends in no pod of the input. */
export function waysOf(about: About): Way[] {
  const [target] = about.targets;
  const workload = about.analysis.cluster.workloads.find((w) => w.id === target?.workload);
  if (!target || !workload || target.number === null) return [];
  const service = target.service === null ? serviceBefore(about, workload) : nameOf(target.service);
  const here: Here = { about, target, workload, service, port: target.number };
  return [forward(here), byPrometheus(here), byToken(here), secondPort(here), plain(here), nodePort(here), ingress(here), hostPort(here)];
}

/** A Service that selects the pods, where the chain goes through none. */
const serviceBefore = ({ analysis: { cluster } }: About, workload: Workload): string | null =>
  cluster
    .servicesIn(workload.namespace)
    .find(({ service: s }) => s.selector && cluster.podsMatching(s.namespace, s.selector).includes(workload))?.service.name ?? null;

const way = (id: string, steps: Said[], consequences: Said[]): Way => ({ id, fits: true, steps, consequences });
const not = (id: string, why: string, params: Said['params'] = {}): Way => ({
  id,
  fits: false,
  steps: [],
  consequences: [said(why, params)],
});

const onNode = ({ workload, port }: Here): boolean =>
  workload.pod.hostNetwork || workload.pod.containers.some((c) => c.ports.some((p) => p.containerPort === port && p.hostPort !== null));

/** Policies that would have to let the outside in. */
function guarded({ about, workload }: Here): Said[] {
  if (workload.pod.hostNetwork) return [];
  const names = policiesSelecting(about.analysis.cluster, workload)
    .filter((p) => p.ingressType)
    .map((p) => p.name);
  return names.length === 0 ? [] : [said('way.policy', { policies: names.join(', ') })];
}

/** kubectl connects to the loopback of the pod: what listens on the pod's address alone is not reached (kubelet port forwarding). */
function forward({ workload, target }: Here): Way {
  const reached = [target.process, ...target.behind].find((l) => l?.bind === 'wildcard' || l?.bind === 'loopback');
  if (!reached) return not('forward', 'way.forward.not');
  const { port, container } = reached;
  const run = said(
    'way.forward.run',
    { namespace: shellQuoted(workload.namespace), workload: shellQuoted(`${workload.kind.toLowerCase()}/${workload.name}`), port },
    reached.at,
  );
  const ask = said(reached.serves === 'https' ? 'way.forward.https' : 'way.forward.http', { port, container });
  return way('forward', [run, ask], [said('way.forward.cost')]);
}

function byPrometheus({ about: { chain } }: Here): Way {
  const [first] = chain.selectedBy;
  if (first === undefined || chain.status === 'broken') return not('prometheus', 'way.prometheus.not');
  return way(
    'prometheus',
    [said('way.prometheus.ask', { prometheus: nameOf(first), job: chain.targets[0]?.job ?? '' })],
    [said('way.prometheus.cost')],
  );
}

function byToken(here: Here): Way {
  const { target, about, port } = here;
  if (!target.process?.authorizes || target.serves !== 'https') return not('token', 'way.token.not');
  if (!onNode(here)) return not('token', 'way.token.no-way', { port });
  const path = about.chain.path ?? '/metrics';
  return way(
    'token',
    [said('way.token.rights', { path }), said('way.token.make'), said('way.token.curl', { port, path })],
    [said('way.token.cost'), ...guarded(here)],
  );
}

function secondPort({ target, port }: Here): Way {
  const [next] = target.behind;
  const { process } = target;
  if (!process?.proxy || !next) return not('second', 'way.second.not');
  if (next.bind !== 'loopback') return not('second', 'way.second.open', { listener: describe(next) });
  const moved = next.port === port;
  return way(
    'second',
    [
      moved
        ? said('way.second.move', { container: next.container, port }, next.at)
        : said('way.second.bind', { container: next.container, port: next.port }, next.at),
    ],
    [said('way.second.cost', { container: next.container })],
  );
}

function plain({ target, about: { chain } }: Here): Way {
  if (target.serves === 'http') return not('plain', 'way.plain.already');
  const [next] = target.behind;
  if (target.serves === null) return not('plain', 'way.plain.unknown');
  if (!target.process?.proxy || !next) return not('plain', 'way.plain.own-tls', { container: target.process?.container ?? '' });
  return way(
    'plain',
    [
      said('way.plain.remove', { proxy: target.process.container, container: next.container }),
      said('way.plain.endpoint', { monitor: nameOf(chain.monitor) }),
    ],
    [said('way.plain.cost', { container: next.container })],
  );
}

function nodePort(here: Here): Way {
  const { workload, service } = here;
  if (workload.pod.hostNetwork) return not('node-port', 'way.node-port.host');
  if (service === null) return not('node-port', 'way.no-service');
  if (workload.kind === 'DaemonSet') return not('node-port', 'way.node-port.daemonset');
  return way(
    'node-port',
    [said('way.node-port.set', { service })],
    [said('way.open-cost', { scheme: here.target.serves ?? '?' }), ...guarded(here)],
  );
}

function ingress(here: Here): Way {
  const { workload, service, target } = here;
  if (service === null) return not('ingress', 'way.no-service');
  if (workload.kind === 'DaemonSet') return not('ingress', 'way.node-port.daemonset');
  return way(
    'ingress',
    [said('way.ingress.make', { service }), ...(target.serves === 'https' ? [said('way.ingress.https')] : [])],
    [said(target.process?.authorizes ? 'way.ingress.token' : 'way.ingress.cost'), ...guarded(here)],
  );
}

function hostPort(here: Here): Way {
  const { port } = here;
  if (onNode(here)) return not('host-port', 'way.host-port.already', { port });
  if (here.target.process?.bind === 'loopback') return not('host-port', 'way.host-port.loopback', { port });
  return way(
    'host-port',
    [said('way.host-port.set', { port })],
    [said('way.open-cost', { scheme: here.target.serves ?? '?' }), said('way.host-port.cost', { port }), ...guarded(here)],
  );
}
