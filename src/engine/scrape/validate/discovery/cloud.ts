import type { Fields } from '../../../objects/index.ts';
import { atLeast } from '../../version.ts';
import type { Judge } from '../judge.ts';
import { authorization, basicAuth } from '../parts/auth.ts';
import { oauth2 } from '../parts/oauth2.ts';
import { proxy } from '../parts/proxy.ts';
import { fieldSince, neededSecret, secret, tls, tooNew } from './steps.ts';
import type { Discovery } from './types.ts';

/** Logging in with anything but OAuth, nothing more is asked for. */
const AZURE_LOGINS = new Set(['ManagedIdentity', 'SDK', 'WorkloadIdentity']);

function azureLogin(config: Fields, judge: Judge): void {
  const method = config.str('authenticationMethod') ?? '';
  if (method === 'SDK' && !atLeast(judge.version, '2.52.0')) tooNew(config, 'authenticationMethod', '2.52.0', judge);
  fieldSince('resourceGroup', '2.35.0')(config, judge);
  if (AZURE_LOGINS.has(method)) return;
  for (const field of ['tenantID', 'clientID'] as const) if (!config.str(field)) judge.reject(config, field, 'sd-field-missing', { field });
  if (!config.has('clientSecret')) judge.reject(config, 'clientSecret', 'sd-field-missing', { field: 'clientSecret' });
  for (const check of [secret('clientSecret'), basicAuth, oauth2, proxy, tls, authorization]) check(config, judge);
}

/** resource_selector.go validateAzureSDConfigs */
export const azure: Discovery = { field: 'azureSDConfigs', checks: [azureLogin] };

function openstackRole(config: Fields, judge: Judge): void {
  if (config.str('role') === 'LoadBalancer' && !atLeast(judge.version, '3.2.0')) tooNew(config, 'role', '3.2.0', judge);
}

/** resource_selector.go validateOpenStackSDConfigs */
export const openstack: Discovery = {
  field: 'openstackSDConfigs',
  checks: [openstackRole, secret('password'), secret('applicationCredentialSecret')],
};

/** resource_selector.go validateEC2SDConfigs, …LightSail…, …DigitalOcean…, …Linode…, …Hetzner…, …OVHCloud…, …Scaleway…, …Ionos… */
export const ec2: Discovery = { field: 'ec2SDConfigs', checks: [secret('accessKey'), secret('secretKey'), tls, proxy] };
export const lightSail: Discovery = {
  field: 'lightSailSDConfigs',
  since: '2.27.0',
  checks: [secret('accessKey'), secret('secretKey'), authorization, oauth2, tls, basicAuth, proxy],
};
export const digitalOcean: Discovery = {
  field: 'digitalOceanSDConfigs',
  since: '2.20.0',
  checks: [authorization, oauth2, tls, proxy],
};
export const linode: Discovery = { field: 'linodeSDConfigs', since: '2.28.0', checks: [authorization, oauth2, tls, proxy] };
export const hetzner: Discovery = { field: 'hetznerSDConfigs', checks: [basicAuth, authorization, oauth2, tls, proxy] };
export const ovhCloud: Discovery = {
  field: 'ovhcloudSDConfigs',
  since: '2.40.0',
  checks: [neededSecret('applicationSecret'), neededSecret('consumerKey')],
};
export const scaleway: Discovery = { field: 'scalewaySDConfigs', since: '2.26.0', checks: [neededSecret('secretKey'), proxy, tls] };
export const ionos: Discovery = { field: 'ionosSDConfigs', since: '2.36.0', checks: [authorization, proxy, tls, oauth2] };
