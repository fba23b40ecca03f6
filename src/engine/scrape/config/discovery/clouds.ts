import {
  accessKeys,
  allGiven,
  authorization,
  basicAuth,
  type Entry,
  filled,
  filters,
  given,
  http2,
  lowered,
  oauth2,
  proxy,
  redirects,
  refresh,
  required,
  requiredAuthorization,
  type Step,
  secret,
  since,
  tls,
} from './steps.ts';

// Discoveries of clouds and container hosts (prometheus-operator promcfg.go generateScrapeConfig).

export const ec2: readonly Step[] = [
  proxy,
  given('region'),
  accessKeys,
  given('roleARN', 'role_arn'),
  refresh,
  given('port'),
  since('2.3.0', filters),
  since('2.41.0', redirects),
  since('2.41.0', http2),
  since('2.41.0', tls),
];

export const azure: readonly Step[] = [
  basicAuth,
  authorization,
  oauth2,
  proxy,
  environment,
  given('authenticationMethod'),
  lessEmpty('subscriptionID', 'subscription_id'),
  given('tenantID', 'tenant_id'),
  given('clientID', 'client_id'),
  secret('clientSecret'),
  given('resourceGroup'),
  refresh,
  given('port'),
];

/** As the operator does: what stands before it gets lost. */
function environment({ fields, out }: Entry): void {
  const found = fields.text('environment');
  if (found === null) return;
  for (const key of Object.keys(out)) delete out[key];
  out['environment'] = found;
}

/** Written when there is a text. */
function lessEmpty(field: string, name: string): Step {
  return ({ fields, out }) => {
    const found = fields.text(field);
    if (found) out[name] = found;
  };
}

export const gce: readonly Step[] = [
  required('project'),
  required('zone'),
  ...allGiven('filter', 'refreshInterval', 'port', 'tagSeparator'),
];

export const openstack: readonly Step[] = [
  lowered('role', 'role', true),
  required('region'),
  given('identityEndpoint'),
  given('username'),
  given('userid'),
  secret('password'),
  given('domainName'),
  given('domainID', 'domain_id'),
  given('projectName'),
  given('projectID', 'project_id'),
  given('applicationCredentialName'),
  given('applicationCredentialId'),
  secret('applicationCredentialSecret'),
  ...allGiven('allTenants', 'refreshInterval', 'port', 'availability'),
  tls,
];

export const digitalocean: readonly Step[] = [authorization, oauth2, proxy, redirects, http2, tls, given('port'), refresh];

export const docker: readonly Step[] = [
  authorization,
  oauth2,
  proxy,
  basicAuth,
  filters,
  required('host'),
  tls,
  given('port'),
  given('hostNetworkingHost'),
  since('2.54.1', given('matchFirstNetwork')),
  refresh,
  redirects,
  http2,
];

export const dockerswarm: readonly Step[] = [
  basicAuth,
  authorization,
  oauth2,
  proxy,
  filters,
  required('host'),
  tls,
  lowered('role', 'role', true),
  given('port'),
  refresh,
  redirects,
  http2,
];

export const linode: readonly Step[] = [
  authorization,
  oauth2,
  proxy,
  tls,
  given('port'),
  given('region'),
  http2,
  given('tagSeparator'),
  refresh,
  redirects,
];

export const hetzner: readonly Step[] = [
  basicAuth,
  authorization,
  oauth2,
  proxy,
  lowered('role', 'role', true),
  redirects,
  http2,
  tls,
  given('port'),
  refresh,
  since('3.5.0', lessEmpty('labelSelector', 'label_selector')),
];

export const lightsail: readonly Step[] = [
  basicAuth,
  authorization,
  proxy,
  oauth2,
  ...allGiven('region', 'endpoint', 'port', 'refreshInterval'),
  accessKeys,
  given('roleARN', 'role_arn'),
  tls,
  redirects,
  http2,
];

const OVH_SERVICES: Readonly<Record<string, string>> = { VPS: 'vps', DedicatedServer: 'dedicated_server' };

export const ovhcloud: readonly Step[] = [
  required('applicationKey'),
  secret('applicationSecret', 'application_secret', true),
  secret('consumerKey', 'consumer_key', true),
  ({ fields, out }) => {
    const service = fields.text('service') ?? '';
    if (Object.hasOwn(OVH_SERVICES, service)) out['service'] = OVH_SERVICES[service] as string;
  },
  given('endpoint'),
  refresh,
];

export const scaleway: readonly Step[] = [
  required('accessKey'),
  secret('secretKey', 'secret_key', true),
  required('projectID', 'project_id'),
  lowered('role', 'role', true),
  given('port'),
  given('apiURL', 'api_url'),
  given('zone'),
  given('nameFilter'),
  filled('tagsFilter'),
  refresh,
  proxy,
  tls,
  redirects,
  http2,
];

export const ionos: readonly Step[] = [
  (entry) => (entry.fields.has('oauth2') ? oauth2(entry) : requiredAuthorization(entry)),
  proxy,
  tls,
  required('datacenterID', 'datacenter_id'),
  redirects,
  http2,
  given('port'),
  refresh,
];
