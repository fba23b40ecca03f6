import type { Fact, NearMiss, Side } from '../../../chain/index.ts';
import type { RawObject } from '../../../ingest/index.ts';
import type { Monitor } from '../../../objects/index.ts';
import { below, listAt, mapAt } from '../../input.ts';
import type { Task } from '../../job.ts';
import { endpointOf, type Fix, undecided } from './fix.ts';

/** A monitor asks for a Service that nearly fits: by one label, or in another namespace; or the labels stand on the pods alone. */
export const serviceNotFound: Fix = {
  code: 'service-not-found',
  apply(task, { params }) {
    const monitor = endpointOf(task)?.monitor;
    const [miss] = task.chain.nearMisses;
    if (!monitor) return undecided(this);
    if (params['variant'] === 'on-pods') return labelService(task, monitor, String(params['candidate'])) ? null : undecided(this);
    if (miss?.why === 'namespace') return lookIn(task, monitor, miss.object.split('/')[1] ?? '') ? null : undecided(this);
    return miss?.why === 'one-label' && agree(task, miss) ? null : undecided(this);
  },
};

/** A Service, or a PodMonitor, asks for pods that nearly fit. */
export const noWorkload: Fix = {
  code: 'no-workload',
  apply(task) {
    const [miss] = task.chain.nearMisses;
    return miss?.why === 'one-label' && agree(task, miss) ? null : undecided(this);
  },
};

/**
 * The asker takes over the label as it stands on what it looks for. One that is not there is put on a Service; of pods it is
 * asked for no more, as the labels of a template are not changed lightly.
 */
function agree(task: Task, { object, facts }: NearMiss): boolean {
  const service = task.input.cluster.services.find((s) => s.service.id === object)?.service;
  const wrong = facts.filter((f) => f.holds === false);
  return wrong.length > 0 && wrong.every((f) => agreeOn(task, f, service ?? null));
}

function agreeOn({ draft }: Task, { name, left, right }: Fact, service: Labelled | null): boolean {
  // A matchLabels entry, or one of a Service's selector: `key=value`.
  const textOf = (side: Side): string | null => (side.value.startsWith(`${name}=`) ? side.value.slice(name.length + 1) : null);
  const asked = left && textOf(left);
  if (!left?.at || asked === null || left.at.path.at(-1) !== name) return false;
  const there = right && right.value !== '' ? textOf(right) : null;
  if (there !== null) draft.set(left.at, there, ['fix-label', { label: name, from: asked, to: there }]);
  else if (service) setLabel({ draft }, service, name, asked);
  else draft.remove(left.at, ['fix-label-unasked', { label: name, from: asked }]);
  return true;
}

function lookIn({ draft }: Task, monitor: Monitor, namespace: string): boolean {
  if (namespace === '' || (monitor.kind !== 'ServiceMonitor' && monitor.kind !== 'PodMonitor')) return false;
  const at = monitor.at(['spec', 'namespaceSelector']);
  const step = ['fix-namespace', { monitor: monitor.id, namespace }] as const;
  if (Object.hasOwn(mapAt(monitor.raw, monitor.at(['spec'])), 'namespaceSelector')) {
    // The names are all that is looked in: the own namespace has no Service that fits.
    if (listAt(monitor.raw, below(at, 'matchNames')).length > 0) draft.append(monitor.raw, at, 'matchNames', [namespace], step);
    else draft.insert(monitor.raw, at, 'matchNames', [namespace], step);
  } else draft.insert(monitor.raw, monitor.at(['spec']), 'namespaceSelector', { matchNames: [namespace] }, step);
  return true;
}

function labelService({ draft, input }: Task, monitor: Monitor, id: string): boolean {
  const service = input.cluster.services.find((s) => s.service.id === id)?.service;
  if (!service) return false;
  const lacking = monitor.selector.requirements.filter((r) => r.fromMatchLabels && service.labels[r.key] !== r.values[0]);
  for (const { key, values } of lacking) setLabel({ draft }, service, key, values[0] ?? '');
  return lacking.length > 0;
}

interface Labelled {
  id: string;
  raw: RawObject;
  at: Monitor['at'];
}

export function setLabel({ draft }: Pick<Task, 'draft'>, object: Labelled, key: string, value: string): void {
  const step = ['fix-own-label', { object: object.id, label: key, value }] as const;
  const labels = object.at(['metadata', 'labels']);
  const metadata = mapAt(object.raw, object.at(['metadata']));
  if (!Object.hasOwn(metadata, 'labels')) draft.insert(object.raw, object.at(['metadata']), 'labels', { [key]: value }, step);
  else if (Object.hasOwn(mapAt(object.raw, labels), key)) draft.set(below(labels, key), value, step);
  else draft.insert(object.raw, labels, key, value, step);
}
