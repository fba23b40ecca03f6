import { below, refuse } from '../../input.ts';
import type { ChainStrategy, Task } from '../../job.ts';
import { admit, isOpen, type Place, placeOf, tellWho } from './place.ts';

/** The container's port becomes a port of its node. */
export const hostPort: ChainStrategy = {
  level: 'chain',
  id: 'host-port',
  goals: ['outside'],
  fits(task) {
    const place = placeOf(task);
    return place !== null && isOpen(place) && !place.onNode && declared(task, place) !== null;
  },
  apply(task) {
    const place = placeOf(task);
    const found = place && declared(task, place);
    if (!place || !found) return refuse('no-way-outside', { chain: task.chain.id });
    const { raw, at, container } = found;
    task.draft.insert(raw, at, 'hostPort', place.port, ['host-port', { container, port: place.port }]);
    admit(task, place, 'anywhere');
    tellWho(task, place);
    task.draft.tell('host-port-cost', 'warning', { port: place.port, workload: place.workload.id });
    task.draft.tell('pods-restart', 'info', { workload: place.workload.id });
    return null;
  },
};

/** The entry of the pod template that declares the port. */
function declared({ input }: Task, { workload, port }: Place) {
  const owner = input.cluster.objects.get(workload.id);
  if (!owner || !('podPath' in owner) || (owner.kind === 'Pod' && owner.owner !== null)) return null;
  for (const container of owner.pod.containers) {
    const found = container.ports.find((p) => p.containerPort === port && p.protocol === 'TCP');
    if (found && container.path !== null)
      return { raw: owner.raw, at: below(owner.at(container.path), 'ports', found.index), container: container.name };
  }
  return null;
}
