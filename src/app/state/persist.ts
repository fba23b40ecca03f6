import type { SourceFile } from '../../engine/ingest/index.ts';
import type { Goal } from '../../engine/patch/index.ts';
import type { LinkState } from '../worker/protocol.ts';
import { breathe } from './breathe.ts';
import type { Session } from './session.ts';

/** Where work is kept between visits; the browser's IndexedDB, or a map in a test. */
export interface Storage {
  get(keys: string[]): Promise<unknown[]>;
  set(entries: [key: string, value: unknown][]): Promise<void>;
  del(keys: string[]): Promise<void>;
  clear(): Promise<void>;
}

const KEY = 'work';
const VERSION = 1;
/** Characters written in one go: a larger write would hold up the page. */
const BATCH = 250_000;

/** Input only: what is derived is derived again. Texts stand under keys of their own, so that only new ones are written. */
interface Saved {
  version: typeof VERSION;
  files: string[];
  goals: Goal[];
  defaultNamespace: string;
  operatorVersion: string | null;
  chain: string | null;
}

const isRecord = (v: unknown): v is Record<string, unknown> => typeof v === 'object' && v !== null && !Array.isArray(v);
const isText = (v: unknown): v is string => typeof v === 'string';
const isFile = (v: unknown): v is SourceFile => isRecord(v) && isText(v['path']) && isText(v['text']);
const isGoal = (v: unknown): v is Goal =>
  isRecord(v) &&
  isText(v['chain']) &&
  typeof v['goal'] === 'string' &&
  /^[a-z0-9:-]{1,70}$/.test(v['goal']) &&
  (v['names'] === 'keep' || v['names'] === 'tidy') &&
  typeof v['removeUnusedRbac'] === 'boolean';

/** Whatever stands in the store becomes usable, or null: the place to bring older versions up; newer ones are left alone. */
export function migrate(saved: unknown): Saved | null {
  if (!isRecord(saved) || saved['version'] !== VERSION || !Array.isArray(saved['files'])) return null;
  return {
    version: VERSION,
    files: saved['files'].filter(isText),
    goals: Array.isArray(saved['goals']) ? saved['goals'].filter(isGoal) : [],
    defaultNamespace: isText(saved['defaultNamespace']) ? saved['defaultNamespace'] : 'default',
    operatorVersion: isText(saved['operatorVersion']) ? saved['operatorVersion'] : null,
    chain: isText(saved['chain']) ? saved['chain'] : null,
  };
}

/** Never throws: private windows and full disks leave the app working without memory. */
export async function load(storage: Storage): Promise<LinkState | null> {
  try {
    const saved = migrate((await storage.get([KEY]))[0]);
    if (!saved) return null;
    const files = (await storage.get(saved.files)).filter(isFile);
    const { goals, defaultNamespace, operatorVersion, chain } = saved;
    return files.length === 0 ? null : { files, goals, defaultNamespace, operatorVersion, chain, selection: null };
  } catch {
    return null;
  }
}

/** Saves the input a moment after it last changed. Returns how to stop. */
export function autosave(session: Session, storage: Storage, delay = 400): () => void {
  const owner = Math.random().toString(36).slice(2);
  let keys = new Map<SourceFile, string>();
  let next = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const save = async () => {
    const { files, goals, defaultNamespace, operatorVersion } = session.input.getState();
    if (files.length === 0) {
      keys = new Map();
      return storage.clear();
    }
    const kept = new Map<SourceFile, string>();
    let batch: [string, unknown][] = [];
    let size = 0;
    for (const file of files) {
      const known = keys.get(file);
      const key = known ?? `file:${owner}:${next++}`;
      kept.set(file, key);
      if (known !== undefined) continue;
      batch.push([key, file]);
      size += file.text.length;
      if (size < BATCH) continue;
      await storage.set(batch);
      batch = [];
      size = 0;
      await breathe();
    }
    const saved: Saved = {
      version: VERSION,
      files: [...kept.values()],
      goals: [...goals],
      defaultNamespace,
      operatorVersion,
      chain: session.view.getState().chain,
    };
    // The list comes last: until then the old one and its texts still stand.
    await storage.set([...batch, [KEY, saved]]);
    const gone = [...keys].filter(([file]) => !kept.has(file)).map(([, key]) => key);
    keys = kept;
    if (gone.length > 0) await storage.del(gone);
  };

  // One save at a time; a failed one leaves the work on the screen, it is only not there after a reload.
  let last: Promise<void> = Promise.resolve();
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      last = last.then(save).catch(() => undefined);
    }, delay);
  };
  const stops = [
    session.input.subscribe(later),
    session.view.subscribe((now, before) => {
      if (now.chain !== before.chain) later();
    }),
  ];
  return () => {
    clearTimeout(timer);
    for (const stop of stops) stop();
  };
}
