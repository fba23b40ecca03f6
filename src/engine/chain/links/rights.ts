import type { RightsFact, RightsVerdict } from '../../reach/index.ts';
import type { Fact, LinkState } from '../types.ts';
import type { Draft, LinkBuilder } from './build.ts';

const stateOf = (verdict: RightsVerdict): LinkState =>
  verdict.state === 'granted' ? 'ok' : verdict.state === 'missing' ? 'broken' : 'unknown';

/** One right, as people write it: `get services/metrics`, `list pods`, `get /metrics`. */
export const askedText = (f: RightsFact): string =>
  `${f.verb} ${f.url ?? `${f.group ? `${f.resource}.${f.group}` : f.resource}${f.name === null ? '' : ` ${f.name}`}`}`;

const facts = (verdict: RightsVerdict): Fact[] =>
  verdict.facts.map((f) => ({
    name: f.namespace ?? 'cluster',
    left: { value: askedText(f), at: null },
    right: f.role === null ? null : { value: f.role, at: f.at },
    holds: f.granted ? true : verdict.state === 'unknown' ? null : false,
  }));

const grantedBy = (verdict: RightsVerdict): { object: string; at: RightsFact['at'] } => {
  const first = verdict.facts.find((f) => f.role !== null);
  return { object: first?.role ?? '', at: first?.at ?? null };
};

/** L12: the Prometheus' service account may list and watch what discovery needs (domain.md i). */
export const discoveryRightsLink: LinkBuilder = {
  kind: 'discovery-rights',
  build({ discovery }) {
    return discovery.map(
      ({ prometheus, verdict }): Draft => ({
        key: prometheus,
        from: grantedBy(verdict),
        to: { object: prometheus, at: null },
        label: 'list, watch',
        facts: facts(verdict),
        state: stateOf(verdict),
      }),
    );
  },
};

/** kube-rbac-proxy asks the API server who is calling and what they may: its own service account needs both rights. */
export const proxyRightsLink: LinkBuilder = {
  kind: 'proxy-rights',
  build({ rights, targets }) {
    return rights.proxy.map(({ workload, verdict }): Draft => {
      const process = targets.find(
        (t) => t.raw.workload?.id === workload && t.process && (t.process.authorizes || t.process.guard !== null),
      )?.process;
      return {
        key: workload,
        from: grantedBy(verdict),
        to: { object: workload, ...(process ? { container: process.container } : {}), at: process?.at ?? null },
        label: 'tokenreviews, subjectaccessreviews',
        facts: facts(verdict),
        state: stateOf(verdict),
      };
    });
  },
};

/** What the caller may: kube-rbac-proxy lets the Prometheus' service account pass if it may get the path (domain.md f6). */
export const scrapeRightsLink: LinkBuilder = {
  kind: 'scrape-rights',
  build({ rights, resolution }) {
    return rights.scrape.map(
      ({ prometheus, verdict }, i): Draft => ({
        key: i === 0 ? prometheus : `${prometheus}/${i}`,
        from: grantedBy(verdict),
        to: { object: prometheus, at: null },
        label: `get ${resolution.endpoint?.metricsPath ?? ''}`,
        facts: facts(verdict),
        state: stateOf(verdict),
      }),
    );
  },
};
