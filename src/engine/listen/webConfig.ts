import { type Json, type JsonMap, readValue } from '../yaml/index.ts';
import { isMap, step, textOf } from './json.ts';
import type { Invocation, Listener } from './types.ts';

export type ByWebConfig = Pick<Listener, 'serves' | 'passwords'> & Partial<Pick<Listener, 'clientCert'>>;

/**
 * What a `--web.config.file` makes of a server: TLS only with a `tls_server_config` that says something, passwords with
 * `basic_auth_users` (exporter-toolkit), so the flag alone proves nothing. `serves` is null when the file cannot be read from the input.
 */
export function byWebConfig(run: Invocation, ...flags: string[]): ByWebConfig {
  const flag = run.flag(...flags);
  if (!flag || flag.value === '') return { serves: 'http', passwords: false };
  if (run.generatedTls !== null) return { serves: run.generatedTls ? 'https' : 'http', passwords: false };
  const text = run.file(flag.value);
  const value = text === null ? undefined : readValue(text).value;
  if (value === undefined) return { serves: null, passwords: false };
  const says = (key: string): boolean => Object.keys(mapOf(step(value, key))).length > 0;
  const asked = textOf(step(value, 'tls_server_config'), 'client_auth_type');
  const clientCert = asked === 'RequireAnyClientCert' || asked === 'RequireAndVerifyClientCert';
  return { serves: says('tls_server_config') ? 'https' : 'http', passwords: says('basic_auth_users'), clientCert };
}

const mapOf = (value: Json): JsonMap => (isMap(value) ? value : {});

/** `--web.systemd-socket`: the addresses are systemd's, and those of flags count for nothing. */
export function socketActivated(run: Invocation): boolean {
  const flag = run.flag('web.systemd-socket');
  return flag !== null && flag.value !== 'false';
}
