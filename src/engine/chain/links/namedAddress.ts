import type { NamedAddress } from '../../objects/index.ts';
import { side } from '../facts.ts';
import type { Fact } from '../types.ts';
import { type Draft, type LinkBuilder, monitorEnd, nothing, portText, schemeOf, serviceEnd } from './build.ts';

/** A Probe's prober or a static target, by name, against the Service of that name. */
export const addressService: LinkBuilder = {
  kind: 'monitor-service',
  build({ resolution: r }) {
    const drafts = new Map<string, Draft>();
    const { endpoint } = r;
    if (endpoint?.by !== 'address') return [];
    for (const { service, asked } of [...r.targets, ...r.misses]) {
      if (!asked) continue;
      const from = { ...monitorEnd(r.monitor, null), at: asked.at };
      const name = service ? `${service.service.name}.${service.service.namespace}` : null;
      const right = service && name ? side(name, service.service.at(['metadata', 'name'])) : null;
      const facts: Fact[] = [{ name: 'host', left: side(asked.host, asked.at), right, holds: service ? true : null }];
      const end = service ? serviceEnd(service, null) : nothing;
      // An address outside the input is drawn as an end of its own, by the port link.
      if (service || r.misses.some((m) => m.asked === asked && m.code === 'service-not-found'))
        drafts.set(service?.service.id ?? asked.text, { key: service?.service.id ?? asked.text, from, to: end, label: asked.host, facts });
    }
    return [...drafts.values()];
  },
};

/** The port of the address against the Service's port numbers; what lies outside the input is an end without an object. */
export const addressPort: LinkBuilder = {
  kind: 'endpoint-port',
  build({ resolution: r }) {
    const { endpoint, monitor } = r;
    if (endpoint?.by !== 'address') return [];
    const drafts = new Map<string, Draft>();
    const put = (draft: Draft) => drafts.set(draft.key, { ...draft, scheme: schemeOf(endpoint) });
    const from = (asked: NamedAddress) => ({ object: monitor.id, at: asked.at, port: asked.text });
    for (const { service, servicePort, asked, number } of r.targets) {
      if (!asked) continue;
      const left = side(asked.port, asked.at);
      if (service) {
        const at = servicePort && servicePort.index >= 0 ? service.service.at(['spec', 'ports', servicePort.index, 'port']) : null;
        const facts: Fact[] = servicePort ? [{ name: 'port', left, right: side(servicePort.port ?? number, at), holds: true }] : [];
        const port = servicePort ? portText(servicePort) : '';
        put({
          key: `${service.service.id}/${port}`,
          from: from(asked),
          to: serviceEnd(service, servicePort),
          label: String(asked.port),
          facts,
        });
      } else
        put({
          key: asked.text,
          from: from(asked),
          to: { object: '', at: asked.at, port: asked.text },
          label: asked.text,
          facts: [],
          state: 'ok',
        });
    }
    for (const { service, asked, code } of r.misses) {
      if (!service || !asked || code !== 'port-not-found') continue;
      const facts = service.service.ports.map(
        (p): Fact => ({
          name: 'port',
          left: side(asked.port, asked.at),
          right: side(p.name === '' ? String(p.port) : `${p.port} (${p.name})`, service.service.at(['spec', 'ports', p.index, 'port'])),
          holds: false,
        }),
      );
      put({ key: service.service.id, from: from(asked), to: serviceEnd(service, null), label: String(asked.port), facts, state: 'broken' });
    }
    return [...drafts.values()];
  },
};
