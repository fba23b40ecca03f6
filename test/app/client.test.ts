import { expect, it } from 'vitest';
import { type Host, Stopped, type WorkerLike } from '../../src/app/worker/backend.ts';
import { createClient } from '../../src/app/worker/client.ts';
import type { Request, Response } from '../../src/app/worker/protocol.ts';

/** A thread that only writes down what it is asked. */
class FakeWorker implements WorkerLike {
  asked: Request[] = [];
  ended = false;
  onmessage: ((event: MessageEvent<Response>) => void) | null = null;
  onerror: ((event: ErrorEvent) => void) | null = null;
  onmessageerror: ((event: MessageEvent) => void) | null = null;
  postMessage(message: Request): void {
    this.asked.push(message);
  }
  terminate(): void {
    this.ended = true;
  }
  say(data: Response): void {
    this.onmessage?.({ data } as MessageEvent<Response>);
  }
  answer(value: unknown): void {
    const request = this.asked.at(-1);
    if (request) this.say({ kind: 'done', id: request.id, value });
  }
}
function set() {
  const workers: FakeWorker[] = [];
  const inline: string[] = [];
  const host: Host = async (method, args) => {
    inline.push(`${method} ${JSON.stringify(args)}`);
    return 'inline' as never;
  };
  const client = createClient({
    createWorker: () => {
      const worker = new FakeWorker();
      workers.push(worker);
      return worker;
    },
    loadHost: async () => host,
  });
  return { client, workers, inline, worker: () => workers.at(-1) as FakeWorker };
}
const small = { put: [{ path: 'a', text: 'x' }] };
const large = { put: [{ path: 'a', text: 'x'.repeat(500_000) }] };

it('works inline on small input until the worker is up, then hands it everything', async () => {
  const { client, inline, worker } = set();
  expect(await client.ask('setFiles', [small])).toBe('inline');
  expect(inline).toHaveLength(1);
  worker().say({ kind: 'ready' });
  const asked = client.ask('setFiles', [{ put: [{ path: 'b', text: 'y' }] }]);
  expect(worker().asked[0]?.args[0]).toMatchObject({
    clear: true,
    put: [
      { path: 'a', text: 'x' },
      { path: 'b', text: 'y' },
    ],
  });
  worker().answer('worker');
  expect(await asked).toBe('worker');
});

it('gives large input to the worker even before it is up', async () => {
  const { client, inline, worker } = set();
  const asked = client.ask('setFiles', [large]);
  worker().answer('worker');
  expect(await asked).toBe('worker');
  expect(inline).toEqual([]);
});

it('asks the same question inline when the worker breaks', async () => {
  const { client, inline, worker } = set();
  const asked = client.ask('setFiles', [large]);
  worker().onerror?.({} as ErrorEvent);
  expect(await asked).toBe('inline');
  expect(worker().ended).toBe(true);
  expect(await client.ask('overview', [])).toBe('inline');
  expect(inline).toHaveLength(2);
});

it('works where there are no workers at all', async () => {
  const client = createClient({
    createWorker: () => {
      throw new Error('no workers here');
    },
    loadHost: async () => async () => 'inline' as never,
  });
  expect(await client.ask('setFiles', [large])).toBe('inline');
});

it('stops at once when cancelled and starts again from the sources', async () => {
  const { client, workers, worker } = set();
  const asked = client.ask('setFiles', [large]);
  client.cancel();
  await expect(asked).rejects.toBeInstanceOf(Stopped);
  expect(workers).toHaveLength(2);
  worker().say({ kind: 'ready' });
  const again = client.ask('chain', ['x']);
  expect(worker().asked.map((r) => r.method)).toEqual(['setFiles', 'chain']);
  worker().answer('chain');
  expect(await again).toBe('chain');
});

it('passes progress on to whoever asked', async () => {
  const { client, worker } = set();
  const seen: number[] = [];
  const asked = client.ask('unpack', [[{ name: 'a.zip', bytes: new Uint8Array(500_000) }]], (p) => seen.push(p.done));
  worker().say({ kind: 'progress', id: worker().asked[0]?.id ?? 0, progress: { done: 3, total: 9 } });
  worker().answer({ files: [], problems: [] });
  await asked;
  expect(seen).toEqual([3]);
});
