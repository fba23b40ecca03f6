import type { RightsFact, RightsVerdict } from '../../reach/index.ts';
import { proxyRights, scrapeRights } from '../../reach/index.ts';
import type { Fact, LinkState } from '../types.ts';
import type { Draft, LinkBuilder } from './build.ts';

const stateOf = (verdict: RightsVerdict): LinkState =>
  verdict.state === 'granted' ? 'ok' : verdict.state === 'missing' ? 'broken' : 'unknown';

const asked = (f: RightsFact): string => `${f.verb} ${f.url ?? (f.group ? `${f.resource}.${f.group}` : f.resource)}`;

const facts = (verdict: RightsVerdict): Fact[] =>
  verdict.facts.map((f) => ({
    name: f.namespace ?? 'cluster',
    left: { value: asked(f), at: null },
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
  build({ cluster, targets }) {
    const drafts = new Map<string, Draft>();
    for (const { process, raw } of targets) {
      if (!process?.authorizes || !raw.workload || drafts.has(raw.workload.id)) continue;
      const verdict = proxyRights(cluster, raw.workload);
      drafts.set(raw.workload.id, {
        key: raw.workload.id,
        from: grantedBy(verdict),
        to: { object: raw.workload.id, container: process.container, at: process.at },
        label: 'tokenreviews, subjectaccessreviews',
        facts: facts(verdict),
        state: stateOf(verdict),
      });
    }
    return [...drafts.values()];
  },
};

/** What the caller may: kube-rbac-proxy lets the Prometheus' service account pass if it may get the path (domain.md f6). */
export const scrapeRightsLink: LinkBuilder = {
  kind: 'scrape-rights',
  build({ cluster, resolution: r, targets }) {
    if (!r.endpoint || !targets.some((t) => t.process?.authorizes)) return [];
    const path = r.endpoint.metricsPath;
    return r.selections
      .filter((s) => s.state === 'selected')
      .map(({ prometheus }): Draft => {
        const verdict = scrapeRights(cluster, prometheus, path);
        return {
          key: prometheus.id,
          from: grantedBy(verdict),
          to: { object: prometheus.id, at: null },
          label: `get ${path}`,
          facts: facts(verdict),
          state: stateOf(verdict),
        };
      });
  },
};
