import { addressOf } from '../address.ts';
import { opened } from '../open.ts';
import { named } from '../recognise.ts';
import type { Flag, Invocation, Program } from '../types.ts';

const DEFAULT_INI = '/etc/grafana/grafana.ini';

/** grafana pkg/setting: `cfg:` arguments, then GF_SERVER_*, then `[server]` of grafana.ini, then http on :3000. */
export const grafana: Program = {
  id: 'grafana',
  matches: (run) => named(run, 'grafana', 'grafana-server', 'grafana-oss', 'grafana-enterprise'),
  listeners(run) {
    const protocol = setting(run, 'protocol');
    if (protocol?.value === 'socket') return [];
    const port = setting(run, 'http_port');
    const address = addressOf(setting(run, 'http_addr')?.value ?? '', Number(port?.value ?? 3000));
    const serves = protocol?.value === 'https' || protocol?.value === 'h2' ? 'https' : 'http';
    return address ? [opened(run, address, port?.at ?? null, { serves })] : [];
  },
};

function setting(run: Invocation, key: string): Flag | null {
  const argument = run.words.find((w) => w.startsWith(`cfg:server.${key}=`) || w.startsWith(`cfg:default.server.${key}=`));
  if (argument) return { value: argument.slice(argument.indexOf('=') + 1), at: run.at };
  const env = run.env(`GF_SERVER_${key.toUpperCase()}`);
  if (env?.known && env.value !== '') return env;
  const ini = run.file(run.flag('config')?.value ?? run.env('GF_PATHS_CONFIG')?.value ?? DEFAULT_INI);
  const value = ini === null ? null : iniValue(ini, 'server', key);
  return value === null || value === '' || value.includes('$') ? null : { value, at: run.at };
}

function iniValue(text: string, section: string, key: string): string | null {
  let current = '';
  let found: string | null = null;
  for (const line of text.split(/\r?\n/)) {
    const header = /^\s*\[([^\]]*)\]/.exec(line)?.[1];
    if (header !== undefined) current = header.trim();
    const equals = line.indexOf('=');
    if (current === section && equals > 0 && line.slice(0, equals).trim() === key) found = line.slice(equals + 1).trim();
  }
  return found;
}
