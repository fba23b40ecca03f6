import type { Conflict, Listener } from '../listen/index.ts';
import type { NetworkState, NetworkVerdict, RightsVerdict } from '../reach/index.ts';
import type { At } from '../yaml/index.ts';
import type { ReasonCode, WarningCode } from './codes.ts';

export type Status = 'ok' | 'partial' | 'broken' | 'external' | 'incomplete';

/** A sentence as data: `code` is a key of words, `params` fill it in, `at` are the lines that say so, the most telling first. */
export interface Said {
  code: string;
  params: Record<string, string | number>;
  at: At[];
}

/** A join between two objects: what the two sides are and what must agree (domain.md k, L1..L13). */
export type LinkKind =
  | 'prometheus-monitor'
  | 'monitor-service'
  | 'monitor-pods'
  | 'endpoint-port'
  | 'service-pods'
  | 'target-port'
  | 'pod-port'
  | 'listener'
  | 'upstream'
  | 'policy'
  | 'discovery-rights'
  | 'proxy-rights'
  | 'scrape-rights';

export type LinkState = 'ok' | 'broken' | 'unknown' | 'not-enforced';

export interface Side {
  value: string;
  /** null: nothing stands there (that is the point of it), or the cluster makes it. */
  at: At | null;
}
/** One name or label compared: both values, side by side. */
export interface Fact {
  /** `port`, `namespace`, a label key, `address`, `scheme`… Kubernetes terms, untranslated. */
  name: string;
  left: Side | null;
  right: Side | null;
  /** null: cannot be told from the input. */
  holds: boolean | null;
}
/** An end of a link: an object, or a process in it, and the port row it ties to. */
export interface End {
  /** Object id; `Workload.id` for pods. */
  object: string;
  /** Container name, for listeners and processes. */
  container?: string;
  /** Port row: a port name or number, as text. */
  port?: string;
  at: At | null;
}
export interface Link {
  /** Unique within the chain. */
  id: string;
  kind: LinkKind;
  from: End;
  to: End;
  state: LinkState;
  /** What binds the two, as drawn on the edge: `port: https`, `targetPort: https`, `9100`, `→ http://127.0.0.1:9101/`. */
  label: string;
  scheme: 'http' | 'https' | null;
  facts: Fact[];
  /** Set where this hop is what is wrong or to be remarked. */
  codes: (ReasonCode | WarningCode)[];
}

/** One (Service port × pod port) the endpoint resolves to; report.md's target plus evidence. */
export interface Target {
  service: string | null;
  servicePort: string | null;
  workload: string | null;
  number: number | null;
  container: string | null;
  portName: string | null;
  /** `container host:port` */
  listener: string | null;
  serves: 'http' | 'https' | null;
  upstream: [container: string, port: number, scheme: string][];
  policies: string[];
  network: NetworkState[];
  job: string | null;
  providedBy: string | null;
  /** Hard failures of this target alone. */
  reasons: ReasonCode[];
  /** Who answers there, and who stands behind it; the objects behind the texts above. */
  process: Listener | null;
  behind: Listener[];
  /** Set when it is open who answers: two processes want the port. */
  conflict: Conflict | null;
  verdicts: { prometheus: string; verdict: NetworkVerdict }[];
}

/** An object of the wanted kind that nearly fits: names the likely mistake. */
export interface NearMiss {
  object: string;
  /** `one-label`: all requirements but one; `namespace`: all, elsewhere; `name`: by name only. */
  why: 'one-label' | 'namespace' | 'name';
  facts: Fact[];
  at: At;
}

/** `absent`: never in Prometheus' target list, no error anywhere; `down`: in the list, with an error. */
export type Symptom = 'absent' | 'down';

/** The first broken hop, or what an incomplete chain hangs on. */
export interface ChainVerdict {
  /** The reason that stands first; null where nothing is wrong. Words make a sentence of it and `params`, as of a finding. */
  code: ReasonCode | null;
  params: Record<string, string | number>;
  symptom: Symptom | null;
  /** `Link.id` of the hop. */
  link: string | null;
  /** What disagrees, both values with their lines, the likeliest candidate first. */
  facts: Fact[];
  /** The lines that say so. */
  at: At[];
  /** Commands whose output settles an incomplete chain. */
  settle: string[];
}

/** One scrape chain: a monitor endpoint followed to the process that answers. Plain data; crosses the worker border. */
export interface Chain {
  id: string;
  monitor: string;
  /** null for a monitor without endpoints (`#-`). */
  index: number | null;
  at: At;
  port: string | null;
  targetPort: string | number | null;
  /** null for a monitor without endpoints. */
  scheme: string | null;
  path: string | null;
  selectedBy: string[];
  status: Status;
  reasons: ReasonCode[];
  first: ReasonCode | null;
  warnings: WarningCode[];
  targets: Target[];
  links: Link[];
  verdict: ChainVerdict;
  nearMisses: NearMiss[];
  discovery: { prometheus: string; verdict: RightsVerdict }[];
  /** What the proxy may ask (by workload) and what the caller may read (by Prometheus), where a proxy asks. */
  rights: { proxy: { workload: string; verdict: RightsVerdict }[]; scrape: { prometheus: string; verdict: RightsVerdict }[] };
  /** What the endpoint sends: decides warnings and patches. */
  sendsToken: boolean;
}
