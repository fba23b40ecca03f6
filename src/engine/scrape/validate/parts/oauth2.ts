import type { Fields } from '../../../objects/index.ts';
import type { Judge } from '../judge.ts';
import { proxyReferences, proxyShape } from './proxy.ts';
import { eitherKey, notBoth, refersToAny, secretKey } from './references.ts';
import { tlsReferences, tlsShape } from './tls.ts';

/** OAuth2.Validate (apis/monitoring/v1 types.go) */
export function oauth2Shape(parent: Fields, judge: Judge): void {
  if (!parent.has('oauth2')) return;
  const oauth2 = parent.map('oauth2');
  const clientId = oauth2.map('clientId');
  if (!oauth2.str('tokenUrl')) judge.reject(oauth2, 'tokenUrl', 'oauth2-field-missing', { field: 'tokenUrl' });
  if (!refersToAny(clientId)) judge.reject(oauth2, 'clientId', 'oauth2-field-missing', { field: 'clientId' });
  notBoth(clientId, judge);
  tlsShape(oauth2, judge, 'safe');
  proxyShape(oauth2, judge);
}

/** assets AddOAuth2 */
export function oauth2(parent: Fields, judge: Judge): void {
  if (!parent.has('oauth2')) return;
  oauth2Shape(parent, judge);
  const own = parent.map('oauth2');
  eitherKey(own.map('clientId'), judge);
  secretKey(own, 'clientSecret', judge);
  proxyReferences(own, judge);
  tlsReferences(own, judge);
}
