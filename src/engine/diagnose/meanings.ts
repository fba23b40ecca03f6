import type { LinkKind } from '../chain/index.ts';
import type { FindingCode } from '../checks/index.ts';

/** What a class of message is about. */
export interface Meaning {
  /** The hop; null where it is about the whole chain or none of it. */
  hop: LinkKind | null;
  /** Findings that explain it. */
  codes: readonly FindingCode[];
  /** Keys `look.…` of words/diagnose.ts: where to look when no finding does. */
  look: readonly string[];
}

const TLS: readonly FindingCode[] = ['tls-unverifiable', 'tls-name'];

/** By class (domain.md k, field.md 3). */
export const MEANINGS: Readonly<Record<string, Meaning>> = {
  refused: {
    hop: 'listener',
    codes: ['loopback-only', 'nothing-listens', 'port-not-opened', 'bind-conflict', 'undeclared-port', 'no-replicas'],
    look: ['pods', 'logs'],
  },
  timeout: {
    hop: 'policy',
    codes: ['netpol-denied', 'netpol-egress-denied', 'netpol-unknown', 'policy-not-evaluated'],
    look: ['firewall', 'slow'],
  },
  'no-route': { hop: null, codes: [], look: ['firewall', 'address'] },
  dns: { hop: null, codes: ['service-not-found'], look: ['dns'] },
  'not-tls': { hop: 'listener', codes: ['scheme-mismatch', 'bind-conflict'], look: ['serves'] },
  'tls-untrusted': { hop: 'listener', codes: TLS, look: ['certificate', 'insecure'] },
  'tls-name': { hop: 'listener', codes: TLS, look: ['certificate', 'insecure'] },
  'tls-expired': { hop: 'listener', codes: TLS, look: ['certificate'] },
  'tls-handshake': { hop: 'listener', codes: ['scheme-mismatch', ...TLS], look: ['serves'] },
  'tls-client-gave-up': { hop: 'listener', codes: TLS, look: ['certificate', 'insecure'] },
  'client-cert': { hop: 'listener', codes: TLS, look: ['client-cert'] },
  reset: { hop: 'listener', codes: ['scheme-mismatch'], look: ['serves', 'logs'] },
  empty: { hop: 'listener', codes: ['scheme-mismatch'], look: ['logs'] },
  'redirect-loop': { hop: 'listener', codes: ['path-not-served'], look: ['path'] },
  'http-400': { hop: 'listener', codes: ['scheme-mismatch', 'bind-conflict'], look: ['serves'] },
  'plain-to-tls': { hop: 'listener', codes: ['scheme-mismatch'], look: ['serves'] },
  'http-401': { hop: 'scrape-rights', codes: ['auth-missing', 'proxy-rbac-missing', 'rights-unknown'], look: ['token', 'logs'] },
  'token-rejected': { hop: 'proxy-rights', codes: ['proxy-rbac-missing', 'auth-missing', 'rights-unknown'], look: ['token'] },
  'no-reviews': { hop: 'proxy-rights', codes: ['proxy-rbac-missing', 'rights-unknown'], look: ['rights'] },
  'http-403': { hop: 'scrape-rights', codes: ['scrape-rbac-missing', 'rights-unknown'], look: ['rights'] },
  'http-404': { hop: 'listener', codes: ['path-not-served', 'proxy-path-refused'], look: ['path'] },
  'http-500': { hop: 'proxy-rights', codes: ['proxy-rbac-missing', 'rights-unknown'], look: ['logs'] },
  'http-502': { hop: 'upstream', codes: ['upstream-not-found', 'scheme-mismatch', 'bind-conflict'], look: ['logs'] },
  'http-503': { hop: 'listener', codes: [], look: ['pods', 'logs'] },
  'upstream-refused': { hop: 'upstream', codes: ['upstream-not-found', 'bind-conflict', 'scheme-mismatch'], look: ['logs'] },
  http: { hop: 'listener', codes: ['path-not-served'], look: ['path', 'logs'] },
  'content-type': { hop: 'listener', codes: ['path-not-served'], look: ['path', 'fallback'] },
  parse: { hop: 'listener', codes: ['path-not-served'], look: ['path'] },
  limit: { hop: 'endpoint-port', codes: [], look: ['limits'] },
  'file-missing': { hop: 'endpoint-port', codes: ['tls-unverifiable', 'reference-not-in-input'], look: ['mounts'] },
  'scrape-pool': { hop: 'endpoint-port', codes: ['tls-unverifiable', 'operator-rejects'], look: ['mounts', 'prometheus-log'] },
  'duplicate-samples': { hop: 'monitor-service', codes: ['duplicate-scrape', 'multiple-services', 'all-ports'], look: ['duplicates'] },
  'rbac-forbidden': { hop: 'discovery-rights', codes: ['rbac-missing', 'rights-unknown'], look: ['rights'] },
  'bad-scheme': { hop: 'endpoint-port', codes: ['operator-rejects', 'address-rewritten'], look: ['relabelings'] },
  'bad-address': { hop: 'endpoint-port', codes: ['address-rewritten', 'operator-rejects'], look: ['relabelings'] },
  'bind-in-use': { hop: 'listener', codes: ['bind-conflict'], look: ['node-ports'] },
  'bind-denied': { hop: 'listener', codes: ['undefined-variable'], look: ['listen'] },
  'bad-listen': { hop: 'listener', codes: ['undefined-variable', 'nothing-listens'], look: ['listen'] },
  'probe-failed': { hop: 'listener', codes: ['probe-mismatch', 'loopback-only', 'bind-conflict'], look: ['pods', 'logs'] },
  'crash-loop': { hop: 'listener', codes: ['bind-conflict', 'undefined-variable'], look: ['previous-log'] },
  'hostport-taken': { hop: 'listener', codes: ['bind-conflict'], look: ['node-ports'] },
  rejected: {
    hop: 'prometheus-monitor',
    codes: ['operator-rejects', 'invalid-field-type', 'invalid-selector', 'prometheus-rejected', 'rule-invalid'],
    look: ['operator-log'],
  },
  'operator-failed': { hop: 'prometheus-monitor', codes: ['operator-rejects', 'prometheus-rejected'], look: ['operator-log'] },
  'not-selected': { hop: 'prometheus-monitor', codes: ['monitor-not-selected', 'operator-ignores'], look: ['selectors'] },
  'unknown-field': { hop: null, codes: ['unknown-field', 'misplaced-field'], look: ['explain'] },
  'wrong-type': { hop: null, codes: ['invalid-field-type', 'quoted-number'], look: ['explain'] },
  'wrong-value': { hop: null, codes: ['operator-rejects', 'invalid-port-name', 'invalid-field-type'], look: ['explain'] },
  'duplicate-name': { hop: null, codes: ['duplicate-port-name'], look: ['explain'] },
  required: { hop: null, codes: ['operator-rejects', 'no-endpoints'], look: ['explain'] },
  'no-targets': {
    hop: 'endpoint-port',
    codes: ['port-not-found', 'service-not-found', 'container-port-undeclared', 'dropped-by-relabeling', 'target-port-not-found'],
    look: ['dropped'],
  },
  'nothing-discovered': {
    hop: 'monitor-service',
    codes: ['service-not-found', 'no-workload', 'rbac-missing', 'target-port-not-found', 'service-without-selector', 'no-endpoints'],
    look: ['dropped', 'rights'],
  },
  'target-down': { hop: null, codes: [], look: ['last-error'] },
  'target-gone': {
    hop: 'monitor-service',
    codes: ['service-not-found', 'monitor-not-selected', 'port-not-found', 'loopback-only'],
    look: ['last-error', 'selectors'],
  },
};
