import type { WorkerLike } from './backend.ts';
import EngineWorker from './engine.worker.ts?worker&inline';

/** The worker inside the single file; where the browser will not have it, the page does its work. */
export const createWorker = (): WorkerLike => new EngineWorker() as unknown as WorkerLike;
