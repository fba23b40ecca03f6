import type { Analysis } from '../analyze.ts';
import type { Chain, Link, Said, Target } from '../chain/index.ts';
import { describe } from '../listen/index.ts';
import type { MonitorEndpoint } from '../objects/index.ts';
import { accountOf } from '../reach/index.ts';
import { nameOf, said } from './said.ts';
import type { Paragraph } from './types.ts';

export interface About {
  analysis: Analysis;
  chain: Chain;
  endpoint: MonitorEndpoint | null;
  /** Targets that tell something new: one for each pod port. */
  targets: readonly Target[];
}

/** The story hop by hop; it ends where the chain does, and says what is wrong. */
export function paragraphsOf(about: About): Paragraph[] {
  const all: [string, Said[]][] = [
    ['who', who(about)],
    ['asks', asks(about)],
    ['found', found(about)],
    ['answers', about.targets.flatMap((t) => answers(about, t))],
    ['behind', about.targets.flatMap(behind)],
    ['network', network(about)],
    ['rights', rights(about)],
    ['result', result(about)],
    ['verdict', verdict(about)],
    ['together', together(about)],
  ];
  return all.flatMap(([title, sentences]) => (sentences.length > 0 ? [{ title, sentences: distinct(sentences) }] : []));
}

function distinct(sentences: readonly Said[]): Said[] {
  const seen = new Map<string, Said>();
  for (const one of sentences) {
    const key = JSON.stringify([one.code, one.params]);
    if (!seen.has(key)) seen.set(key, one);
  }
  return [...seen.values()];
}

const linksOf = ({ chain }: About, kind: Link['kind']): Link[] => chain.links.filter((l) => l.kind === kind);

function who(about: About): Said[] {
  const { analysis, chain } = about;
  const [kind = ''] = chain.monitor.split('/');
  const monitor = nameOf(chain.monitor);
  if (analysis.cluster.prometheuses.length === 0) return [said('who.no-prometheus', { kind, monitor }, chain.at)];
  const links = linksOf(about, 'prometheus-monitor');
  return links.map((link) => {
    const prometheus = nameOf(link.from.object);
    const labels = link.facts.filter((f) => f.left && f.right && f.holds).map((f) => f.left?.value ?? '');
    const params = { prometheus, kind, monitor, field: link.label.replace(/: \{\}$/, ''), labels: labels.join(', ') };
    const ats = [link.from.at, ...link.facts.flatMap((f) => [f.left?.at, f.right?.at])];
    if (link.state === 'broken') return said('who.not', params, ...ats);
    if (link.state === 'unknown') return said('who.unknown', params, ...ats);
    return said(labels.length === 0 ? 'who.everything' : 'who.labels', params, ...ats);
  });
}

function asks({ chain, endpoint }: About): Said[] {
  if (!endpoint) return [said('asks.none', { monitor: nameOf(chain.monitor) }, chain.at)];
  const at = (field: string) => ({ ...endpoint.at, path: [...endpoint.at.path, field] });
  const scheme = chain.scheme ?? 'http';
  const path = chain.path ?? '/metrics';
  const picked =
    chain.port !== null
      ? said('asks.port', { port: chain.port, scheme, path }, at('port'))
      : chain.targetPort !== null
        ? said('asks.target-port', { port: chain.targetPort, scheme, path }, at(endpoint.portNumber === null ? 'targetPort' : 'portNumber'))
        : said(endpoint.by === 'labels' ? 'asks.every-port' : 'asks.address', { scheme, path }, endpoint.at);
  const out = [picked];
  if (scheme === 'https') {
    if (endpoint.tls?.insecureSkipVerify) out.push(said('asks.insecure', {}, at('tlsConfig')));
    else if (endpoint.tls?.serverName) out.push(said('asks.server-name', { name: endpoint.tls.serverName }, at('tlsConfig')));
    else out.push(said('asks.verifies', {}, endpoint.at));
  }
  if (endpoint.bearerTokenFile !== null) out.push(said('asks.token', { file: endpoint.bearerTokenFile }, at('bearerTokenFile')));
  for (const field of endpoint.auth) out.push(said('asks.auth', { field }, at(field)));
  if (!chain.sendsToken) out.push(said('asks.no-credentials', {}, endpoint.at));
  return out;
}

function found(about: About): Said[] {
  const { chain } = about;
  const services = linksOf(about, 'monitor-service').filter((l) => l.to.object !== '' && l.state === 'ok');
  const out = services.map((link) => {
    const labels = link.facts.filter((f) => f.name !== 'namespace').map((f) => f.left?.value ?? '');
    const params = { service: nameOf(link.to.object), namespace: link.to.object.split('/')[1] ?? '', labels: labels.join(', ') };
    return said(
      labels.length === 0 ? 'found.any-service' : 'found.service',
      params,
      link.from.at,
      ...link.facts.map((f) => f.right?.at),
      link.to.at,
    );
  });
  for (const t of about.targets) {
    const number = t.number ?? '?';
    const workload = t.workload ?? '';
    if (t.workload === null) {
      if (t.providedBy !== null) out.push(said('found.provided', { service: nameOf(t.service ?? ''), by: t.providedBy, number }));
      else if (t.service !== null) out.push(said('found.written', { service: nameOf(t.service), number }));
      continue;
    }
    const where = {
      workload: nameOf(workload),
      kind: workload.split('/')[0] ?? '',
      number,
      container: t.container ?? '',
      name: t.portName ?? '',
    };
    if (t.service === null) {
      out.push(said('found.pods', where, ...linksOf(about, 'monitor-pods').map((l) => l.from.at)));
    } else {
      const link = linksOf(about, 'target-port').find((l) => l.to.object === t.workload && l.from.object === t.service);
      const port = { port: t.servicePort || '–', service: nameOf(t.service), ...where };
      out.push(said('found.port', port, link?.from.at, link?.to.at));
    }
    out.push(
      t.container === null
        ? said('found.undeclared', where)
        : said(t.portName === null ? 'found.declared-number' : 'found.declared', where),
    );
  }
  if (about.targets.length === 0 && chain.verdict.code === null)
    out.push(said('found.nothing', { monitor: nameOf(chain.monitor) }, chain.at));
  return out;
}

function answers({ analysis, chain }: About, target: Target): Said[] {
  const workload = analysis.cluster.workloads.find((w) => w.id === target.workload);
  if (!workload) return [];
  const out: Said[] = [];
  if (workload.pod.hostNetwork)
    out.push(
      said('answers.host-network', { workload: workload.name }, { ...workload.pod.at, path: [...workload.pod.at.path, 'hostNetwork'] }),
    );
  const { conflict, process } = target;
  if (conflict) {
    const params = {
      first: describe(conflict.first),
      second: describe(conflict.second),
      a: conflict.first.container,
      b: conflict.second.container,
    };
    return [...out, said('answers.conflict', { ...params, port: conflict.port }, conflict.first.at, conflict.second.at)];
  }
  if (!process) return [...out, said('answers.nobody', { number: target.number ?? '?', workload: workload.name }, workload.pod.at)];
  const params = { listener: describe(process), container: process.container, scheme: process.serves ?? '' };
  out.push(said(process.serves === null ? 'answers.unknown' : 'answers.listens', params, process.at));
  if (process.bind === 'loopback') out.push(said('answers.loopback', params, process.at));
  if (process.selfMade && chain.scheme === 'https') out.push(said('answers.self-made', params, process.at));
  return out;
}

function behind({ process, behind: hops }: Target): Said[] {
  if (!process?.proxy) return [];
  const { container, upstream } = process;
  const out: Said[] = [];
  if (process.authorizes) out.push(said('behind.asks', { container }, process.at));
  if (!upstream) return [...out, said('behind.unknown', { container }, process.at)];
  const url = `${upstream.scheme}://${upstream.host}:${upstream.port}/`;
  const [next] = hops;
  if (!next) return [...out, said('behind.nobody', { container, url }, upstream.at)];
  out.push(said('behind.passes', { container, url, listener: describe(next), next: next.container }, upstream.at, next.at));
  if (next.bind === 'loopback')
    out.push(said(process.authorizes ? 'behind.only-by-token' : 'behind.only-here', { next: next.container, container }, next.at));
  else if (process.authorizes) out.push(said('behind.past', { listener: describe(next), container }, next.at));
  return out;
}

function network(about: About): Said[] {
  return about.targets.flatMap((t) => {
    if (t.workload === null) return [];
    const workload = nameOf(t.workload);
    const names = t.policies.join(', ');
    if (names === '' && t.verdicts.every((v) => v.verdict.facts.length === 0)) return [said('network.open', { workload })];
    return t.verdicts.map(({ prometheus, verdict }) => {
      const ats = verdict.facts.filter((f) => f.direction === 'ingress' || verdict.state === 'egress-denied').map((f) => f.at);
      return said(`network.${verdict.state}`, { workload, policies: names, prometheus: nameOf(prometheus), port: t.number ?? '?' }, ...ats);
    });
  });
}

function rights({ analysis, chain }: About): Said[] {
  const accounts = new Map(analysis.cluster.prometheuses.map((p) => [p.id, accountOf(p.namespace, p.serviceAccountName)]));
  const account = (id: string): string => {
    const found = accounts.get(id);
    return found ? `${found.namespace}/${found.name}` : id;
  };
  const facts = (verdict: (typeof chain.discovery)[number]['verdict']) => ({
    params: {
      roles: [...new Set(verdict.facts.flatMap((f) => f.role ?? []))].join(', '),
      what: [...new Set(verdict.facts.map((f) => f.url ?? f.resource))].join(', '),
    },
    ats: verdict.facts.map((f) => f.at),
  });
  const sentence = (kind: string, who: string, verdict: (typeof chain.discovery)[number]['verdict']): Said => {
    const { params, ats } = facts(verdict);
    return said(`rights.${kind}.${verdict.state}`, { ...params, who }, ...ats);
  };
  return [
    ...chain.discovery.map(({ prometheus, verdict }) => sentence('discovery', account(prometheus), verdict)),
    ...chain.rights.proxy.map(({ workload, verdict }) => sentence('proxy', nameOf(workload), verdict)),
    ...chain.rights.scrape.map(({ prometheus, verdict }) => sentence('scrape', account(prometheus), verdict)),
  ];
}

function result({ chain, targets }: About): Said[] {
  if (chain.status === 'broken') return [];
  return targets.flatMap((t) =>
    t.job === null
      ? []
      : [said('result.job', { job: t.job, endpoint: chain.port ?? chain.targetPort ?? '', container: t.container ?? '–' })],
  );
}

function verdict({ analysis, chain }: About): Said[] {
  const { verdict: v, status } = chain;
  const head = v.code === null ? said(`verdict.${status}`, {}, chain.at) : said(`finding.${v.code}`, v.params, ...v.at);
  const symptom = v.symptom === null ? [] : [said(`symptom.${v.symptom}`, {})];
  const more = analysis.findings
    .filter((f) => f.chain === chain.id && f.code !== v.code && f.severity !== 'info')
    .map((f) => said(`finding.${f.code}`, f.params, ...f.evidence));
  return [head, ...symptom, ...more, ...v.settle.map((command) => said('verdict.settle', { command }))];
}

/** What has to change with what, when one end is edited (domain.md m). */
function together({ chain, targets }: About): Said[] {
  if (chain.status === 'broken' && targets.length === 0) return [];
  return targets.flatMap((t) => {
    if (t.workload === null) return [];
    const out: Said[] = [];
    if (chain.port !== null && t.service !== null) out.push(said('together.name', { port: chain.port, service: nameOf(t.service) }));
    if (t.portName !== null && t.service !== null)
      out.push(said('together.container-name', { name: t.portName, container: t.container || '–' }));
    const container = t.process?.container ?? t.container;
    if (t.number !== null && container) out.push(said('together.number', { number: t.number, container }));
    if (t.serves !== null) out.push(said('together.scheme', { scheme: t.serves }));
    return out;
  });
}
