import type { ClusterService, Workload } from '../../cluster/index.ts';
import type { ServicePort } from '../../objects/index.ts';
import { declaredPorts } from '../../scrape/index.ts';
import { side } from '../facts.ts';
import type { Fact } from '../types.ts';
import { type Draft, type LinkBuilder, nothing, podEnd, portText, serviceEnd } from './build.ts';

/** L8: Service targetPort against container ports: a name must exist with the same protocol, a number is taken as it is. */
export const targetPort: LinkBuilder = {
  kind: 'target-port',
  build({ resolution: r, targets }) {
    const drafts = new Map<string, Draft>();
    for (const { raw } of targets) {
      if (!raw.service || !raw.servicePort || !raw.workload) continue;
      const draft = bound(raw.service, raw.servicePort, raw.workload, raw.number);
      drafts.set(draft.key, draft);
    }
    for (const s of r.skipped) {
      const draft = unbound(s.service, s.servicePort, s.workload);
      if (!drafts.has(draft.key)) drafts.set(draft.key, draft);
    }
    return [...drafts.values()];
  },
};

const fieldOf = (p: ServicePort): string => (p.targetPortGiven ? `targetPort: ${p.targetPort}` : String(p.targetPort ?? ''));
const atOf = (cs: ClusterService, p: ServicePort) =>
  p.index < 0 ? null : cs.service.at(['spec', 'ports', p.index, p.targetPortGiven ? 'targetPort' : 'port']);

function bound(cs: ClusterService, p: ServicePort, w: Workload, number: number): Draft {
  const declared = declaredPorts(w).findLast(
    (d) => d.port.containerPort === number && (typeof p.targetPort !== 'string' || d.port.name === p.targetPort),
  );
  const fact: Fact = {
    name: 'targetPort',
    left: side(String(p.targetPort ?? ''), atOf(cs, p)),
    right: declared
      ? side(
          typeof p.targetPort === 'string' ? `${declared.port.name} (${declared.port.containerPort})` : declared.port.containerPort,
          declared.port.at,
        )
      : null,
    // A number needs no declaration; that none is there is a remark, not a break.
    holds: true,
  };
  return {
    key: `${cs.service.id}/${portText(p)}/${w.id}/${number}`,
    from: serviceEnd(cs, p),
    to: { ...podEnd(w, number, declared?.port.at ?? null), ...(declared ? { container: declared.container } : {}) },
    label: fieldOf(p),
    facts: [fact],
  };
}

function unbound(cs: ClusterService, p: ServicePort, w: Workload): Draft {
  const names = declaredPorts(w).filter((d) => d.port.name !== null);
  const left = side(String(p.targetPort ?? ''), atOf(cs, p));
  const facts: Fact[] = names.map((d) => ({
    name: 'targetPort',
    left,
    right: side(`${d.port.name}${d.port.protocol === 'TCP' ? '' : `/${d.port.protocol}`} (${d.container})`, d.port.at),
    holds: false,
  }));
  return {
    key: `${cs.service.id}/${portText(p)}/${w.id}/-`,
    from: serviceEnd(cs, p),
    to: names.length > 0 ? podEnd(w, null) : { ...nothing, object: w.id, at: w.pod.at },
    label: fieldOf(p),
    facts: facts.length > 0 ? facts : [{ name: 'targetPort', left, right: null, holds: false }],
  };
}
