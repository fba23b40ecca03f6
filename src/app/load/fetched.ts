import { joined } from '../../engine/ingest/index.ts';
import type { Parcel } from '../worker/protocol.ts';
import type { Plan } from './plan.ts';

/** Why nothing came; words in area `share`, `src-…`. */
export type Failure = 'unreachable' | 'not-found' | 'refused' | 'status' | 'too-large' | 'too-many' | 'nothing';
export class NotFetched extends Error {
  readonly code: Failure;
  readonly detail: string;
  constructor(code: Failure, detail: string) {
    super(`${code} ${detail}`);
    this.code = code;
    this.detail = detail;
  }
}

export const LOAD_LIMITS = { bytes: 64 * 1024 * 1024, files: 300 };
type Fetch = (url: string) => Promise<Response>;

/** Everything a plan leads to, within limits that all of it shares. Throws `NotFetched`. */
export async function fetchPlan(plan: Plan, get: Fetch, onProgress: (files: number) => void, limits = LOAD_LIMITS): Promise<Parcel[]> {
  const room = { bytes: limits.bytes };
  if (plan.kind === 'file') return [{ name: plan.name, bytes: await bytesOf(plan.from, get, room) }];
  const listed = plan.kind === 'gist' ? await gistFiles(plan, get, room) : await folderFiles(plan, get, room, limits.files);
  if (listed.length === 0) throw new NotFetched('nothing', plan.url);
  if (listed.length > limits.files) throw new NotFetched('too-many', String(limits.files));
  const parcels: Parcel[] = [];
  for (const { name, url } of listed) {
    parcels.push({ name, bytes: await bytesOf(url, get, room) });
    onProgress(parcels.length);
  }
  return parcels;
}

interface Listed {
  name: string;
  url: string;
}
const MANIFEST = /\.(?:ya?ml|json|zip|tar|tgz|gz)$/i;
const isRecord = (v: unknown): v is Record<string, unknown> => typeof v === 'object' && v !== null && !Array.isArray(v);
const isText = (v: unknown): v is string => typeof v === 'string';

/** GitHub's contents API, folder by folder (docs.github.com, REST API, "Get repository content"). */
async function folderFiles(plan: Plan, get: Fetch, room: { bytes: number }, most: number): Promise<Listed[]> {
  const found: Listed[] = [];
  const folders = [plan.from];
  let asked = 0;
  for (let folder = folders.shift(); folder !== undefined && found.length <= most; folder = folders.shift()) {
    if (++asked > most) throw new NotFetched('too-many', String(most));
    const entries = await jsonOf(folder, get, room);
    for (const entry of Array.isArray(entries) ? entries : [entries]) {
      if (!isRecord(entry) || !isText(entry['path'])) continue;
      const { type, path, download_url: raw, url } = entry;
      if (type === 'dir' && isText(url)) folders.push(onlyFrom(url, 'https://api.github.com/'));
      else if (type === 'file' && isText(raw) && MANIFEST.test(path))
        found.push({ name: path, url: onlyFrom(raw, 'https://raw.githubusercontent.com/') });
    }
  }
  return found;
}

async function gistFiles(plan: Plan, get: Fetch, room: { bytes: number }): Promise<Listed[]> {
  const gist = await jsonOf(plan.from, get, room);
  const files = isRecord(gist) && isRecord(gist['files']) ? Object.values(gist['files']) : [];
  return files.flatMap((f) =>
    isRecord(f) && isText(f['filename']) && isText(f['raw_url'])
      ? [{ name: `${plan.name}/${f['filename']}`, url: onlyFrom(f['raw_url'], 'https://gist.githubusercontent.com/') }]
      : [],
  );
}

/** An answer leads nowhere but to the hosts that were confirmed. */
function onlyFrom(url: string, origin: string): string {
  if (!url.startsWith(origin)) throw new NotFetched('refused', url.slice(0, 200));
  return url;
}

async function jsonOf(url: string, get: Fetch, room: { bytes: number }): Promise<unknown> {
  try {
    return JSON.parse(new TextDecoder().decode(await bytesOf(url, get, room)));
  } catch (error) {
    if (error instanceof NotFetched) throw error;
    throw new NotFetched('nothing', url);
  }
}

/** Read as it comes, and given up where it grows too large. */
async function bytesOf(url: string, get: Fetch, room: { bytes: number }): Promise<Uint8Array> {
  let response: Response;
  try {
    response = await get(url);
  } catch {
    // What CORS forbids and what the network lost look the same to a page.
    throw new NotFetched('unreachable', new URL(url).host);
  }
  if (response.status === 404) throw new NotFetched('not-found', url);
  if (!response.ok) throw new NotFetched('status', `${response.status} ${new URL(url).host}`);
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    size += read.value.length;
    if (size > room.bytes) {
      await reader?.cancel();
      throw new NotFetched('too-large', String(Math.round(LOAD_LIMITS.bytes / 1024 / 1024)));
    }
    parts.push(read.value);
  }
  room.bytes -= size;
  return joined(parts);
}
