import { parseAddress } from '../../address.ts';
import { opened } from '../../open.ts';
import { declaredProxy, hopTo, only } from '../../proxied.ts';
import { named } from '../../recognise.ts';
import type { Invocation, Program } from '../../types.ts';

const DEFAULTS = ['/usr/local/etc/haproxy/haproxy.cfg', '/etc/haproxy/haproxy.cfg'];

/** haproxy configuration manual: `bind` in frontend and listen sections, servers of the backend that they name. */
export const haproxy: Program = {
  id: 'haproxy',
  matches: (run) => named(run, 'haproxy'),
  listeners(run) {
    const text = configuration(run);
    if (text === null) return declaredProxy(run);
    const sections = read(text);
    return sections
      .filter((s) => s.kind === 'frontend' || s.kind === 'listen')
      .flatMap((section) => {
        const upstream = upstreamOf(run, section, sections);
        return section.lines
          .filter(([word]) => word === 'bind')
          .flatMap(([, target = '', ...options]) =>
            target.split(',').flatMap((one) => {
              const address = parseAddress(one.replace(/^(?:ipv4|ipv6|\*)@?/, ''));
              const serves = options.includes('ssl') ? 'https' : 'http';
              return address ? [opened(run, address, run.at, { serves, proxy: true, upstream })] : [];
            }),
          );
      });
  },
};

function configuration(run: Invocation): string | null {
  const given = run.flag('f');
  for (const path of given ? [given.value] : DEFAULTS) {
    const text = run.file(path);
    if (text !== null) return text;
  }
  return null;
}

interface Section {
  kind: string;
  name: string;
  lines: string[][];
}

function read(text: string): Section[] {
  const sections: Section[] = [];
  for (const line of text.split(/\r?\n/)) {
    const words = line.replace(/(^|\s)#.*$/, '').match(/\S+/g) ?? [];
    const [kind = '', name = ''] = words;
    if (/^(?:global|defaults|frontend|backend|listen|userlist|peers|resolvers|cache|program)$/.test(kind) && !/^\s/.test(line))
      sections.push({ kind, name, lines: [] });
    else if (words.length > 0) sections.at(-1)?.lines.push([...words]);
  }
  return sections;
}

function upstreamOf(run: Invocation, section: Section, sections: readonly Section[]) {
  const names = section.lines.filter(([word]) => word === 'default_backend' || word === 'use_backend').map(([, name = '']) => name);
  const backends = sections.filter((s) => s === section || (s.kind === 'backend' && names.includes(s.name)));
  const servers = backends.flatMap((s) => s.lines.filter(([word]) => word === 'server' || word === 'server-template'));
  const [, , target = '', ...options] = only(servers, (words) => words[2] ?? '') ?? [];
  return hopTo(run, target, options.includes('ssl') ? 'https' : 'http');
}
