import { containerOf } from './container.ts';
import { reloaders } from './reloader.ts';
import { governingLabels, managed, type OperatorMade } from './types.ts';

/** prometheus-operator pkg/thanos/statefulset.go. */
export const thanosRuler: OperatorMade = {
  kind: 'ThanosRuler',
  statefulSet: (name) => `thanos-ruler-${name}`,
  defaultVersion: '0.42.2',
  labels: (cr) => ({
    ...managed,
    'app.kubernetes.io/name': 'thanos-ruler',
    'app.kubernetes.io/instance': cr.name,
    'thanos-ruler': cr.name,
  }),
  containers: (cr) => [
    containerOf(cr, {
      name: 'thanos-ruler',
      image: 'quay.io/thanos/thanos',
      args: [
        'rule',
        `--grpc-address=${cr.spec.listenLocal ? '127.0.0.1' : ''}:10901`,
        `--http-address=${cr.spec.listenLocal ? 'localhost' : ''}:10902`,
        '--http.config=/etc/thanos/web_config/web-config.yaml',
      ],
      ports: [{ name: 'grpc', number: 10901 }, ...(cr.spec.listenLocal ? [] : [{ name: cr.spec.portName, number: 10902 }])],
    }),
    ...reloaders(cr, cr.spec.tls, 10902).filter((c) => !c.init),
  ],
  governing: (cr) => ({
    namespace: cr.namespace,
    name: 'thanos-ruler-operated',
    labels: { ...governingLabels, 'operated-thanos-ruler': 'true' },
    selector: { 'app.kubernetes.io/name': 'thanos-ruler' },
    headless: true,
    ports: [
      { name: cr.spec.portName, port: 10902, targetPort: cr.spec.portName },
      { name: 'grpc', port: 10901, targetPort: 'grpc' },
    ],
  }),
};
