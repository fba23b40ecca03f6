/** Whether `ip` lies in `cidr`, for IPv4 and IPv6; null when either cannot be read. */
export function contains(cidr: string, ip: string): boolean | null {
  const slash = cidr.indexOf('/');
  const base = parseAddress(slash < 0 ? cidr : cidr.slice(0, slash));
  const address = parseAddress(ip);
  if (base === null || address === null) return null;
  const bits = slash < 0 ? base.bits : prefixLength(cidr.slice(slash + 1), base.bits);
  if (bits === null) return null;
  if (base.bits !== address.bits) return false;
  const shift = BigInt(base.bits - bits);
  return base.value >> shift === address.value >> shift;
}

function prefixLength(text: string, max: number): number | null {
  if (!/^\d{1,3}$/.test(text)) return null;
  const bits = Number(text);
  return bits <= max ? bits : null;
}

/** An IPv4 or IPv6 address as a number. */
export interface Address {
  value: bigint;
  bits: 32 | 128;
}

/** Null for what is no address. */
export function parseAddress(text: string): Address | null {
  if (!text.includes(':')) {
    const value = parseV4(text);
    return value === null ? null : { value, bits: 32 };
  }
  const value = parseV6(text);
  return value === null ? null : { value, bits: 128 };
}

function parseV4(text: string): bigint | null {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((p) => /^\d{1,3}$/.test(p) && Number(p) <= 255)) return null;
  return parts.reduce((value, part) => (value << 8n) | BigInt(part), 0n);
}

/** RFC 4291 text form, with one `::` and an embedded IPv4 tail. */
function parseV6(text: string): bigint | null {
  const tail = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text);
  if (tail !== null) {
    const v4 = parseV4(tail[2] as string);
    if (v4 === null) return null;
    return parseV6(`${tail[1]}${(v4 >> 16n).toString(16)}:${(v4 & 0xffffn).toString(16)}`);
  }
  const halves = text.split('::');
  if (halves.length > 2) return null;
  const groups = halves.map((half) => (half === '' ? [] : half.split(':')));
  const head = groups[0] ?? [];
  const rest = groups[1] ?? [];
  const missing = 8 - head.length - rest.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return null;
  const all = [...head, ...Array<string>(missing).fill('0'), ...rest];
  if (!all.every((g) => /^[0-9a-f]{1,4}$/i.test(g))) return null;
  return all.reduce((value, group) => (value << 16n) | BigInt(`0x${group}`), 0n);
}
