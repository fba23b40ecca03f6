import { pack, unpack } from './codecs/deflate.ts';
import { CODECS, CURRENT } from './codecs/index.ts';
import { seal, unseal } from './envelope.ts';
import type { Form } from './forms.ts';
import { normalise } from './normalise.ts';
import type { Codec, Decoded, ShareCode, ShareLimits, ShareState } from './types.ts';

/** Of the fragment's outer form; the document inside has its own. */
const VERSION = 1;

export const SHARE_LIMITS: ShareLimits = { fragment: 8 * 1024 * 1024, inflated: 8 * 1024 * 1024, files: 2000, goals: 200, path: 1024 };

/** The state as a URL fragment without its `#`: `v1.<codec>.<payload>`, the shortest there is. */
export function encodeState(state: ShareState): string {
  const links = CURRENT.map((codec) => encodeWith(codec, state));
  return links.reduce((shortest, link) => (link.length < shortest.length ? link : shortest));
}

/** More than a link may hold once it is inflated. */
export const isTooLarge = ({ files }: ShareState): boolean =>
  files.reduce((size, { text }) => size + text.length, 0) > SHARE_LIMITS.inflated * 0.9 || files.length > SHARE_LIMITS.files;

export function encodeWith({ id, form, dictionary }: Codec, state: ShareState): string {
  const bytes = new TextEncoder().encode(form.write(state));
  return `v${VERSION}.${id}.${seal(pack(bytes, dictionary))}`;
}

/** A fragment, or a whole link, as a state. Never throws; inflating stops at the limit. */
export function decodeState(fragment: string, limits: ShareLimits = SHARE_LIMITS): Decoded {
  if (fragment.length > limits.fragment) return refused('too-large', { megabytes: megabytes(limits.fragment) });
  const text = bare(fragment);
  const parts = /^v(\d{1,6})(?:\.([A-Za-z0-9]*)(?:\.(.*))?)?$/s.exec(text);
  if (parts === null) return refused('not-a-link');
  if (Number(parts[1]) > VERSION) return refused('newer', { version: Number(parts[1]) });
  if (Number(parts[1]) < VERSION) return refused('not-a-link');
  const payload = parts[3];
  if (payload === undefined) return refused('truncated');
  const codec = CODECS.find((each) => each.id === parts[2]);
  if (codec === undefined) return refused('unknown-codec', { codec: parts[2] ?? '' });
  const packed = unseal(payload);
  if (typeof packed === 'string') return refused(packed);
  const bytes = unpack(packed, limits.inflated, codec.dictionary);
  if (bytes === 'too-large') return refused('too-large', { megabytes: megabytes(limits.inflated) });
  return bytes === 'damaged' ? refused('damaged') : read(bytes, codec.form, limits);
}

function read(bytes: Uint8Array, form: Form, limits: ShareLimits): Decoded {
  let value: unknown;
  try {
    value = form.read(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return refused('damaged');
  }
  const newer = newerVersion(value);
  if (newer !== null) return refused('newer', { version: newer });
  const state = normalise(value, limits);
  return 'field' in state ? refused('wrong-shape', { field: state.field === '' ? '.' : state.field }) : { ok: true, state };
}

/** A document that says it is ours and of a later version is not malformed, only too new. */
function newerVersion(value: unknown): number | null {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'type') || !Object.hasOwn(value, 'version')) return null;
  const { type, version } = value as { type: unknown; version: unknown };
  return type === 'linkchain' && typeof version === 'number' && version > 1 ? version : null;
}

/** What follows the `#`, with what chats and mails do to links undone: percent-encoding, line breaks, blanks. */
function bare(fragment: string): string {
  const plain = unescaped(fragment).replace(/[\s\u200b\ufeff]+/g, '');
  return /(?:^|#)(v\d.*)$/s.exec(plain)?.[1] ?? '';
}

/** Twice, for what was encoded twice; a stray `%` behind the link leaves the rest as it was. */
function unescaped(text: string): string {
  const once = (t: string): string =>
    t.replace(/%(23|2[DdEe]|5[Ff]|25|20|0[AaDd])/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return once(once(text));
}

function refused(code: ShareCode, params: Record<string, string | number> = {}): Decoded {
  return { ok: false, code, params };
}

function megabytes(bytes: number): number {
  return Math.max(1, Math.round(bytes / 1024 / 1024));
}
