import type { Container } from '../../objects/index.ts';
import { containerOf } from './container.ts';
import { besides, type Operated } from './types.ts';

const IMAGE = 'quay.io/prometheus-operator/prometheus-config-reloader';

/** The config-reloader sidecar of a server on `port`, and its init twin (prometheus-operator pkg/operator/config-reloader.go). */
export function reloaders(cr: Operated, webConfig: boolean, port: number): Container[] {
  const { listenLocal } = cr.spec;
  const command = ['/bin/prometheus-config-reloader'];
  return [
    containerOf(cr, {
      name: 'config-reloader',
      image: IMAGE,
      command,
      args: [
        `--listen-address=${listenLocal ? 'localhost' : ''}:8080`,
        `--reload-url=${besides(cr.spec, port, '-/reload')}`,
        ...(webConfig ? ['--web-config-file=/etc/web_config/web-config.yaml'] : []),
      ],
      ports: listenLocal ? [] : [{ name: 'reloader-web', number: 8080 }],
    }),
    containerOf(cr, {
      name: 'init-config-reloader',
      image: IMAGE,
      command,
      args: ['--watch-interval=0', '--listen-address=:8081'],
      ports: [{ name: 'reloader-init', number: 8081 }],
      init: true,
    }),
  ];
}
