import type { Invocation, Listener } from './types.ts';

/**
 * What a `--web.config.file` makes of a server: TLS only with `tls_server_config` (exporter-toolkit), so the flag alone
 * proves nothing. null when the file cannot be read from the input.
 */
export function servesByWebConfig(run: Invocation, ...flags: string[]): Listener['serves'] {
  const flag = run.flag(...flags);
  if (!flag || flag.value === '') return 'http';
  if (run.generatedTls !== null) return run.generatedTls ? 'https' : 'http';
  const text = run.file(flag.value);
  if (text === null) return null;
  return /^["']?tls_server_config["']?\s*:/m.test(text) ? 'https' : 'http';
}
