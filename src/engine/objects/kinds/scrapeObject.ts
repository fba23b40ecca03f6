import { open } from '../base.ts';
import { addressOf, authOf, ruleOf, tlsOf } from '../endpoint.ts';
import type { Fields } from '../fields.ts';
import type { FieldProblem, KindReader, Monitor, MonitorEndpoint } from '../types.ts';

const GROUP = 'monitoring.coreos.com';

/** What objects without a selector leave out of a monitor. */
const unselective = (spec: Fields): Omit<Monitor, keyof ReturnType<typeof open>['base'] | 'endpoints' | 'kind'> => ({
  selector: { requirements: [], at: spec.at, invalid: null },
  namespaces: null,
  jobLabel: null,
  targetLabels: [],
  podTargetLabels: [],
  selectorMechanism: null,
  serviceDiscoveryRole: null,
  attachNode: false,
  scrapeClass: spec.str('scrapeClass'),
});

/** What one job says of how it scrapes, wherever its targets come from. */
function scrapeOf(spec: Fields, asked: Fields, path: string, rules: readonly Fields[]): Omit<MonitorEndpoint, Unread> {
  const scheme = asked.str('scheme');
  return {
    port: null,
    targetPort: null,
    portNumber: null,
    scheme: scheme?.toLowerCase() || 'http',
    schemeGiven: Boolean(scheme),
    metricsPath: asked.str(path) || (path === 'path' ? '/probe' : '/metrics'),
    interval: spec.str('interval') ?? spec.str('scrapeInterval'),
    scrapeTimeout: spec.str('scrapeTimeout'),
    tls: tlsOf(spec),
    bearerTokenFile: null,
    auth: authOf(spec),
    relabelings: rules.map(ruleOf),
    filterRunning: true,
  };
}
type Unread = 'index' | 'at' | 'path' | 'by' | 'asks' | 'invalid';

function readProbe(raw: Parameters<KindReader['read']>[0]): Monitor {
  const { base, fields, problems } = open<'Probe'>(raw);
  const spec = fields.map('spec');
  const prober = spec.map('prober');
  const targets = spec.map('targets');
  // Static targets win where both are given (prometheus-operator promcfg.go generateProbeConfig).
  const of = targets.map(targets.has('staticConfig') ? 'staticConfig' : 'ingress');
  const scrape = scrapeOf(spec, prober, 'path', of.list('relabelingConfigs'));
  const url = prober.str('url') ?? '';
  const asked = addressOf(url, scrape.scheme, prober.atKey('url'));
  const endpoint: MonitorEndpoint = {
    ...scrape,
    index: 0,
    at: prober.at,
    path: prober.path,
    by: 'address',
    asks: asked ? [asked] : [],
    invalid: [...problems],
  };
  return { ...base, ...unselective(spec), endpoints: spec.has('prober') ? [endpoint] : [] };
}

/** The suffix of all lists of a service discovery but the static one (prometheus-operator ScrapeConfigSpec). */
const DISCOVERY = /SDConfigs$/;

function readScrapeConfig(raw: Parameters<KindReader['read']>[0]): Monitor {
  const { base, fields, problems } = open<'ScrapeConfig'>(raw);
  const spec = fields.map('spec');
  const scrape = scrapeOf(spec, spec, 'metricsPath', spec.list('relabelings'));
  const entries = [
    ...spec.list('staticConfigs').map((entry) => ({ entry, by: 'address' })),
    ...Object.keys(base.raw.body()['spec'] ?? {})
      .filter((key) => DISCOVERY.test(key))
      .sort()
      .flatMap((key) => spec.list(key).map((entry) => ({ entry, by: key.replace(DISCOVERY, '') }))),
  ];
  const endpoints = entries.map(({ entry, by }, index): MonitorEndpoint => {
    const asks = by === 'address' ? entry.strings('targets') : [];
    return {
      ...scrape,
      index,
      at: entry.at,
      path: entry.path,
      by,
      asks: asks.flatMap((text, i) => {
        const at = { ...entry.at, path: [...entry.at.path, 'targets', i] };
        return addressOf(text, scrape.scheme, at) ?? [];
      }),
      invalid: problems as FieldProblem[],
    };
  });
  return { ...base, ...unselective(spec), endpoints };
}

/** Scrapes a prober, which in turn asks the targets. One endpoint: the prober. */
export const probe: KindReader<Monitor> = { group: GROUP, kinds: ['Probe'], eager: true, read: readProbe };

/** One endpoint an entry of a service discovery: static configurations first, the others by name. */
export const scrapeConfig: KindReader<Monitor> = { group: GROUP, kinds: ['ScrapeConfig'], eager: true, read: readScrapeConfig };
