import { createHost } from './host.ts';
import type { Args, Method, Request, Response } from './protocol.ts';

const scope = self as unknown as { postMessage(m: Response): void; onmessage: ((e: MessageEvent<Request>) => void) | null };
const host = createHost();
// One question after the other, in the order asked: the engine is one state.
let last: Promise<unknown> = Promise.resolve();

scope.onmessage = ({ data: { id, method, args } }) => {
  last = last.then(async () => {
    try {
      const value = await host(method, args as Args<Method>, (progress) => scope.postMessage({ kind: 'progress', id, progress }));
      scope.postMessage({ kind: 'done', id, value });
    } catch (error) {
      scope.postMessage({ kind: 'failed', id, message: error instanceof Error ? error.message : String(error) });
    }
  });
};
scope.postMessage({ kind: 'ready' });
