import type { ClusterService, Workload } from '../../cluster/index.ts';
import type { ServicePort } from '../../objects/index.ts';
import { podPortOf } from '../../scrape/index.ts';
import type { PatchInput } from '../input.ts';
import { below } from '../input.ts';
import type { PortChange, SchemeTask } from '../job.ts';
import { tidyName } from '../names.ts';

/** A Service port that a change reaches, with the name it has afterwards. */
export interface ReachedPort {
  service: ClusterService['service'];
  from: string;
  to: string;
  number: number | null;
  /** The pods' side of it, before. */
  pod: number;
  /** Whether callers meet another scheme there. */
  respeaks: boolean;
}

/** Services that lead to the changed port keep leading there; their own port names are tidied where the goal says so. */
export function servicesFollow(job: SchemeTask, change: PortChange): ReachedPort[] {
  return servicesOf(job.input, change.workload).flatMap((service) =>
    service.ports
      .filter((port) => podPortOf(port, change.workload) === change.before.number)
      .map((port) => {
        targetFollows(job, change, service, port);
        return {
          service,
          from: port.name,
          to: tidy(job, service, port),
          number: port.port,
          pod: change.before.number,
          respeaks: change.respeaks,
        };
      }),
  );
}

/** The Services of the input that lead to the pods. */
export function servicesOf({ cluster }: PatchInput, workload: Workload): ReachedPort['service'][] {
  return cluster
    .servicesIn(workload.namespace)
    .filter(({ service, providedBy }) => providedBy === null && service.selector !== null && contains(workload.podLabels, service.selector))
    .map(({ service }) => service);
}

const contains = (labels: Readonly<Record<string, string>>, wanted: Readonly<Record<string, string>>): boolean =>
  Object.entries(wanted).every(([key, value]) => Object.hasOwn(labels, key) && labels[key] === value);

function targetFollows(job: SchemeTask, { before, after }: PortChange, service: ReachedPort['service'], port: ServicePort): void {
  const wanted = typeof port.targetPort === 'string' ? (after.name ?? after.number) : after.number;
  const same =
    typeof port.targetPort === 'string' ? before.name === after.name && before.number === after.number : wanted === port.targetPort;
  if (same || wanted === port.targetPort) return;
  const at = service.at(['spec', 'ports', port.index]);
  const step = ['target-port', { service: service.id, port: port.name || String(port.port ?? ''), to: wanted }] as const;
  if (port.targetPortGiven) job.draft.set(below(at, 'targetPort'), wanted, step);
  else job.draft.insert(service.raw, at, 'targetPort', wanted, step);
}

function tidy(job: SchemeTask, service: ReachedPort['service'], port: ServicePort): string {
  if (job.goal.names === 'keep' || port.name === '') return port.name;
  const to = tidyName(port.name, job.scheme);
  if (to === port.name || service.ports.some((p) => p.name === to)) return port.name;
  const step = ['service-port-name', { service: service.id, from: port.name, to }] as const;
  job.draft.set(service.at(['spec', 'ports', port.index, 'name']), to, step);
  return to;
}
