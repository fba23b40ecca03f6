import { containerOf } from './container.ts';
import { reloaders } from './reloader.ts';
import { governingLabels, managed, type OperatorMade, routePrefix } from './types.ts';

/** prometheus-operator pkg/alertmanager/statefulset.go; the Service's mesh ports are named the other way round (domain.md d3). */
export const alertmanager: OperatorMade = {
  kind: 'Alertmanager',
  statefulSet: (name) => `alertmanager-${name}`,
  defaultVersion: '0.33.1',
  labels: (cr) => ({
    ...managed,
    'app.kubernetes.io/name': 'alertmanager',
    'app.kubernetes.io/instance': cr.name,
    alertmanager: cr.name,
  }),
  containers: (cr) => [
    containerOf(cr, {
      name: 'alertmanager',
      image: 'quay.io/prometheus/alertmanager',
      args: [
        '--cluster.listen-address=[$(POD_IP)]:9094',
        `--web.listen-address=${cr.spec.listenLocal ? '127.0.0.1' : ''}:9093`,
        routePrefix(cr.spec),
        '--web.config.file=/etc/alertmanager/web_config/web-config.yaml',
      ],
      env: [{ name: 'POD_IP', fieldPath: 'status.podIP' }],
      ports: [
        ...(cr.spec.listenLocal ? [] : [{ name: cr.spec.portName, number: 9093 }]),
        { name: 'mesh-tcp', number: 9094 },
        { name: 'mesh-udp', number: 9094, protocol: 'UDP' as const },
      ],
    }),
    ...reloaders(cr, true, 9093),
  ],
  governing: (cr) => ({
    namespace: cr.namespace,
    name: 'alertmanager-operated',
    labels: { ...governingLabels, 'operated-alertmanager': 'true' },
    selector: { 'app.kubernetes.io/name': 'alertmanager' },
    headless: true,
    publishNotReady: true,
    ports: [
      { name: cr.spec.portName, port: 9093, targetPort: cr.spec.portName },
      { name: 'tcp-mesh', port: 9094, targetPort: 'mesh-tcp' },
      { name: 'udp-mesh', port: 9094, targetPort: 'mesh-udp', protocol: 'UDP' },
    ],
  }),
};
