import type { ClusterService, Workload } from '../../cluster/index.ts';
import type { Monitor, MonitorEndpoint, Selector, ServicePort } from '../../objects/index.ts';
import type { At } from '../../yaml/index.ts';
import { stateOf, wantedFacts } from '../facts.ts';
import type { Joined } from '../join.ts';
import type { End, Fact, Link, LinkKind, LinkState, NearMiss } from '../types.ts';

/** One place per join: what two objects are tied by, and the evidence on both sides. */
export interface LinkBuilder {
  kind: LinkKind;
  build(joined: Joined): Draft[];
}
export interface Draft {
  /** Unique among the links of this kind in the chain. */
  key: string;
  from: End;
  to: End;
  label: string;
  facts: Fact[];
  scheme?: Link['scheme'];
  /** Where facts alone do not tell. */
  state?: LinkState;
}

export const finishLink = (kind: LinkKind, d: Draft): Link => ({
  id: `${kind}:${d.key}`,
  kind,
  from: d.from,
  to: d.to,
  state: d.state ?? stateOf(d.facts),
  label: d.label,
  scheme: d.scheme ?? null,
  facts: d.facts,
  codes: [],
});

/** Nothing in the input answers: the end that is looked for and not there. */
export const nothing: End = { object: '', at: null };

/** A selector that finds nothing: broken where it is refused or something nearly fits, else nothing is claimed. */
export const unmatched = (key: string, from: End, selector: Selector, near: readonly NearMiss[]): Draft => ({
  key,
  from,
  to: nothing,
  label: 'selector',
  facts: near[0]?.facts ?? wantedFacts(selector),
  state: selector.invalid !== null || near.length > 0 ? 'broken' : 'unknown',
});

export const schemeOf = (endpoint: MonitorEndpoint): Link['scheme'] =>
  endpoint.scheme === 'https' || endpoint.scheme === 'http' ? endpoint.scheme : null;

/** The field of an endpoint that picks the port, as written. */
export function pick(endpoint: MonitorEndpoint): { field: string; text: string; at: At } | null {
  const at = (field: string): At => ({ ...endpoint.at, path: [...endpoint.at.path, field] });
  if (endpoint.port !== null) return { field: 'port', text: endpoint.port, at: at('port') };
  if (endpoint.portNumber !== null) return { field: 'portNumber', text: String(endpoint.portNumber), at: at('portNumber') };
  if (endpoint.targetPort !== null) return { field: 'targetPort', text: String(endpoint.targetPort), at: at('targetPort') };
  return null;
}

export const monitorEnd = (monitor: Monitor, endpoint: MonitorEndpoint | null): End => {
  const picked = endpoint && pick(endpoint);
  return { object: monitor.id, at: picked?.at ?? endpoint?.at ?? monitor.at([]), ...(picked ? { port: picked.text } : {}) };
};
export const portText = (p: ServicePort): string => p.name || String(p.port ?? p.index);
export const serviceEnd = (s: ClusterService, port: ServicePort | null): End => ({
  object: s.service.id,
  at: port && port.index >= 0 ? s.service.at(['spec', 'ports', port.index]) : s.service.at([]),
  ...(port ? { port: portText(port) } : {}),
});
export const podEnd = (w: Workload, number: number | null, at: At | null = null): End => ({
  object: w.id,
  at: at ?? w.pod.at,
  ...(number === null ? {} : { port: String(number) }),
});
