import type { Container } from '../objects/index.ts';
import type { At } from '../yaml/index.ts';

/** Address classes of domain.md h3: they decide who can reach a listener and which two clash. */
export type Bind = 'wildcard' | 'loopback' | 'pod-ip' | 'specific' | 'unknown';

export interface Upstream {
  scheme: 'http' | 'https';
  host: string;
  bind: Bind;
  port: number;
  /** False when no flag names it and the only plausible container was taken (`upstream-assumed`). */
  known: boolean;
  /** Its URL has no path of its own, so requests keep theirs; absent where that is not known. */
  root?: boolean;
  at: At | null;
}

/** A process that listens: who, where, speaking what, and how we know. */
export interface Listener {
  /** Container name. */
  container: string;
  /** `Program.id`. */
  program: string;
  /** As shown before the colon: '', '0.0.0.0', '127.0.0.1', '[::1]', '<pod-ip>'. */
  host: string;
  bind: Bind;
  port: number;
  protocol: 'TCP' | 'UDP';
  /** null: nothing in the input says whether it speaks TLS. */
  serves: 'http' | 'https' | null;
  /**
   * True where flags, configuration or a known default settle the scheme. False when `serves` is null, and when it is only
   * the default while something the input does not show may change it: a Secret, a missing ConfigMap. Nothing is wrong then.
   */
  schemeCertain: boolean;
  /** False when host and port are only the default while something the input does not show may change them. */
  addressCertain: boolean;
  /** A flag in the manifest > the known default of a recognised program > what the operator passes. */
  source: 'flag' | 'default' | 'operator';
  /** The argument, env entry, image or custom-resource field that says so. */
  at: At | null;
  /** Proxies: where requests go next. */
  upstream: Upstream | null;
  /** A proxy: it passes requests on, even where `upstream` is null because nobody can tell to whom. */
  proxy: boolean;
  /** A proxy that asks for a token (kube-rbac-proxy), whichever scheme it speaks. */
  authorizes: boolean;
  /** Wants a certificate of the client. */
  clientCert: boolean;
  /** Answers that its configuration spells out, the most exact first; empty where none is known. */
  fixed: readonly FixedAnswer[];
  /** Makes its own certificate when it starts, for the host's name only, which no client knows or trusts. */
  selfMade: boolean;
  /** Asks for a name and a password (exporter-toolkit's `basic_auth_users`). */
  passwords: boolean;
  /** What a request must pass; null where nothing is known to ask. */
  guard: Guard | null;
  /** The metrics path it serves, when a flag changes it; '/metrics' otherwise. */
  path: string;
}

/** What a server answers at a path, whoever asks. */
export interface FixedAnswer {
  path: string;
  /** Only this path; else every path that begins with it. */
  exact: boolean;
  status: number;
  /** Where a redirect leads. */
  location: string | null;
  contentType: string | null;
  body: string | null;
}

/** What a server asks about a request before it answers. */
export interface Guard {
  /** Go path patterns; any other path is answered with 404. Empty: every path may pass. */
  allowPaths: readonly string[];
  /** Go path patterns that nobody is asked about. */
  ignorePaths: readonly string[];
  /** What the API server is asked to review: the path, a resource, or what a file says that is not in the input. */
  review: 'path' | 'unknown' | ResourceReview;
  /** Requests that its configuration lets pass without a review. */
  grants: readonly StaticGrant[];
  /** What a request without credentials is answered. */
  anonymous: 401 | 403;
  /** The flag that names the configuration. */
  at: At | null;
}

/** The resource attributes of a review; '' where none is given. */
export interface ResourceReview {
  namespace: string;
  group: string;
  resource: string;
  subresource: string;
  name: string;
  /** The query parameter that stands for `{{ .Value }}` in them. */
  parameter: string | null;
}

/** '' matches anything (kube-rbac-proxy pkg/authz). */
export interface StaticGrant extends Omit<ResourceReview, 'parameter'> {
  user: string;
  groups: readonly string[];
  verb: string;
  resourceRequest: boolean;
  path: string;
}

export interface Conflict {
  port: number;
  first: Listener;
  second: Listener;
}

/** A value read from the command line or the environment, with its evidence. */
export interface Flag {
  value: string;
  at: At;
}

/** What a program sees of its container: flags after `$(VAR)` expansion (domain.md h1). */
export interface Invocation {
  container: Container;
  /** Image without tag and digest. */
  repository: string;
  /** Base name of the command, when the manifest names one; null runs the image's own. */
  program: string | null;
  /** Arguments after the program, expanded. */
  words: readonly string[];
  /** Pods of a custom resource: whether the web configuration the operator writes turns TLS on; null elsewhere. */
  generatedTls: boolean | null;
  /** Last occurrence of `--name=v`, `--name v`, `-name v`; null when absent. A bare flag has value 'true'. */
  flag(...names: string[]): Flag | null;
  /** Every occurrence, in order. */
  flags(...names: string[]): Flag[];
  env(name: string): (Flag & { known: boolean }) | null;
  /** `envFrom` names a Secret or a ConfigMap that is not in the input: other variables may be set. */
  envOpen: boolean;
  /** Text of a mounted ConfigMap file at an absolute path, when the ConfigMap is in the input. */
  file(path: string): string | null;
  /** True when something is mounted over a path and its text is not in the input. */
  hidden(path: string): boolean;
  /** Texts of all files mounted below a folder, in order of their names; null when some are not in the input. */
  files(folder: string): string[] | null;
  /** Evidence for the program itself: its image or name. */
  at: At;
}

/** A listener before it is tied to its container. */
export type Opened = Omit<Listener, 'container' | 'program'>;

/** One place per program that listens: how to recognise it and what it opens. */
export interface Program {
  id: string;
  /** By image repository's last part, command's base name, or tell-tale flags; never by port names. */
  matches(run: Invocation): boolean;
  listeners(run: Invocation): Opened[];
  /** It opens nothing but these. */
  closed?: true;
}
