import type { Answer, Args, Method, Progress, Request, Response } from './protocol.ts';

/** Somewhere the engine runs. Answers are plain data; a stopped backend rejects what it still owes with `Stopped`. */
export interface Backend {
  ask<M extends Method>(method: M, args: Args<M>, onProgress?: (progress: Progress) => void): Promise<Answer<M>>;
  stop(): void;
}

/** The user cancelled, or the worker could not run. `crashed` tells the two apart. */
export class Stopped extends Error {
  readonly crashed: boolean;
  constructor(crashed: boolean) {
    super(crashed ? 'worker failed' : 'cancelled');
    this.crashed = crashed;
  }
}

/** The part of `Worker` we use, so that a test can hand in its own. */
export interface WorkerLike {
  postMessage(message: Request, transfer?: Transferable[]): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<Response>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  onmessageerror: ((event: MessageEvent) => void) | null;
}

interface Waiting {
  resolve: (value: never) => void;
  reject: (error: Error) => void;
  onProgress: ((progress: Progress) => void) | undefined;
}

export function workerBackend(worker: WorkerLike, onReady: () => void, onCrash: () => void): Backend {
  const waiting = new Map<number, Waiting>();
  let next = 1;
  let ended: Stopped | null = null;
  const end = (crashed: boolean) => {
    ended = new Stopped(crashed);
    worker.onmessage = worker.onerror = worker.onmessageerror = null;
    worker.terminate();
    const owed = [...waiting.values()];
    waiting.clear();
    for (const w of owed) w.reject(new Stopped(crashed));
  };
  const crash = () => {
    onCrash();
    end(true);
  };
  worker.onerror = crash;
  worker.onmessageerror = crash;
  worker.onmessage = ({ data }) => {
    if (data.kind === 'ready') return onReady();
    const asked = waiting.get(data.id);
    if (!asked) return;
    if (data.kind === 'progress') return asked.onProgress?.(data.progress);
    waiting.delete(data.id);
    if (data.kind === 'done') asked.resolve(data.value as never);
    else asked.reject(new Error(data.message));
  };
  return {
    ask(method, args, onProgress) {
      if (ended) return Promise.reject(ended);
      return new Promise((resolve, reject) => {
        const id = next++;
        waiting.set(id, { resolve, reject, onProgress });
        // Bytes are handed over, not copied.
        const transfer = method === 'unpack' ? (args as Args<'unpack'>)[0].map((p) => p.bytes.buffer as ArrayBuffer) : [];
        worker.postMessage({ id, method, args }, [...new Set(transfer)]);
      });
    },
    stop: () => end(false),
  };
}

/** What a thread that runs the engine offers; `host.ts` makes it. */
export type Host = <M extends Method>(method: M, args: Args<M>, onProgress: (progress: Progress) => void) => Promise<Answer<M>>;

/** The engine on the page's own thread: small inputs before the worker is up, and browsers without module workers. */
export function inlineBackend(load: () => Promise<Host>): Backend {
  let host: Promise<Host> | null = null;
  let stopped = false;
  return {
    async ask(method, args, onProgress) {
      if (stopped) throw new Stopped(false);
      host ??= load();
      const run = await host;
      const value = await run(method, args, (p) => onProgress?.(p));
      if (stopped) throw new Stopped(false);
      return value;
    },
    stop() {
      stopped = true;
    },
  };
}
