import { shellQuoted } from '../../../chain/index.ts';
import type { JsonMap } from '../../../yaml/index.ts';
import { refuse } from '../../input.ts';
import type { ChainStrategy, Task } from '../../job.ts';
import { freeName } from '../../names.ts';
import { admit, isOpen, type Place, placeOf, tellWho } from './place.ts';
import { addReader, curlWithToken } from './reader.ts';

/** A second Service of type NodePort over the same pods; the first one, which monitors select, stays as it is. */
export const nodePort: ChainStrategy = {
  level: 'chain',
  id: 'node-port',
  goals: ['outside'],
  fits(task) {
    const place = placeOf(task);
    // Pods of a DaemonSet are behind one node port in turn: nobody could tell whose metrics come back.
    return place?.service?.selector != null && isOpen(place) && !place.workload.pod.hostNetwork && place.workload.kind !== 'DaemonSet';
  },
  apply(task) {
    const place = placeOf(task);
    if (!place?.service) return refuse('no-way-outside', { chain: task.chain.id });
    addService(task, place);
    admit(task, place, 'anywhere');
    tellWho(task, place);
    if (!place.process.authorizes) return null;
    const account = addReader(task, place, place.process);
    const url = `https://<node-address>:<node-port>${task.chain.path ?? '/metrics'}`;
    task.draft.tell('read-with-token', 'info', { command: curlWithToken(account, url) });
    return null;
  },
};

function addService({ draft, input }: Task, { service, port, name, workload, beside, target }: Place): void {
  const own = input.cluster.servicesIn(workload.namespace).map((s) => s.service.name);
  const external = freeName(own, `${name}-external`);
  const value: JsonMap = {
    ...{ apiVersion: 'v1', kind: 'Service', metadata: { name: external, namespace: workload.namespace } },
    spec: {
      ports: [{ name: target.servicePort || 'metrics', port, targetPort: port }],
      selector: { ...(service?.selector ?? {}) },
      type: 'NodePort',
    },
  };
  draft.addObject(value, beside, ['add-object', { object: `Service/${workload.namespace}/${external}` }]);
  draft.tell('node-port-given', 'info', {
    command: `kubectl -n ${shellQuoted(workload.namespace)} get service ${shellQuoted(external)} -o jsonpath='{.spec.ports[0].nodePort}'`,
  });
}
