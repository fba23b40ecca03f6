import type { At } from '../yaml/index.ts';
import { type Address, parseAddress } from './address.ts';
import type { Flag, Invocation, Opened } from './types.ts';

type Extra = Partial<Omit<Opened, 'host' | 'bind' | 'port' | 'source' | 'at'>>;

/** A listener at an address that a flag gives. Containers without a place in the input were written by the operator. */
export function opened(run: Invocation, address: Address, at: At | null, extra: Extra = {}): Opened {
  const told = at === null ? 'default' : 'flag';
  return {
    ...address,
    protocol: 'TCP',
    serves: null,
    schemeCertain: (extra.serves ?? null) !== null,
    addressCertain: true,
    source: run.container.path === null ? 'operator' : told,
    at: at ?? run.at,
    upstream: null,
    proxy: (extra.upstream ?? null) !== null,
    authorizes: false,
    passwords: false,
    selfMade: false,
    clientCert: false,
    fixed: [],
    guard: null,
    path: '/metrics',
    ...extra,
  };
}

/** Listeners for every occurrence of an address flag, else at the program's default; an empty address is off. */
export function openedBy(run: Invocation, flags: readonly Flag[], fallback: string | null, extra: Extra = {}): Opened[] {
  if (flags.length > 0) return flags.flatMap((f) => at(run, f.value, f.at, extra));
  return fallback === null ? [] : at(run, fallback, null, extra);
}

/** As `openedBy`, for flags of which the last one counts. */
export const openedByLast = (run: Invocation, flag: Flag | null, fallback: string | null, extra: Extra = {}): Opened[] =>
  openedBy(run, flag ? [flag] : [], fallback, extra);

function at(run: Invocation, text: string, place: At | null, extra: Extra): Opened[] {
  const address = parseAddress(text);
  return address ? [opened(run, address, place, extra)] : [];
}

/** A number given on its own, or the default. null when the flag's value is no port. */
export function portOf(flag: Flag | null, fallback: number): number | null {
  if (!flag) return fallback;
  return /^\d{1,5}$/.test(flag.value) ? Number(flag.value) : null;
}
