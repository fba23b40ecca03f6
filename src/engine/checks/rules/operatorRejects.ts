import { type Check, hit } from '../check.ts';

/** `arbitraryFSAccessThroughSMs.deny` refuses ServiceMonitors that name files (prometheus-operator resource_selector.go testForArbitraryFSAccess). */
export const operatorRejects: Check = {
  kind: 'reason',
  code: 'operator-rejects',
  link: 'prometheus-monitor',
  run: ({ resolution: { monitor, endpoint, selections } }) => {
    const prometheus = selections.find((s) => s.state === 'selected' && s.prometheus.denyFileAccess)?.prometheus;
    if (!prometheus || !endpoint || monitor.kind !== 'ServiceMonitor') return [];
    const { tls } = endpoint;
    const field = endpoint.bearerTokenFile !== null ? 'bearerTokenFile' : tls?.caFile || tls?.certFile || tls?.keyFile ? 'tlsConfig' : null;
    if (field === null) return [];
    const at = { ...endpoint.at, path: [...endpoint.at.path, field] };
    return [hit({ field, prometheus: prometheus.name }, at, prometheus.at(['spec', 'arbitraryFSAccessThroughSMs', 'deny']))];
  },
};
