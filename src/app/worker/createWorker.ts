import type { WorkerLike } from './backend.ts';

/** A module worker beside the page's own files. */
export const createWorker = (): WorkerLike =>
  new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module' }) as unknown as WorkerLike;
