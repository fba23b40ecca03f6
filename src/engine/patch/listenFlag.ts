import { exportersOfOwnFlags, type Listener } from '../listen/index.ts';
import type { Arg, Container, WorkloadObject } from '../objects/index.ts';
import type { Draft } from './draft.ts';
import { below, refuse, samePlace } from './input.ts';
import type { Refusal } from './types.ts';

export interface Address {
  /** '' for every address. */
  host: '' | '127.0.0.1';
  port: number;
}

/** Programs that take host and port in two flags (kube-state-metrics pkg/options). */
const APART: Readonly<Record<string, readonly { host: string; port: string; fallback: number }[]>> = {
  'kube-state-metrics': [
    { host: 'host', port: 'port', fallback: 8080 },
    { host: 'telemetry-host', port: 'telemetry-port', fallback: 8081 },
  ],
};

/** The flag that programs take when the manifest leaves the address to them (prometheus/exporter-toolkit, and those that do otherwise). */
function addressFlag(program: string): string | null {
  if (['configmap-reload', 'x509-certificate-exporter', 'prometheus-config-reloader'].includes(program)) return '--listen-address';
  const toolkit = program.endsWith('-exporter') || ['pushgateway', 'prometheus-operator', 'alertmanager', 'prometheus'].includes(program);
  return toolkit && !exportersOfOwnFlags.has(program) ? '--web.listen-address' : null;
}

/** `--flag=host:port`, the value alone, or a URL; of several addresses in one argument it is not known which one is meant. */
const ADDRESS = /^(--?[A-Za-z][\w.-]*=)?(https?:\/\/)?(?:\[[^\]]*\]|[^:/,\s[\]]*):(\d+|\$\([^)]+\))\/?$/;

/** Makes a process listen elsewhere: the argument or variable that says where it listens, or a new argument. */
export function moveListener(draft: Draft, owner: WorkloadObject, container: Container, listener: Listener, to: Address): Refusal | null {
  const text = `${to.host}:${to.port}`;
  const step = ['listen', { container: container.name, from: `${listener.host}:${listener.port}`, to: text }] as const;
  const unknown = refuse('listen-flag-unknown', { container: container.name, program: listener.program });
  if (Object.hasOwn(APART, listener.program)) return moveApart(draft, owner, container, listener, to, step) ? null : unknown;

  const { at } = listener;
  const arg = at && container.argv.find((a) => samePlace(a.at, at));
  if (arg) {
    const [, flag = '', url = '', port] = ADDRESS.exec(arg.text) ?? [];
    if (port === undefined) return unknown;
    // A URL without a host is none.
    draft.set(arg.at, `${flag}${url}${url !== '' && to.host === '' ? '0.0.0.0' : ''}${text}`, step);
    return null;
  }
  const variable = at && container.env.find((e) => at.doc === e.at.doc && e.at.path.every((key, i) => at.path[i] === key));
  if (variable) {
    if (variable.value === null || !/:\d+$/.test(variable.value)) return unknown;
    draft.set(below(variable.at, 'value'), text, step);
    return null;
  }
  const flag = listener.source === 'default' ? addressFlag(listener.program) : null;
  if (flag === null) return unknown;
  return addArgs(draft, owner, container, [`${flag}=${text}`], step) ? null : unknown;
}

type Step = readonly ['listen', Record<string, string>];

function moveApart(draft: Draft, owner: WorkloadObject, container: Container, listener: Listener, to: Address, step: Step): boolean {
  const pairs = APART[listener.program] ?? [];
  const pair = pairs.find((p) => Number(findFlag(container, p.port)?.value ?? p.fallback) === listener.port);
  if (!pair) return false;
  const missing: string[] = [];
  // `::` is every address, IPv4 included, and what these programs take by default.
  for (const [name, value] of [[pair.host, to.host === '' ? '::' : to.host] as const, [pair.port, String(to.port)] as const]) {
    const found = findFlag(container, name);
    if (!found) missing.push(`--${name}=${value}`);
    else if (found.value !== value) draft.set(found.arg.at, found.prefix + value, step);
  }
  return missing.length === 0 || addArgs(draft, owner, container, missing, step);
}

/** The last `--name=value` or `--name value`. */
export function findFlag(container: Container, name: string): { arg: Arg; prefix: string; value: string } | null {
  const { argv } = container;
  for (let i = argv.length - 1; i >= 0; i--) {
    const arg = argv[i] as Arg;
    const next = argv[i + 1];
    for (const dash of ['--', '-']) {
      const prefix = `${dash}${name}=`;
      if (arg.text.startsWith(prefix)) return { arg, prefix, value: arg.text.slice(prefix.length) };
      if (arg.text === dash + name && next) return { arg: next, prefix: '', value: next.text };
    }
  }
  return null;
}

/** New arguments at the end; false where nobody knows whether they reach the program. */
export function addArgs(
  draft: Draft,
  owner: WorkloadObject,
  container: Container,
  args: readonly string[],
  step: readonly [code: string, params: Record<string, string>],
): boolean {
  // What stands behind a script is `$0`, `$1`…, and reaches the program only where the script passes it on.
  if (container.path === null || runsScript(container)) return false;
  const place = owner.at(container.path);
  draft.append(owner.raw, place, 'args', args, step);
  return true;
}

const runsScript = ({ argv }: Container): boolean =>
  argv.some(({ text }, i) => /^-[a-z]*c[a-z]*$/.test(text) && argv.slice(0, i).some((a) => /^(.*\/)?(ba|da|a)?sh$/.test(a.text)));
