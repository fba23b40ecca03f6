import type { Fields } from '../../../objects/index.ts';
import type { Judge } from '../judge.ts';
import { parseGoUrl } from '../text/url.ts';
import { lookUp } from './references.ts';

/** ProxyConfig.Validate (apis/monitoring/v1 types.go). The fields stand inline in `client`. */
export function proxyShape(client: Fields, judge: Judge): void {
  const url = client.str('proxyUrl') ?? '';
  const noProxy = Boolean(client.str('noProxy'));
  const environment = client.bool('proxyFromEnvironment') ?? false;
  const headers = headersOf(client);
  if (headers.length > 0 && !environment && url === '') judge.reject(client, 'proxyConnectHeader', 'proxy-headers-without-proxy');
  if (environment && url !== '') judge.reject(client, 'proxyUrl', 'proxy-given-twice');
  if (environment && noProxy) judge.reject(client, 'noProxy', 'no-proxy-with-environment');
  if (noProxy && url === '') judge.reject(client, 'noProxy', 'no-proxy-without-proxy');
  for (const { name, holder, secrets } of headers) {
    if (secrets.length === 0) judge.reject(holder, name, 'proxy-header-empty', { header: name });
    for (const secret of secrets) if (!secret.str('name') && !secret.str('key')) judge.reject(secret, null, 'reference-incomplete');
  }
  if (parseGoUrl(url) === null) judge.reject(client, 'proxyUrl', 'proxy-url-invalid', { url });
}

/** assets AddProxyConfig */
export function proxyReferences(client: Fields, judge: Judge): void {
  for (const { secrets } of headersOf(client)) for (const secret of secrets) lookUp(secret, 'Secret', judge);
}

export function proxy(client: Fields, judge: Judge): void {
  proxyShape(client, judge);
  proxyReferences(client, judge);
}

function headersOf(client: Fields): { name: string; holder: Fields; secrets: Fields[] }[] {
  const holder = client.map('proxyConnectHeader');
  const names = Object.keys(holder.value);
  return names.map((name) => ({ name, holder, secrets: holder.list(name) }));
}
