export interface GoUrl {
  scheme: string;
  host: string;
}

const BAD_ESCAPE = /%(?![0-9a-fA-F]{2})/;
/** Characters Go allows in a host name as they are; others only beyond ASCII or percent-encoded as such. */
const HOST = /^(?:[a-zA-Z0-9\-_.~!$&'()*+,;=:[\]<>"]|[^\0-\x7f]|%[89a-fA-F][0-9a-fA-F])*$/;
const USER_INFO = /^[a-zA-Z0-9\-._:~!$&'()*+,;=%@]*$/;

/** What Go's net/url.Parse makes of a text; null: it refuses. It takes almost anything, so only a refusal says much. */
export function parseGoUrl(text: string): GoUrl | null {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  if (/[\0-\x1f\x7f]/.test(text)) return null;
  const [withoutFragment = '', ...fragment] = text.split('#');
  if (BAD_ESCAPE.test(fragment.join('#'))) return null;
  if (withoutFragment === '*') return { scheme: '', host: '' };
  if (withoutFragment.startsWith(':')) return null;
  const scheme = /^([a-zA-Z][a-zA-Z0-9+.-]*):/.exec(withoutFragment)?.[1] ?? '';
  const rest = (scheme === '' ? withoutFragment : withoutFragment.slice(scheme.length + 1)).split('?')[0] ?? '';
  if (!rest.startsWith('/')) {
    // `mailto:x` is opaque; without a scheme a colon in the first segment could be one.
    if (scheme !== '') return { scheme: scheme.toLowerCase(), host: '' };
    if ((rest.split('/')[0] ?? '').includes(':')) return null;
  }
  let path = rest;
  let host = '';
  if (rest.startsWith('//') && (scheme !== '' || !rest.startsWith('///'))) {
    const slash = rest.indexOf('/', 2);
    const authority = slash < 0 ? rest.slice(2) : rest.slice(2, slash);
    path = slash < 0 ? '' : rest.slice(slash);
    const found = hostOf(authority);
    if (found === null) return null;
    host = found;
  }
  return BAD_ESCAPE.test(path) ? null : { scheme: scheme.toLowerCase(), host };
}

/** The host and port of `user:password@host:port`; null where Go refuses it. */
function hostOf(authority: string): string | null {
  const at = authority.lastIndexOf('@');
  const user = authority.slice(0, Math.max(at, 0));
  if (!USER_INFO.test(user) || BAD_ESCAPE.test(user)) return null;
  const host = authority.slice(at + 1);
  if (host.startsWith('[')) {
    const end = host.lastIndexOf(']');
    if (end < 0 || !isOptionalPort(host.slice(end + 1))) return null;
    // The zone of an IPv6 address is written after `%25`.
    const [address = ''] = host.slice(0, end).split('%25');
    return HOST.test(address) ? host : null;
  }
  const colon = host.lastIndexOf(':');
  if (colon >= 0 && !isOptionalPort(host.slice(colon))) return null;
  return HOST.test(host) ? host : null;
}

const isOptionalPort = (text: string): boolean => /^(?::\d*)?$/.test(text);
