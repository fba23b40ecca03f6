import type { Program } from '../../types.ts';
import { envoy } from './envoy.ts';
import { ghostunnel } from './ghostunnel.ts';
import { haproxy } from './haproxy.ts';
import { nginx } from './nginx.ts';
import { oauth2Proxy } from './oauth2Proxy.ts';
import { stunnel } from './stunnel.ts';
import { traefik } from './traefik.ts';

/** Proxies that are configured by files: where those are not in the input, they are known to be proxies and no more. */
export const proxies: readonly Program[] = [envoy, ghostunnel, haproxy, nginx, oauth2Proxy, stunnel, traefik];
