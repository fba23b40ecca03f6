import { side } from '../facts.ts';
import type { Fact } from '../types.ts';
import { type LinkBuilder, monitorEnd, nothing, pick, portText, schemeOf, serviceEnd } from './build.ts';

/** L5: `endpoint.port` against the Service's port names, as an anchored regex (promcfg.go). */
export const endpointPort: LinkBuilder = {
  kind: 'endpoint-port',
  build({ resolution: r, targets }) {
    const { endpoint, monitor } = r;
    if (!endpoint || monitor.kind !== 'ServiceMonitor') return [];
    const picked = pick(endpoint);
    const from = monitorEnd(monitor, endpoint);
    const seen = new Set<string>();
    const drafts = targets.flatMap(({ raw }) => {
      if (!raw.service || !raw.servicePort) return [];
      const key = `${raw.service.service.id}/${portText(raw.servicePort)}`;
      if (seen.has(key)) return [];
      seen.add(key);
      const to = serviceEnd(raw.service, raw.servicePort);
      const at = raw.servicePort.index >= 0 ? raw.service.service.at(['spec', 'ports', raw.servicePort.index, 'name']) : null;
      const facts: Fact[] =
        picked?.field === 'port'
          ? [{ name: 'port', left: side(picked.text, picked.at), right: side(raw.servicePort.name, at), holds: true }]
          : [];
      const label = picked ? `${picked.field}: ${picked.text}` : portText(raw.servicePort);
      return [{ key, from, to, label, facts, scheme: schemeOf(endpoint) }];
    });
    if (drafts.length > 0) return drafts;
    return r.misses.flatMap((m) => {
      if (!m.service || m.code === 'service-not-found') return [];
      const service = m.service;
      const wrong = m.code === 'port-not-found';
      const port = service.service.ports.find((p) => p.name === endpoint.port) ?? null;
      const facts: Fact[] = service.service.ports.map((p) => ({
        name: 'port',
        left: picked ? side(picked.text, picked.at) : null,
        right: side(p.name, service.service.at(['spec', 'ports', p.index, 'name'])),
        holds: wrong ? false : p === port,
      }));
      return [
        {
          key: service.service.id,
          from,
          to: service.service.ports.length > 0 || !wrong ? serviceEnd(service, wrong ? null : port) : nothing,
          label: picked ? `${picked.field}: ${picked.text}` : 'port',
          facts: wrong ? facts : facts.filter((f) => f.holds),
          scheme: schemeOf(endpoint),
          state: wrong ? ('broken' as const) : ('ok' as const),
        },
      ];
    });
  },
};
