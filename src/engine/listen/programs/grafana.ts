import type { At } from '../../yaml/index.ts';
import { addressOf } from '../address.ts';
import { opened } from '../open.ts';
import { named } from '../recognise.ts';
import type { Invocation, Program } from '../types.ts';

const DEFAULT_INI = '/etc/grafana/grafana.ini';

/**
 * grafana pkg/setting: `cfg:` arguments, then GF_SERVER_*, then `[server]` of grafana.ini, then http on :3000. Where one
 * that comes first cannot be read, the default is no more than likely; an address that is surely set and unread is none.
 */
export const grafana: Program = {
  id: 'grafana',
  closed: true,
  matches: (run) => named(run, 'grafana', 'grafana-server', 'grafana-oss', 'grafana-enterprise'),
  listeners(run) {
    const [protocol, host, port] = ['protocol', 'http_addr', 'http_port'].map((key) => setting(run, key)) as [Setting, Setting, Setting];
    if (protocol.value === 'socket' || host.given === 'unread' || port.given === 'unread') return [];
    const address = addressOf(host.value ?? '', Number(port.value ?? 3000));
    const serves = protocol.value === 'https' || protocol.value === 'h2' ? 'https' : 'http';
    const certain = { schemeCertain: isCertain(protocol), addressCertain: isCertain(host) && isCertain(port) };
    return address ? [opened(run, address, port.at, { serves, ...certain })] : [];
  },
};

interface Setting {
  value: string | null;
  at: At | null;
  /** `unread`: set to something unknown; `maybe`: perhaps set, by something unknown. */
  given: 'yes' | 'no' | 'maybe' | 'unread';
}
const isCertain = ({ given }: Setting): boolean => given === 'yes' || given === 'no';

function setting(run: Invocation, key: string): Setting {
  const argument = run.words.find((w) => w.startsWith(`cfg:server.${key}=`) || w.startsWith(`cfg:default.server.${key}=`));
  if (argument) return { value: argument.slice(argument.indexOf('=') + 1), at: run.at, given: 'yes' };
  const variable = `GF_SERVER_${key.toUpperCase()}`;
  const env = run.env(variable);
  if ((env && !env.known) || run.env(`${variable}__FILE`)) return { value: null, at: env?.at ?? null, given: 'unread' };
  if (env && env.value !== '') return { value: env.value, at: env.at, given: 'yes' };
  const path = run.flag('config') ?? run.env('GF_PATHS_CONFIG') ?? { value: DEFAULT_INI, at: run.at };
  const ini = run.file(path.value);
  const value = ini === null ? null : iniValue(ini, 'server', key);
  // An own file that the image brings is as unknown as one from a Secret; `$` refers to a variable or a file.
  const unread = ini === null ? run.hidden(path.value) || path.value !== DEFAULT_INI : value?.includes('$') === true;
  if (unread) return { value: null, at: null, given: 'maybe' };
  const found = value === '' ? null : value;
  return { value: found, at: found === null ? null : run.at, given: run.envOpen ? 'maybe' : found === null ? 'no' : 'yes' };
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
