import type { FilesDelta } from '../../engine/api.ts';
import type { SourceFile } from '../../engine/ingest/index.ts';
import { breathe } from '../state/breathe.ts';
import { type Backend, type Host, inlineBackend, Stopped, type WorkerLike, workerBackend } from './backend.ts';
import { createWorker } from './createWorker.ts';
import type { Answer, Args, Method, Progress } from './protocol.ts';

/** The engine as the page sees it: every question is a promise, wherever the engine runs. */
export interface Client {
  /** Starts the worker; called while the page is idle. Harmless when repeated. */
  start(): void;
  ask<M extends Method>(method: M, args: Args<M>, onProgress?: (progress: Progress) => void): Promise<Answer<M>>;
  /** Gives up everything that is running; the next question starts from the sources as they were last set. */
  cancel(): void;
}

/** Characters up to which analysing on the page's thread stays under a 50 ms task, cold. */
const INLINE_LIMIT = 40_000;

export interface Edge {
  createWorker: () => WorkerLike;
  loadHost: () => Promise<Host>;
}

/** Characters one message may copy: more would hold up the page. */
const BATCH = 2_000_000;

function batches(files: readonly SourceFile[]): SourceFile[][] {
  const out: SourceFile[][] = [[]];
  let size = 0;
  for (const file of files) {
    if (size > 0 && size + file.text.length > BATCH) {
      out.push([]);
      size = 0;
    }
    out.at(-1)?.push(file);
    size += file.text.length;
  }
  return out;
}

/** Keeps the sources, so that a new backend (worker up, worker crashed, cancelled) can be given them at any time. */
export function createClient({ createWorker: create, loadHost }: Edge): Client {
  const sources = new Map<string, SourceFile>();
  let namespace = 'default';
  let release: string | null = null;
  let worker: Backend | null = null;
  let ready = false;
  let failed = false;
  let inline: Backend | null = null;
  /** The backend whose engine holds `sources`. */
  let loaded: Backend | null = null;

  const start = () => {
    if (worker || failed) return;
    try {
      worker = workerBackend(
        create(),
        () => {
          ready = true;
        },
        () => {
          failed = true;
          ready = false;
          worker = loaded = null;
        },
      );
    } catch {
      failed = true;
    }
  };

  const size = () => {
    let total = 0;
    for (const f of sources.values()) total += f.text.length;
    return total;
  };
  const backend = (bytes: number): Backend => {
    start();
    if (worker && (ready || bytes > INLINE_LIMIT)) return worker;
    inline ??= inlineBackend(loadHost);
    return inline;
  };
  const everything = (): FilesDelta => ({ clear: true, put: [...sources.values()], defaultNamespace: namespace, operatorVersion: release });
  const keep = (delta: FilesDelta) => {
    if (delta.clear) sources.clear();
    for (const path of delta.remove ?? []) sources.delete(path);
    for (const file of delta.put ?? []) sources.set(file.path, file);
    if (delta.defaultNamespace !== undefined) namespace = delta.defaultNamespace;
    if (delta.operatorVersion !== undefined) release = delta.operatorVersion;
  };

  // What is staged belongs to the setFiles that follows: nobody else's may come between.
  let staging: Promise<void> | null = null;
  const stage = async (to: Backend, ahead: readonly SourceFile[][]): Promise<void> => {
    for (const batch of ahead) {
      await to.ask('stage', [batch]);
      await breathe();
    }
  };
  const put = async (delta: FilesDelta): Promise<Answer<'setFiles'>> => {
    while (staging) await staging.catch(() => undefined);
    keep(delta);
    const to = backend(size());
    const whole = loaded !== to;
    loaded = to;
    const sent = whole ? everything() : delta;
    if (!sent.put) return to.ask('setFiles', [sent]);
    const all = batches(sent.put);
    if (all.length > 1) {
      staging = stage(to, all.slice(0, -1));
      try {
        await staging;
      } finally {
        staging = null;
      }
    }
    return to.ask('setFiles', [{ ...sent, put: all.at(-1) ?? [] }]);
  };
  const once = async <M extends Method>(method: M, args: Args<M>, onProgress?: (p: Progress) => void): Promise<Answer<M>> => {
    if (method === 'setFiles') return (await put(args[0] as FilesDelta)) as Answer<M>;
    if (method === 'unpack') {
      const bytes = (args as Args<'unpack'>)[0].reduce((n, p) => n + p.bytes.byteLength, 0);
      return backend(bytes).ask(method, args, onProgress);
    }
    if (method === 'decode') return backend((args as Args<'decode'>)[0].length * 8).ask(method, args);
    const from = loaded ?? backend(size());
    if (loaded !== from) {
      loaded = from;
      void from.ask('setFiles', [everything()]);
    }
    return from.ask(method, args, onProgress);
  };

  return {
    start,
    async ask(method, args, onProgress) {
      try {
        return await once(method, args, onProgress);
      } catch (error) {
        // The worker broke: the same question again, on this thread.
        if (error instanceof Stopped && error.crashed) return once(method, args, onProgress);
        throw error;
      }
    },
    cancel() {
      worker?.stop();
      inline?.stop();
      worker = inline = loaded = null;
      ready = false;
      start();
    },
  };
}

/** The client of the built app: a module worker, and the same host code on the page as the fallback. */
export const browserClient = (): Client =>
  createClient({
    createWorker,
    loadHost: async () => (await import('./host.ts')).createHost(),
  });
