import type { Json } from '../../../yaml/index.ts';
import type { SchemaCode } from '../codes.ts';
import { parseDuration } from '../text/duration.ts';

/** null: nothing is wrong with the value. */
type Refuse = (value: Json) => { code: SchemaCode; params: Record<string, string | number> } | null;

/** One field of the CRDs, as far as it changed or is often got wrong (example/prometheus-operator-crd). */
export interface SchemaRule {
  kinds: readonly string[];
  /** Below `spec`; `[]` stands for every entry of a list. */
  path: string;
  /** Releases of the operator in which this is certain. */
  from: number;
  before?: number;
  /** What is wrong with a value that is there. */
  refuse?: Refuse;
  /** The field must be there. */
  required?: boolean;
}

const MONITORS = ['ServiceMonitor', 'PodMonitor'];
const SCRAPERS = [...MONITORS, 'Probe', 'ScrapeConfig'];
const PROMETHEUS = ['Prometheus', 'PrometheusAgent'];

/** A value of another type is for the reader of the object to refuse. */
const text =
  (wrong: (value: string) => boolean, code: SchemaCode, expected: string): Refuse =>
  (value) =>
    typeof value === 'string' && wrong(value) ? { code, params: { value, expected } } : null;

const oneOf = (...allowed: string[]) => text((value) => !allowed.includes(value), 'schema-enum', allowed.join(', '));
const matching = (pattern: RegExp, expected: string) => text((value) => !pattern.test(value), 'schema-pattern', expected);
const duration = text((value) => value !== '' && parseDuration(value) === null, 'schema-duration', '30s, 1m, 1h30m');
const unknownBefore =
  (since: number): Refuse =>
  () => ({ code: 'schema-field-too-new', params: { since: `v0.${since}` } });
const between =
  (least: number, most: number): Refuse =>
  (value) =>
    typeof value === 'number' && (value < least || value > most) ? { code: 'schema-range', params: { value, least, most } } : null;

const ACTIONS = [
  'replace',
  'keep',
  'drop',
  'hashmod',
  'labelmap',
  'labeldrop',
  'labelkeep',
  'lowercase',
  'uppercase',
  'keepequal',
  'dropequal',
];
const PASCAL = [
  'Replace',
  'Keep',
  'Drop',
  'HashMod',
  'LabelMap',
  'LabelDrop',
  'LabelKeep',
  'Lowercase',
  'Uppercase',
  'KeepEqual',
  'DropEqual',
];
const ROLES = ['Pod', 'Endpoints', 'Ingress', 'Service', 'Node', 'EndpointSlice'];

/** The same rule for several paths. */
const each = (paths: readonly string[], rule: Omit<SchemaRule, 'path'>): SchemaRule[] => paths.map((path) => ({ ...rule, path }));

const SCHEMES = ['endpoints[].scheme', 'podMetricsEndpoints[].scheme', 'prober.scheme'];
const RELABELINGS = [
  ...['endpoints[]', 'podMetricsEndpoints[]'].flatMap((e) => [`${e}.relabelings`, `${e}.metricRelabelings`]),
  ...['relabelings', 'metricRelabelings', 'targets.staticConfig.relabelingConfigs', 'targets.ingress.relabelingConfigs'],
];
const DURATIONS = ['interval', 'scrapeTimeout', 'scrapeInterval'];
const CLIENTS = ['', 'endpoints[].', 'podMetricsEndpoints[].'];

export const SCHEMA_RULES: readonly SchemaRule[] = [
  { kinds: ['ServiceMonitor'], path: 'endpoints', from: 0, required: true },
  { kinds: MONITORS, path: 'selector', from: 0, required: true },
  { kinds: ['PrometheusRule'], path: 'groups[].name', from: 0, required: true },
  { kinds: ['PrometheusRule'], path: 'groups[].rules[].expr', from: 0, required: true },
  ...each(SCHEMES, { kinds: SCRAPERS, from: 65, before: 87, refuse: oneOf('http', 'https') }),
  ...each(SCHEMES, { kinds: SCRAPERS, from: 87, refuse: oneOf('http', 'https', 'HTTP', 'HTTPS') }),
  ...each(
    RELABELINGS.map((path) => `${path}[].action`),
    { kinds: SCRAPERS, from: 62, refuse: oneOf(...ACTIONS, ...PASCAL) },
  ),
  ...each(
    CLIENTS.flatMap((holder) => DURATIONS.map((field) => holder + field)),
    { kinds: SCRAPERS, from: 62, refuse: duration },
  ),
  ...each(['scrapeInterval', 'scrapeTimeout', 'evaluationInterval'], { kinds: PROMETHEUS, from: 62, refuse: duration }),
  ...each(['groups[].interval', 'groups[].rules[].for'], { kinds: ['PrometheusRule'], from: 62, refuse: duration }),
  ...each(
    [...CLIENTS, 'prober.'].map((holder) => `${holder}proxyUrl`),
    {
      kinds: SCRAPERS,
      from: 84,
      refuse: matching(/^(http|https|socks5):\/\/.+$/, 'http://…, https://…, socks5://…'),
    },
  ),
  ...each(
    CLIENTS.flatMap((holder) => [`${holder}tlsConfig.minVersion`, `${holder}tlsConfig.maxVersion`]),
    { kinds: SCRAPERS, from: 80, refuse: oneOf('TLS10', 'TLS11', 'TLS12', 'TLS13') },
  ),
  { kinds: MONITORS, path: 'selectorMechanism', from: 79, refuse: oneOf('RelabelConfig', 'RoleSelector') },
  { kinds: ['ServiceMonitor'], path: 'serviceDiscoveryRole', from: 86, refuse: oneOf('Endpoints', 'EndpointSlice') },
  { kinds: PROMETHEUS, path: 'serviceDiscoveryRole', from: 76, refuse: oneOf('Endpoints', 'EndpointSlice') },
  { kinds: ['PodMonitor'], path: 'podMetricsEndpoints[].portNumber', from: 79, refuse: between(1, 65535) },
  ...each(['kubernetesSDConfigs[].role', 'kubernetesSDConfigs[].selectors[].role'], {
    kinds: ['ScrapeConfig'],
    from: 93,
    refuse: oneOf(...ROLES),
  }),
  { kinds: ['ScrapeConfig'], path: 'httpSDConfigs[].url', from: 93, refuse: matching(/^https?:\/\/.+$/, 'http://…, https://…') },
  // kubectl refuses a field that the CRD does not have.
  { kinds: MONITORS, path: 'selectorMechanism', from: 0, before: 79, refuse: unknownBefore(79) },
  { kinds: ['ServiceMonitor'], path: 'serviceDiscoveryRole', from: 0, before: 86, refuse: unknownBefore(86) },
  { kinds: PROMETHEUS, path: 'serviceDiscoveryRole', from: 0, before: 76, refuse: unknownBefore(76) },
  { kinds: ['PodMonitor'], path: 'podMetricsEndpoints[].portNumber', from: 0, before: 79, refuse: unknownBefore(79) },
  { kinds: SCRAPERS, path: 'scrapeClass', from: 0, before: 72, refuse: unknownBefore(72) },
  { kinds: PROMETHEUS, path: 'scrapeClasses', from: 0, before: 72, refuse: unknownBefore(72) },
];
