import type { SourceFile } from '../../engine/ingest/index.ts';
import type { Goal } from '../../engine/patch/index.ts';
import type { LinkState } from '../worker/protocol.ts';
import type { Session } from './session.ts';

/** Where work is kept between visits; the browser's IndexedDB, or a map in a test. */
export interface Storage {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  del(key: string): Promise<void>;
}

const KEY = 'work';
const VERSION = 1;
/** Input only: what is derived is derived again. */
interface Saved {
  version: typeof VERSION;
  files: SourceFile[];
  goals: Goal[];
  defaultNamespace: string;
  chain: string | null;
}

const isRecord = (v: unknown): v is Record<string, unknown> => typeof v === 'object' && v !== null && !Array.isArray(v);
const isFile = (v: unknown): v is SourceFile => isRecord(v) && typeof v['path'] === 'string' && typeof v['text'] === 'string';
const isGoal = (v: unknown): v is Goal =>
  isRecord(v) &&
  typeof v['chain'] === 'string' &&
  (v['goal'] === 'http' || v['goal'] === 'https') &&
  (v['names'] === 'keep' || v['names'] === 'tidy') &&
  typeof v['removeUnusedRbac'] === 'boolean';

/** Whatever stands in the store becomes a usable state, or null: an older version is brought up, an unknown one left alone. */
export function migrate(saved: unknown): LinkState | null {
  if (!isRecord(saved) || saved['version'] !== VERSION || !Array.isArray(saved['files'])) return null;
  const files = saved['files'].filter(isFile);
  if (files.length === 0) return null;
  return {
    files,
    goals: Array.isArray(saved['goals']) ? saved['goals'].filter(isGoal) : [],
    defaultNamespace: typeof saved['defaultNamespace'] === 'string' ? saved['defaultNamespace'] : 'default',
    chain: typeof saved['chain'] === 'string' ? saved['chain'] : null,
    selection: null,
  };
}

/** Never throws: private windows and full disks leave the app working without memory. */
export async function load(storage: Storage): Promise<LinkState | null> {
  try {
    return migrate(await storage.get(KEY));
  } catch {
    return null;
  }
}
export async function forget(storage: Storage): Promise<void> {
  try {
    await storage.del(KEY);
  } catch {
    // Nothing was kept, so nothing is left.
  }
}

/** Saves the input a moment after it last changed. Returns how to stop. */
export function autosave(session: Session, storage: Storage, delay = 400): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const save = async () => {
    const { files, goals, defaultNamespace } = session.input.getState();
    if (files.length === 0) return forget(storage);
    const saved: Saved = { version: VERSION, files: [...files], goals: [...goals], defaultNamespace, chain: session.view.getState().chain };
    try {
      await storage.set(KEY, saved);
    } catch {
      // The work stays on the screen; it is only not there after a reload.
    }
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void save(), delay);
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
