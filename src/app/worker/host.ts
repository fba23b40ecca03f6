import type { Engine } from '../../engine/api.ts';
import { createEngine } from '../../engine/engine.ts';
import { LIMITS, pathUnique, type SourceFile, unpack } from '../../engine/ingest/index.ts';
import { withParts } from '../../engine/scrape/index.ts';
import type { Host } from './backend.ts';
import type { Args, Opened, Parcel, Progress, Unpacked } from './protocol.ts';

/** Two files of one drop never replace each other: the second gets a path of its own, unless it is the same file. */
function apart(files: readonly SourceFile[], taken: Map<string, string>): { kept: SourceFile[]; renamed: Map<string, string> } {
  const kept: SourceFile[] = [];
  const renamed = new Map<string, string>();
  for (const file of files) {
    if (taken.get(file.path) === file.text) continue;
    const path = pathUnique(taken, file.path);
    taken.set(path, file.text);
    if (path !== file.path) renamed.set(file.path, path);
    kept.push({ ...file, path });
  }
  return { kept, renamed };
}

/** Characters of one message. */
const PART = 2_000_000;

/** All that was dropped at once shares one set of limits. */
async function unpackAll(parcels: Parcel[], onProgress: (p: Progress) => void): Promise<Unpacked> {
  let out: Unpacked = { files: [], problems: [] };
  let size = 0;
  const taken = new Map<string, string>();
  let { totalBytes, files } = LIMITS;
  for (const [i, { name, bytes }] of parcels.entries()) {
    const said = (done: number) => onProgress({ done: i + done, total: parcels.length });
    const limits = { ...LIMITS, totalBytes, files };
    const one = await withParts(() => unpack(name, bytes, limits, said));
    for (const file of one.files) totalBytes -= file.text.length;
    files -= one.files.length;
    const { kept, renamed } = apart(one.files, taken);
    for (const file of kept) {
      out.files.push(file);
      size += file.text.length;
    }
    out.problems.push(...one.problems.map((p) => ({ ...p, file: renamed.get(p.file) ?? p.file })));
    if (size < PART && i % 16 !== 15) continue;
    onProgress({ done: i, total: parcels.length, part: out });
    out = { files: [], problems: [] };
    size = 0;
    // On the page's own thread others get their turn.
    await new Promise((resolve) => setTimeout(resolve));
  }
  return out;
}

/** Only a page that was opened by a link needs the codec at once. */
async function open(fragment: string): Promise<Opened> {
  const { decodeState } = await import('../../engine/share/index.ts');
  const decoded = decodeState(fragment);
  if (!decoded.ok) return { problem: decoded.code, params: decoded.params };
  const { files, goals, defaultNamespace, operatorVersion = null, chain, selection, view } = decoded.state;
  const opened = files.map((f) => ({ ...f, origin: { kind: 'link' as const } }));
  return { state: { files: opened, goals, defaultNamespace, operatorVersion, chain, selection, ...(view === undefined ? {} : { view }) } };
}

/** The engine with what stands before it, behind one function; runs in the worker or on the page. */
export function createHost(): Host {
  const engine = createEngine();
  let staged: SourceFile[] = [];
  return async (method, args, onProgress) => {
    if (method === 'unpack') return (await unpackAll((args as Args<'unpack'>)[0], onProgress)) as never;
    if (method === 'decode') return (await open((args as Args<'decode'>)[0])) as never;
    // Loaded with the first of them, with the words.
    if (method === 'report') return (await (await import('./report.ts')).report(engine, ...(args as Args<'report'>))) as never;
    if (method === 'picture') return (await (await import('./sent.ts')).picture(engine, ...(args as Args<'picture'>))) as never;
    if (method === 'bundle') return (await (await import('./sent.ts')).bundle(engine, ...(args as Args<'bundle'>))) as never;
    if (method === 'sentReport') return (await (await import('./sent.ts')).sentReport(engine, ...(args as Args<'sentReport'>))) as never;
    if (method === 'stage') {
      for (const file of (args as Args<'stage'>)[0]) staged.push(file);
      return undefined as never;
    }
    if (method === 'setFiles' && staged.length > 0) {
      const [delta] = args as Args<'setFiles'>;
      const put = [...staged, ...(delta.put ?? [])];
      staged = [];
      return (await withParts(() => engine.setFiles({ ...delta, put }))) as never;
    }
    const ask = engine[method as keyof Engine] as (...a: unknown[]) => unknown;
    return (await withParts(() => ask(...args))) as never;
  };
}
