import type { MonitorEndpoint } from '../objects/index.ts';

/** The token that Prometheus sends is its own service account's; of any other nobody can tell whose it is. */
const OWN_TOKEN = '/var/run/secrets/kubernetes.io/serviceaccount/token';

export const sendsOwnToken = (endpoint: MonitorEndpoint | null): endpoint is MonitorEndpoint => endpoint?.bearerTokenFile === OWN_TOKEN;
