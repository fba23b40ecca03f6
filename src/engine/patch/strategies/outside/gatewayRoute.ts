import type { Gateway } from '../../../objects/index.ts';
import type { JsonMap } from '../../../yaml/index.ts';
import { refuse } from '../../input.ts';
import type { ChainStrategy, Task } from '../../job.ts';
import { freeName } from '../../names.ts';
import { admit, isOpen, placeOf, tellWho } from './place.ts';

/** An HTTPRoute on a Gateway of the input; a backend over TLS would need a BackendTLSPolicy with an authority, which is not guessed. */
export const gatewayRoute: ChainStrategy = {
  level: 'chain',
  id: 'gateway-route',
  goals: ['outside'],
  fits(task) {
    const place = placeOf(task);
    const plain = place?.service != null && isOpen(place) && place.process.serves === 'http';
    return plain && place.workload.kind !== 'DaemonSet' && gatewayOf(task) !== null;
  },
  apply(task) {
    const place = placeOf(task);
    const gateway = gatewayOf(task);
    if (!place?.service || !gateway) return refuse('no-way-outside', { chain: task.chain.id });
    const { namespace } = place.workload;
    const taken = [...task.input.cluster.objects.values()].filter((o) => o.kind === 'HTTPRoute' && o.namespace === namespace);
    const name = freeName(
      taken.map((o) => o.name),
      `${place.name}-metrics`,
    );
    const number = place.service.ports.find((p) => p.name === place.target.servicePort)?.port ?? place.port;
    const value: JsonMap = {
      ...{ apiVersion: 'gateway.networking.k8s.io/v1', kind: 'HTTPRoute', metadata: { name, namespace } },
      spec: {
        parentRefs: [{ name: gateway.name, namespace: gateway.namespace }],
        rules: [
          {
            matches: [{ path: { type: 'Exact', value: task.chain.path ?? '/metrics' } }],
            backendRefs: [{ name: place.service.name, port: number }],
          },
        ],
      },
    };
    task.draft.addObject(value, place.beside, ['add-object', { object: `HTTPRoute/${namespace}/${name}` }]);
    if (gateway.namespace !== namespace) task.draft.tell('gateway-allows', 'warning', { object: gateway.id, namespace });
    admit(task, place, 'cluster');
    tellWho(task, place);
    return null;
  },
};

/** A Gateway with a listener that HTTP routes may hang on. */
const gatewayOf = ({ input }: Task): Gateway | null =>
  [...input.cluster.objects.values()].find(
    (o): o is Gateway => o.kind === 'Gateway' && o.listeners().some((l) => l.protocol === 'HTTP' || l.protocol === 'HTTPS'),
  ) ?? null;
