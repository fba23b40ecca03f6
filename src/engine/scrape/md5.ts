import { md5 } from '@noble/hashes/legacy.js';

/** The last eight bytes of the MD5 sum as a big-endian number, modulo (Prometheus relabel.go HashMod). */
export function hashmod(value: string, modulus: number): bigint {
  const sum = md5(new TextEncoder().encode(value));
  const view = new DataView(sum.buffer, sum.byteOffset, sum.byteLength);
  return view.getBigUint64(8) % BigInt(Math.trunc(modulus));
}
