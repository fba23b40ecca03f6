import { isNear, nearest } from '../chain/index.ts';
import type { Cluster, ClusterService, Workload } from '../cluster/index.ts';
import { declaredPorts, podPortOf } from '../scrape/index.ts';
import type { At } from '../yaml/index.ts';

/** What was likely meant instead of a name that is not there: `variant` picks the sentence, `candidate` is the name. */
export interface Candidate {
  variant: string;
  candidate: string;
  at: At | null;
}

/**
 * A port of a Service for a name that none has: its number was given, or the container's name for the same port, or it has
 * no name at all, or one that is spelt nearly so (domain.md k7, k9, l2).
 */
export function servicePortMeant(cluster: Cluster, { service }: ClusterService, asked: string): Candidate | null {
  const at = (index: number, key: string): At | null => (index < 0 ? null : service.at(['spec', 'ports', index, key]));
  const byNumber = /^\d+$/.test(asked) ? service.ports.find((p) => String(p.port) === asked || String(p.targetPort) === asked) : undefined;
  if (byNumber && byNumber.name !== '') return { variant: 'number', candidate: byNumber.name, at: at(byNumber.index, 'name') };
  const pods = service.selector === null ? [] : cluster.podsMatching(service.namespace, service.selector);
  for (const workload of pods) {
    const declared = declaredPorts(workload).find((d) => d.port.name === asked);
    const behind = declared && service.ports.find((p) => podPortOf(p, workload) === declared.port.containerPort);
    if (behind && behind.name !== '') return { variant: 'container-name', candidate: behind.name, at: at(behind.index, 'name') };
  }
  const [first] = service.ports;
  if (first && service.ports.every((p) => p.name === ''))
    return { variant: 'unnamed', candidate: String(first.port ?? ''), at: at(first.index, 'port') };
  const [name] = nearest(
    asked,
    service.ports.map((p) => p.name).filter((n) => n !== ''),
    1,
  );
  const port = name !== undefined && isNear(asked, name) ? service.ports.find((p) => p.name === name) : undefined;
  return port ? { variant: 'nearest', candidate: port.name, at: at(port.index, 'name') } : null;
}

/**
 * A container port for a name or number that none declares: a quoted number is a name, a Service's name or number is not
 * the container's (domain.md k8), case and protocol count.
 */
export function containerPortMeant(
  workload: Workload | null,
  service: ClusterService | null,
  asked: string,
  protocol = 'TCP',
): Candidate | null {
  const declared = workload ? declaredPorts(workload).filter((d) => !d.init) : [];
  const same = declared.find((d) => d.port.name === asked && d.port.protocol !== protocol);
  if (same) return { variant: 'protocol', candidate: `${asked}/${same.port.protocol}`, at: same.port.at };
  if (/^\d+$/.test(asked)) {
    const byNumber = declared.find((d) => String(d.port.containerPort) === asked);
    if (byNumber) return { variant: 'quoted', candidate: byNumber.port.name ?? asked, at: byNumber.port.at };
  }
  const behind = service?.service.ports.find((p) => p.name === asked || String(p.port) === asked);
  const number = behind && workload ? podPortOf(behind, workload) : null;
  const there = declared.find((d) => d.port.containerPort === number);
  if (there) return { variant: 'service-port', candidate: there.port.name ?? String(there.port.containerPort), at: there.port.at };
  const [name] = nearest(
    asked,
    declared.flatMap((d) => d.port.name ?? []),
    1,
  );
  const port = name !== undefined && isNear(asked, name) ? declared.find((d) => d.port.name === name) : undefined;
  return port ? { variant: 'nearest', candidate: name ?? '', at: port.port.at } : null;
}
