import { readValue } from '../yaml/index.ts';
import { isMap, step } from './json.ts';
import type { Invocation, Listener } from './types.ts';

/**
 * What a `--web.config.file` makes of a server: TLS only with a `tls_server_config` that says something (exporter-toolkit), so the flag alone
 * proves nothing. null when the file cannot be read from the input.
 */
export function servesByWebConfig(run: Invocation, ...flags: string[]): Listener['serves'] {
  const flag = run.flag(...flags);
  if (!flag || flag.value === '') return 'http';
  if (run.generatedTls !== null) return run.generatedTls ? 'https' : 'http';
  const text = run.file(flag.value);
  if (text === null) return null;
  const { value } = readValue(text);
  if (value === undefined) return null;
  const tls = step(value, 'tls_server_config');
  return isMap(tls) && Object.keys(tls).length > 0 ? 'https' : 'http';
}

/** `--web.systemd-socket`: the addresses are systemd's, and those of flags count for nothing. */
export function socketActivated(run: Invocation): boolean {
  const flag = run.flag('web.systemd-socket');
  return flag !== null && flag.value !== 'false';
}
