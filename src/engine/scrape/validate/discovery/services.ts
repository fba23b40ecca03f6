import type { Fields } from '../../../objects/index.ts';
import type { Judge } from '../judge.ts';
import { authorization, basicAuth } from '../parts/auth.ts';
import { oauth2 } from '../parts/oauth2.ts';
import { proxy } from '../parts/proxy.ts';
import { fieldSince, secret, tls, url } from './steps.ts';
import type { Discovery } from './types.ts';

/** resource_selector.go validateHTTPSDConfigs and its neighbours, one constant each. */
export const http: Discovery = {
  field: 'httpSDConfigs',
  since: '2.28.0',
  checks: [url('url', 'readable'), basicAuth, authorization, oauth2, tls, proxy],
};

export const consul: Discovery = {
  field: 'consulSDConfigs',
  checks: [
    fieldSince('pathPrefix', '2.45.0'),
    fieldSince('namespace', '2.28.0'),
    fieldSince('filter', '3.0.0'),
    basicAuth,
    authorization,
    tls,
    secret('tokenRef'),
    proxy,
  ],
};

function dnsPort(config: Fields, judge: Judge): void {
  const type = config.str('type');
  if (type !== null && type !== 'SRV' && !config.has('port')) judge.reject(config, 'type', 'sd-dns-port-missing', { type });
}
export const dns: Discovery = { field: 'dnsSDConfigs', checks: [dnsPort] };

export const kuma: Discovery = {
  field: 'kumaSDConfigs',
  checks: [fieldSince('clientID', '2.50.0'), url('server', 'server'), authorization, oauth2, tls, basicAuth, proxy],
};

export const eureka: Discovery = { field: 'eurekaSDConfigs', checks: [authorization, oauth2, tls, basicAuth, proxy] };

export const nomad: Discovery = { field: 'nomadSDConfigs', checks: [authorization, oauth2, tls, basicAuth, proxy] };

export const docker: Discovery = {
  field: 'dockerSDConfigs',
  checks: [basicAuth, authorization, oauth2, tls, url('host', 'readable'), proxy],
};

export const dockerSwarm: Discovery = {
  field: 'dockerSwarmSDConfigs',
  since: '2.20.0',
  checks: [url('host', 'readable'), authorization, oauth2, tls, basicAuth, proxy],
};

export const puppetDb: Discovery = {
  field: 'puppetDBSDConfigs',
  since: '2.31.0',
  checks: [url('url', 'http'), authorization, oauth2, tls, basicAuth, proxy],
};
