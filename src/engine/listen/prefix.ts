import type { Invocation } from './types.ts';

/** The metrics path below `--web.route-prefix`, which defaults to the path of `--web.external-url` (prometheus, alertmanager). */
export function metricsUnder(run: Invocation): string {
  const external = /^[a-z]+:\/\/[^/]*(\/.*)?$/i.exec(run.flag('web.external-url')?.value ?? '')?.[1];
  const prefix = (run.flag('web.route-prefix')?.value ?? external ?? '').split('/').filter((part) => part !== '');
  return ['', ...prefix, 'metrics'].join('/');
}
