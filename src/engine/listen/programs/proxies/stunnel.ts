import { parseAddress } from '../../address.ts';
import { opened } from '../../open.ts';
import { declaredProxy, hopTo } from '../../proxied.ts';
import { named } from '../../recognise.ts';
import type { Invocation, Opened, Program } from '../../types.ts';

const DEFAULT = '/etc/stunnel/stunnel.conf';

/** stunnel(8): each service accepts TLS and connects in clear, or the other way round as a client. */
export const stunnel: Program = {
  id: 'stunnel',
  matches: (run) => named(run, 'stunnel', 'stunnel4', 'stunnel5'),
  listeners(run) {
    const text = run.file(run.words.find((word) => word.startsWith('/')) ?? DEFAULT);
    if (text !== null) return services(text).flatMap((service) => listener(run, service));
    // An image that writes the file from its environment (dweomer/stunnel).
    const [accept, connect, client] = ['ACCEPT', 'CONNECT', 'CLIENT'].map((name) => run.env(`STUNNEL_${name}`));
    if (!accept?.known) return declaredProxy(run);
    const given = { accept: accept.value, connect: connect?.known ? connect.value : '', client: client?.value ?? '' };
    return listener(run, new Map(Object.entries(given)));
  },
};

type Service = ReadonlyMap<string, string>;

/** Options before the first section hold for all of them. */
function services(text: string): Service[] {
  const common = new Map<string, string>();
  const found: Map<string, string>[] = [];
  for (const line of text.split(/\r?\n/)) {
    if (/^\s*\[[^\]]+\]/.test(line)) found.push(new Map(common));
    const [, key, value] = /^\s*(\w+)\s*=\s*([^;#]*?)\s*$/.exec(line) ?? [];
    if (key !== undefined) (found.at(-1) ?? common).set(key.toLowerCase(), value ?? '');
  }
  return found;
}

function listener(run: Invocation, service: Service): Opened[] {
  const client = service.get('client')?.toLowerCase() === 'yes';
  const accept = service.get('accept') ?? '';
  const address = parseAddress(/^\d+$/.test(accept) ? `:${accept}` : accept);
  if (!address) return [];
  const upstream = hopTo(run, service.get('connect') ?? '', client ? 'https' : 'http');
  return [opened(run, address, run.at, { serves: client ? 'http' : 'https', proxy: true, upstream })];
}
