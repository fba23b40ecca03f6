import { declaredPorts } from '../../scrape/index.ts';
import { side } from '../facts.ts';
import type { Fact } from '../types.ts';
import { type Draft, type LinkBuilder, monitorEnd, pick, podEnd, schemeOf } from './build.ts';

/** L6: an endpoint that picks container ports itself: PodMonitor `port`/`portNumber`, ServiceMonitor `targetPort`. */
export const podPort: LinkBuilder = {
  kind: 'pod-port',
  build({ resolution: r, targets }) {
    const { endpoint, monitor } = r;
    if (endpoint?.by !== 'labels' || (monitor.kind === 'ServiceMonitor' && endpoint.port !== null)) return [];
    const picked = pick(endpoint);
    const from = monitorEnd(monitor, endpoint);
    const label = picked ? `${picked.field}: ${picked.text}` : '';
    const drafts: Draft[] = targets.flatMap(({ raw }) => {
      if (!raw.workload || (monitor.kind === 'ServiceMonitor' && raw.servicePort !== null && picked === null)) return [];
      const right = raw.declared ? side(raw.declared.port.name ?? raw.declared.port.containerPort, raw.declared.port.at) : null;
      const facts: Fact[] = picked ? [{ name: picked.field, left: side(picked.text, picked.at), right, holds: true }] : [];
      return [
        {
          key: `${raw.workload.id}/${raw.number}/${raw.declared?.container ?? ''}`,
          from,
          to: {
            ...podEnd(raw.workload, raw.number, raw.declared?.port.at ?? null),
            ...(raw.declared ? { container: raw.declared.container } : {}),
          },
          label: label || String(raw.number),
          facts,
          scheme: schemeOf(endpoint),
        },
      ];
    });
    if (drafts.length > 0 || !picked) return drafts;
    const workloads = monitor.kind === 'PodMonitor' ? r.misses.flatMap((m) => (m.workload ? [m.workload] : [])) : [];
    return workloads.map((w) => ({
      key: `${w.id}/-`,
      from,
      to: podEnd(w, null),
      label,
      facts: declaredPorts(w).map((d) => ({
        name: picked.field,
        left: side(picked.text, picked.at),
        right: side(`${d.port.name ?? d.port.containerPort} (${d.container})`, d.port.at),
        holds: false,
      })),
      state: 'broken' as const,
      scheme: schemeOf(endpoint),
    }));
  },
};
