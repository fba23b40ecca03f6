import type { Cluster, Workload } from '../../cluster/index.ts';
import { asksToken, describe, type Listener, listenersAt, listenersOf, silentAt } from '../../listen/index.ts';
import type { Container, ProbeRef } from '../../objects/index.ts';
import { type Check, type Hit, hit } from '../check.ts';

/**
 * A liveness, readiness or startup probe that the listener on its port contradicts. The kubelet asks the pod's address and
 * sends no token (domain.md h8, field.md 54).
 */
export const probeMismatch: Check = {
  kind: 'remark',
  code: 'probe-mismatch',
  severity: 'warning',
  link: null,
  run: ({ cluster, targets }) => {
    const workloads = new Set(targets.flatMap(({ raw }) => raw.workload ?? []));
    return [...workloads].flatMap((w) =>
      w.pod.containers
        .filter((c) => !c.init || c.sidecar)
        .flatMap((c) => c.probes.flatMap((probe) => contradicted(cluster, w, c, probe) ?? [])),
    );
  },
};

const ASKING: ReadonlySet<ProbeRef['which']> = new Set(['livenessProbe', 'readinessProbe', 'startupProbe']);

function contradicted(cluster: Cluster, w: Workload, c: Container, probe: ProbeRef): Omit<Hit, 'target'> | null {
  // A host of its own may be anybody's, and an exec runs inside.
  if (!ASKING.has(probe.which) || probe.kind === 'exec' || probe.host !== null) return null;
  const port = typeof probe.port === 'string' ? c.ports.find((p) => p.name === probe.port)?.containerPort : probe.port;
  if (port === null || port === undefined) return null;
  const params = { probe: probe.which, container: c.name, port };
  if (silentAt(w, cluster, port)) return hit({ ...params, variant: 'nobody' }, probe.at);
  const here = listenersAt(listenersOf(w, cluster), port);
  const open = here.filter((l) => l.bind !== 'loopback');
  const [listener] = open;
  if (!listener) {
    const inside = here.find((l) => l.container === c.name && l.addressCertain);
    return inside ? hit({ ...params, listener: describe(inside), variant: 'loopback' }, probe.at, inside.at) : null;
  }
  if (open.length > 1 || probe.kind !== 'httpGet') return null;
  return asked(probe, listener, params);
}

function asked(probe: ProbeRef, listener: Listener, params: Hit['params']): Omit<Hit, 'target'> | null {
  const scheme = (probe.scheme ?? 'HTTP').toLowerCase();
  const said = { ...params, listener: describe(listener) };
  if (listener.schemeCertain && listener.serves && listener.serves !== scheme)
    return hit({ ...said, scheme, serves: listener.serves, variant: 'scheme' }, probe.at, listener.at);
  const path = probe.path ?? '/';
  const refused = listener.guard?.anonymous === 401 && listener.guard.allowPaths.length === 0 && asksToken(listener, path);
  return refused && !probe.authorized ? hit({ ...said, path, variant: 'token' }, probe.at, listener.at) : null;
}
