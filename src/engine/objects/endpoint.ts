import type { Fields } from './fields.ts';
import type { NamedAddress, RelabelRule, TlsConfig } from './types.ts';

const AUTH = ['authorization', 'basicAuth', 'oauth2'] as const;

/** The authentication fields in use; the empty `bearerTokenSecret` that old operators wrote into objects is none. */
export function authOf(e: Fields): string[] {
  const used: string[] = AUTH.filter((field) => e.has(field));
  const secret = e.map('bearerTokenSecret');
  return secret.str('key') || secret.str('name') ? [...used, 'bearerTokenSecret'] : used;
}

export function tlsOf(endpoint: Fields): TlsConfig | null {
  if (!endpoint.has('tlsConfig')) return null;
  const tls = endpoint.map('tlsConfig');
  const references = (['ca', 'cert', 'keySecret'] as const).flatMap((field) => {
    const holder = field === 'keySecret' ? tls : tls.map(field);
    const sources =
      field === 'keySecret'
        ? ([['keySecret', 'Secret']] as const)
        : ([
            ['secret', 'Secret'],
            ['configMap', 'ConfigMap'],
          ] as const);
    return sources.flatMap(([key, kind]) => {
      const name = holder.map(key).str('name');
      return name === null ? [] : [{ kind, name, key: holder.map(key).str('key') ?? '', field }];
    });
  });
  return {
    insecureSkipVerify: tls.bool('insecureSkipVerify') ?? false,
    serverName: tls.str('serverName'),
    caFile: tls.str('caFile'),
    certFile: tls.str('certFile'),
    keyFile: tls.str('keyFile'),
    references,
  };
}

/** CRD defaults of a relabeling (prometheus-operator RelabelConfig). */
export const ruleOf = (r: Fields): RelabelRule => ({
  action: (r.str('action') ?? 'replace').toLowerCase(),
  sourceLabels: r.strings('sourceLabels'),
  separator: r.str('separator') ?? ';',
  regex: r.str('regex') || '(.*)',
  targetLabel: r.str('targetLabel') ?? '',
  replacement: r.str('replacement') ?? '$1',
  modulus: r.int('modulus'),
  at: r.at,
});

const LAST_PORT = 65535;

/** `host`, `host:port`, `[::1]:port`; without a port the scheme's own. null: no address at all. */
export function addressOf(text: string, scheme: string, at: NamedAddress['at']): NamedAddress | null {
  const [, v6, host = v6, digits] = /^(?:\[([^\]]+)\]|([^:/\s]+))(?::(\d{1,5}))?$/.exec(text) ?? [];
  const port = digits === undefined ? (scheme === 'https' ? 443 : 80) : Number(digits);
  return host === undefined || port < 1 || port > LAST_PORT ? null : { text, host, port, at };
}
