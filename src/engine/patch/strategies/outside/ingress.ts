import type { JsonMap } from '../../../yaml/index.ts';
import { refuse } from '../../input.ts';
import type { ChainStrategy } from '../../job.ts';
import { freeName } from '../../names.ts';
import { admit, isOpen, placeOf, tellWho } from './place.ts';

const HOST = 'example.com';

/** An Ingress to the metrics path alone, at a host name that the user has to fill in. */
export const ingress: ChainStrategy = {
  level: 'chain',
  id: 'ingress',
  goals: ['outside'],
  fits(task) {
    const place = placeOf(task);
    return place?.service != null && isOpen(place) && place.workload.kind !== 'DaemonSet' && place.target.servicePort !== null;
  },
  apply(task) {
    const place = placeOf(task);
    if (!place?.service) return refuse('no-way-outside', { chain: task.chain.id });
    const { service, workload, process, target } = place;
    const taken = [...task.input.cluster.objects.values()].filter((o) => o.kind === 'Ingress' && o.namespace === workload.namespace);
    const name = freeName(
      taken.map((o) => o.name),
      `${place.name}-metrics`,
    );
    const found = service.ports.find((p) => p.name === target.servicePort);
    const port: JsonMap = found?.name ? { name: found.name } : { number: found?.port ?? place.port };
    const https = process.serves === 'https';
    const annotations = https ? { annotations: { 'nginx.ingress.kubernetes.io/backend-protocol': 'HTTPS' } } : {};
    const host = `${place.name}.${HOST}`;
    const path = { path: task.chain.path ?? '/metrics', pathType: 'Exact', backend: { service: { name: service.name, port } } };
    const value: JsonMap = {
      ...{ apiVersion: 'networking.k8s.io/v1', kind: 'Ingress' },
      metadata: { ...annotations, name, namespace: workload.namespace },
      spec: { rules: [{ host, http: { paths: [path] } }] },
    };
    task.draft.addObject(value, place.beside, ['add-object', { object: `Ingress/${workload.namespace}/${name}` }]);
    task.draft.tell('host-example', 'warning', { host, object: `Ingress/${workload.namespace}/${name}` });
    if (https) task.draft.tell('controller-told', 'warning', { object: `Ingress/${workload.namespace}/${name}` });
    admit(task, place, 'cluster');
    tellWho(task, place);
    return null;
  },
};
