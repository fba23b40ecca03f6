import { parseAddress } from '../../address.ts';
import { opened } from '../../open.ts';
import { declaredProxy, hopTo, only } from '../../proxied.ts';
import { named } from '../../recognise.ts';
import type { FixedAnswer, Invocation, Opened, Program, Upstream } from '../../types.ts';
import { upstreamFrom } from '../../upstreamUrl.ts';
import { allNamed, type Directive, readNginx } from './nginxConfig.ts';

const FOLDER = '/etc/nginx';

/** nginx ngx_http_core_module: `listen` of each server, and where its only `proxy_pass` leads. */
export const nginx: Program = {
  id: 'nginx',
  matches: (run) => named(run, 'nginx', 'nginx-unprivileged', 'openresty'),
  listeners(run) {
    const given = run.flag('c');
    const text = given ? run.file(given.value) : null;
    const texts = given ? (text === null ? null : [text]) : run.files(FOLDER);
    if (texts === null) return declaredProxy(run);
    const directives = texts.flatMap(readNginx);
    const servers = allNamed(directives, 'server').filter((d) => d.block.length > 0);
    // A replaced main file may include others, and an image may bring servers of its own.
    return servers.length > 0 ? servers.flatMap((server) => listenersOf(run, server, directives)) : unconfigured(run);
  },
};

/** What the official images ship answers without passing anything on. */
function unconfigured(run: Invocation): Opened[] {
  const untouched = run.container.volumeMounts.every((m) => !`${m.mountPath}/`.startsWith(`${FOLDER}/`));
  const shipped = /^(?:docker\.io\/)?(?:library\/)?nginx$/.test(run.repository)
    ? 80
    : /nginxinc\/nginx-unprivileged$/.test(run.repository)
      ? 8080
      : null;
  if (!untouched || shipped === null) return declaredProxy(run);
  return [opened(run, { host: '', bind: 'wildcard', port: shipped }, null, { serves: 'http' })];
}

function listenersOf(run: Invocation, { block }: Directive, all: readonly Directive[]): Opened[] {
  const passes = allNamed(block, 'proxy_pass');
  const pass = only(passes, (d) => d.words[1] ?? '');
  const upstream = pass ? upstreamOf(run, pass.words[1] ?? '', all) : null;
  const tlsOn = block.some((d) => d.words[0] === 'ssl' && d.words[1] === 'on');
  const listens = block.filter((d) => d.words[0] === 'listen').map((d) => d.words.slice(1));
  return (listens.length > 0 ? listens : [['80']]).flatMap(([target = '', ...options]) => {
    const address = parseAddress(/^\d+$/.test(target) ? `:${target}` : /:\d+$/.test(target) ? target : `${target}:80`);
    const serves = tlsOn || options.includes('ssl') ? 'https' : 'http';
    const protocol = options.includes('udp') ? 'UDP' : 'TCP';
    const asks = {
      passwords: asksPassword(block),
      clientCert: block.some((d) => d.words[0] === 'ssl_verify_client' && d.words[1] === 'on'),
    };
    return address
      ? [opened(run, address, run.at, { serves, protocol, proxy: passes.length > 0, upstream, fixed: fixedIn(block), ...asks })]
      : [];
  });
}

const asksPassword = (block: readonly Directive[]): boolean => allNamed(block, 'auth_basic').some((d) => d.words[1] !== 'off');

/** `return` in a location (ngx_http_rewrite_module): exact locations come first, then the longest. */
function fixedIn(block: readonly Directive[]): FixedAnswer[] {
  const outer = block.find((d) => d.words[0] === 'default_type')?.words[1] ?? null;
  const found = block.flatMap((d): FixedAnswer[] => {
    const [name, ...words] = d.words;
    const path = words.at(-1);
    const given = d.block.find((inner) => inner.words[0] === 'return');
    const status = Number(given?.words[1]);
    if (name !== 'location' || path === undefined || words.length > 2 || words[0]?.startsWith('~') || !Number.isInteger(status)) return [];
    const text = given?.words[2] ?? null;
    const redirect = status >= 300 && status < 400;
    const contentType = d.block.find((inner) => inner.words[0] === 'default_type')?.words[1] ?? outer;
    return [{ path, exact: words[0] === '=', status, location: redirect ? text : null, contentType, body: redirect ? null : text }];
  });
  return found.sort((a, b) => Number(b.exact) - Number(a.exact) || b.path.length - a.path.length);
}

/** A URL, an address of a stream, or the name of an `upstream` of one server. */
function upstreamOf(run: Invocation, target: string, all: readonly Directive[]): Upstream | null {
  const [, scheme = 'http', name = target] = /^(https?):\/\/([^/:]+)/.exec(target) ?? [];
  const group = allNamed(all, 'upstream').find((d) => d.words[1] === name);
  const server =
    group &&
    only(
      group.block.filter((d) => d.words[0] === 'server'),
      (d) => d.words[1] ?? '',
    );
  if (group) return server ? hopTo(run, server.words[1] ?? '', scheme === 'https' ? 'https' : 'http') : null;
  return upstreamFrom({ value: target.includes('://') ? target : `http://${target}`, at: run.at });
}
