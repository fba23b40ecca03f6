import { sha256 } from '@noble/hashes/sha2.js';
import { type Address, parseAddress } from '../../reach/index.ts';

/** Address-like runs of a text, each with the prefix length that may follow. */
const V4 = /(?<![\w.-])(\d{1,3}(?:\.\d{1,3}){3})(?![\w-]|\.\d)/g;
const V6 = /(?<![\w:.])((?:[0-9A-Fa-f]{0,4}:){2,}(?:[0-9A-Fa-f]{1,4}|\d{1,3}(?:\.\d{1,3}){3})?)(?![\w:]|\.\w)/g;

/** Every address of the text, as written. */
export const addressesIn = (text: string): string[] =>
  [V4, V6].flatMap((pattern) => [...text.matchAll(pattern)].map((m) => m[1] ?? '')).filter((found) => identifies(parseAddress(found)));

/** Loopback, link-local, multicast and unspecified addresses mean the same everywhere, and name nobody. */
function identifies(address: Address | null): boolean {
  if (address === null) return false;
  const { value, bits } = address;
  if (bits === 32) {
    const first = Number(value >> 24n);
    return first !== 0 && first !== 127 && first < 224 && value >> 16n !== 0xa9fen;
  }
  return value > 1n && value >> 118n !== 0x3fan && value >> 120n !== 0xffn;
}

/**
 * Another address for each, so that what lay in one CIDR still does: bit by bit, each flipped or kept as the bits before it
 * and the key decide (prefix-preserving, as Crypto-PAn does it; Xu et al. 2002).
 */
export function addressMask(key: string, all: readonly string[]): (text: string) => string {
  const known = new Map<string, string>();
  // A mask that means something of its own, or is one of the addresses that were to be masked, would say what is not so: another key then.
  const own = new Set(all.flatMap((a) => parseAddress(a)?.value ?? []));
  const isFit = (mask: Address | null): boolean => mask !== null && identifies(mask) && !own.has(mask.value);
  let round = 0;
  while (round < 64 && !all.every((a) => isFit(masked(a, key, round)))) round++;
  const other = (found: string): string => {
    const there = known.get(found);
    if (there !== undefined) return there;
    const address = identifies(parseAddress(found)) ? masked(found, key, round) : null;
    const text = address === null ? found : address.bits === 32 ? printV4(address.value) : printV6(address.value);
    known.set(found, text);
    return text;
  };
  return (text) => text.replace(V4, other).replace(V6, other);
}

function masked(text: string, key: string, round: number): Address | null {
  const address = parseAddress(text);
  if (address === null) return null;
  const { value, bits } = address;
  // Zero bits at the end of a network stay: a mask of its base is the base of a mask.
  const tail = trailingZeros(value, bits);
  let out = 0n;
  for (let i = 0; i < bits; i++) {
    const bit = (value >> BigInt(bits - 1 - i)) & 1n;
    const prefix = value >> BigInt(bits - i);
    out = (out << 1n) | (i >= bits - tail ? bit : bit ^ flip(key, round, bits, i, prefix));
  }
  return { value: out, bits };
}

/** Whole bytes of zeros a network address ends with; a host never gets them. */
function trailingZeros(value: bigint, bits: number): number {
  let zeros = 0;
  while (zeros < bits && ((value >> BigInt(zeros)) & 0xffn) === 0n) zeros += 8;
  return zeros;
}

function flip(key: string, round: number, bits: number, length: number, prefix: bigint): bigint {
  return BigInt((sha256(new TextEncoder().encode(`${key} ${round} ${bits} ${length} ${prefix}`))[0] ?? 0) & 1);
}

const printV4 = (value: bigint): string => [24n, 16n, 8n, 0n].map((shift) => String((value >> shift) & 0xffn)).join('.');

function printV6(value: bigint): string {
  const groups = Array.from({ length: 8 }, (_, i) => ((value >> BigInt(112 - 16 * i)) & 0xffffn).toString(16));
  const text = groups.join(':');
  // The longest run of zero groups is left out (RFC 5952).
  const runs = [...text.matchAll(/(?:^|:)0(?::0)+(?=:|$)/g)].sort((a, b) => b[0].length - a[0].length);
  const run = runs[0];
  return run === undefined ? text : `${text.slice(0, run.index)}::${text.slice(run.index + run[0].length).replace(/^:/, '')}`;
}
