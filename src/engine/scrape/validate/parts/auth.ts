import type { Fields } from '../../../objects/index.ts';
import type { Judge } from '../judge.ts';
import { lookUp, secretKey } from './references.ts';

const METHODS = ['authorization', 'basicAuth', 'bearerTokenSecret', 'oauth2'] as const;

/** Only one way to log in; an empty `bearerTokenSecret` counts (http_config.go HTTPConfigWithoutTLS.Validate). */
export function oneMethod(client: Fields, judge: Judge): void {
  const [first, second] = METHODS.filter((method) => client.has(method));
  if (first && second) judge.reject(client, second, 'auth-given-twice', { first, second });
}

/** SafeAuthorization.Validate: where the operator asks for credentials, they must be there. */
export function authorizationComplete(parent: Fields, judge: Judge): void {
  if (!parent.has('authorization')) return;
  const authorization = parent.map('authorization');
  notBasic(authorization, judge);
  if (!authorization.has('credentials')) judge.reject(authorization, null, 'authorization-credentials-missing');
}

/** assets AddSafeAuthorizationCredentials: without credentials there is nothing to look at. */
export function authorization(parent: Fields, judge: Judge): void {
  const authorization = parent.map('authorization');
  if (!authorization.has('credentials')) return;
  notBasic(authorization, judge);
  const credentials = authorization.map('credentials');
  if (credentials.str('name')) lookUp(credentials, 'Secret', judge);
}

function notBasic(authorization: Fields, judge: Judge): void {
  if ((authorization.str('type') ?? '').trim().toLowerCase() === 'basic') judge.reject(authorization, 'type', 'authorization-basic');
}

/** assets AddBasicAuth: both halves, always. */
export function basicAuth(parent: Fields, judge: Judge): void {
  if (!parent.has('basicAuth')) return;
  secretKey(parent.map('basicAuth'), 'username', judge);
  secretKey(parent.map('basicAuth'), 'password', judge);
}

/** What must be filled in before the operator looks a bearer token up differs from kind to kind. */
export function bearerToken(parent: Fields, judge: Judge, needs: readonly ('name' | 'key')[]): void {
  const secret = parent.map('bearerTokenSecret');
  if (parent.has('bearerTokenSecret') && needs.every((field) => secret.str(field))) lookUp(secret, 'Secret', judge);
}
