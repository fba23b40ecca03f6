import type { Container } from '../../objects/index.ts';
import { containerOf } from './container.ts';
import { reloaders } from './reloader.ts';
import { besides, type Operated, routePrefix } from './types.ts';

/** Containers of Prometheus and PrometheusAgent alike (prometheus-operator pkg/prometheus/statefulset.go, domain.md d1, d4, d5). */
export function serverContainers(cr: Operated): Container[] {
  const { spec } = cr;
  const server = containerOf(cr, {
    name: 'prometheus',
    image: 'quay.io/prometheus/prometheus',
    args: [
      routePrefix(spec),
      ...(spec.listenLocal ? ['--web.listen-address=127.0.0.1:9090'] : []),
      '--web.config.file=/etc/prometheus/web_config/web-config.yaml',
    ],
    ports: spec.listenLocal ? [] : [{ name: spec.portName, number: 9090 }],
  });
  return [server, ...reloaders(cr, spec.tls, 9090), ...(spec.thanosSidecar ? [thanosSidecar(cr)] : [])];
}

const thanosSidecar = (cr: Operated): Container =>
  containerOf(cr, {
    name: 'thanos-sidecar',
    image: 'quay.io/thanos/thanos',
    args: ['sidecar', `--prometheus.url=${besides(cr.spec, 9090)}`, '--grpc-address=:10901', '--http-address=:10902'],
    ports: [
      { name: 'http', number: 10902 },
      { name: 'grpc', number: 10901 },
    ],
  });
