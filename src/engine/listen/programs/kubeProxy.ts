import { openedByLast } from '../open.ts';
import { named } from '../recognise.ts';
import type { Program } from '../types.ts';

/**
 * kubernetes cmd/kube-proxy/app: http on 127.0.0.1:10249 unless a flag or the configuration file says otherwise. A file
 * wins over the flags, and one that is not in the input leaves the address unknown.
 */
export const kubeProxy: Program = {
  id: 'kube-proxy',
  matches: (run) => named(run, 'kube-proxy'),
  listeners(run) {
    const config = run.flag('config');
    const flag = run.flag('metrics-bind-address');
    if (!config) return openedByLast(run, flag, '127.0.0.1:10249', { serves: 'http' });
    const text = run.file(config.value);
    if (text === null) return [];
    const written = /^[ \t]*["']?metricsBindAddress["']?[ \t]*:[ \t]*["']?([^"'\s#]*)/m.exec(text)?.[1] ?? '';
    return openedByLast(run, { value: written === '' ? '127.0.0.1:10249' : written, at: config.at }, null, { serves: 'http' });
  },
};
