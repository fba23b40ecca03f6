import type { Said } from '../chain/index.ts';

/** Where a request starts. `service`, `node-port` and `ingress` are ways in rather than places: each says from where it is tried. */
export const VANTAGES = [
  'in-pod',
  'node-loopback',
  'node-address',
  'pod',
  'other-node',
  'outside',
  'service',
  'node-port',
  'ingress',
  'prometheus',
] as const;
export type Vantage = (typeof VANTAGES)[number];

export type Client = 'curl' | 'browser' | 'prometheus';
/** How it is asked; `endpoint`: as the monitor's endpoint asks, with its own scheme, TLS configuration and credentials. */
export type Asking = 'http' | 'https' | 'https-insecure' | 'https-token' | 'endpoint';

/** report.md "Forecast outcomes"; `unknown` where the input does not settle it. */
export type OutcomeClass =
  | `http-${number}`
  | 'up'
  | 'refused'
  | 'timeout'
  | 'tls-untrusted'
  | 'tls-name'
  | 'tls-expired'
  | 'not-tls'
  | 'reset'
  | 'empty'
  | 'dns'
  | 'no-route'
  | 'redirect-loop'
  | 'client-cert'
  | 'content-type'
  | 'parse'
  | 'limit'
  | 'file-missing'
  | 'unknown';

/** What one client meets. */
export interface Outcome {
  class: OutcomeClass;
  /** HTTP status, where there is an answer. */
  status: number | null;
  /** curl's exit code; null for other clients. */
  exit: number | null;
  /** What the client shows, in its own words (never translated); null where nothing is known. */
  text: string | null;
  /** Hop by hop, why. */
  why: Said[];
  /** What has to be so for this one to come about; null where nothing else can. Several outcomes of a cell each have one. */
  when: Said | null;
}
export interface ForecastCell {
  client: Client;
  asking: Asking;
  /** At least one; more where it is open, such as who wins a bind conflict. */
  outcomes: Outcome[];
}
export interface ForecastRow {
  vantage: Vantage;
  /** Host and port that is asked, with `<node-ip>`, `<pod-ip>`… where the input has no address. */
  address: string;
  cells: ForecastCell[];
  /** The command to try from there, one for each way of asking that curl knows. */
  commands: { asking: Asking; command: string }[];
}
/** One port that is worth asking: the scraped one first, then what stands open behind it. */
export interface ForecastSubject {
  role: 'scraped' | 'upstream';
  workload: string | null;
  service: string | null;
  port: number | null;
  container: string | null;
  rows: ForecastRow[];
}
/** What each vantage point sees of a chain: plain data. */
export interface Forecast {
  chain: string;
  subjects: ForecastSubject[];
}
