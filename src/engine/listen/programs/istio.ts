import { openedByLast } from '../open.ts';
import { named } from '../recognise.ts';
import type { Program } from '../types.ts';

/** istio pilot-agent: the merged metrics of sidecar and app, and envoy's own, both in clear on ports that no flag of the pod moves. */
export const istioProxy: Program = {
  id: 'istio-proxy',
  matches: (run) => named(run, 'proxyv2', 'pilot-agent'),
  listeners: (run) => [
    ...openedByLast(run, null, '0.0.0.0:15020', { serves: 'http', path: '/stats/prometheus' }),
    ...openedByLast(run, null, '0.0.0.0:15021', { serves: 'http', path: '/healthz/ready' }),
    ...openedByLast(run, null, '0.0.0.0:15090', { serves: 'http', path: '/stats/prometheus' }),
  ],
};

/** istio pilot/cmd/pilot-discovery: metrics on the monitoring address. */
export const istiod: Program = {
  id: 'istiod',
  matches: (run) => named(run, 'pilot', 'pilot-discovery') && (run.program === 'pilot-discovery' || /istio/.test(run.repository)),
  listeners: (run) => openedByLast(run, run.flag('monitoringAddr'), ':15014', { serves: 'http' }),
};
