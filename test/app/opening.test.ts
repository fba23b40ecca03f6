import { beforeEach, expect, it } from 'vitest';
import { createOpeningStore, onHashChange, openPage } from '../../src/app/state/opening.ts';
import type { Storage } from '../../src/app/state/persist.ts';
import { createSession } from '../../src/app/state/session.ts';
import { createClient } from '../../src/app/worker/client.ts';
import { createHost } from '../../src/app/worker/host.ts';
import type { Origin, SourceFile } from '../../src/engine/ingest/index.ts';
import { encodeState } from '../../src/engine/share/index.ts';

const newSession = () =>
  createSession(
    createClient({
      createWorker: () => {
        throw new Error('no workers in this test');
      },
      loadHost: async () => createHost(),
    }),
  );

/** A store that holds one saved file, or nothing. */
function saved(origin?: Origin): Storage {
  const file: SourceFile = { path: 'mine.yaml', text: 'kind: Mine', ...(origin ? { origin } : {}) };
  const work = { version: 1, files: ['f'], goals: [], defaultNamespace: 'default', chain: null };
  const map = new Map<string, unknown>(
    origin
      ? [
          ['work', work],
          ['f', file],
        ]
      : [],
  );
  return { get: async (keys) => keys.map((k) => map.get(k)), set: async () => {}, del: async () => {}, clear: async () => {} };
}
const LINK = `#${encodeState({
  type: 'linkchain',
  version: 1,
  files: [{ path: 'theirs.yaml', text: 'kind: Theirs' }],
  defaultNamespace: 'ops',
  goals: [],
  chain: null,
  selection: null,
})}`;

async function open(hash: string, storage: Storage) {
  location.hash = hash;
  const session = newSession();
  const opening = createOpeningStore();
  await openPage(session, storage, opening, hash);
  return { session, opening, paths: () => session.input.getState().files.map((f) => f.path) };
}
beforeEach(() => history.replaceState(null, '', '/'));

it('starts empty, or with the saved work', async () => {
  expect((await open('', saved())).paths()).toEqual([]);
  expect((await open('', saved({ kind: 'drop' }))).paths()).toEqual(['mine.yaml']);
});

it('opens a link where nothing would be lost, and takes it out of the address', async () => {
  const fresh = await open(LINK, saved());
  expect(fresh.paths()).toEqual(['theirs.yaml']);
  expect(fresh.session.input.getState().defaultNamespace).toBe('ops');
  expect(location.hash).toBe('');
  expect((await open(LINK, saved({ kind: 'sample', sample: 'shipped' }))).paths()).toEqual(['theirs.yaml']);
});

it('asks before a link replaces own work', async () => {
  const { opening, paths } = await open(LINK, saved({ kind: 'drop' }));
  expect(paths()).toEqual(['mine.yaml']);
  expect(opening.getState().offered?.files.map((f) => f.path)).toEqual(['theirs.yaml']);
});

it.each([
  ['cut off', LINK.slice(0, -8), 'truncated'],
  ['of a later version', '#v7.d.abc', 'newer'],
  ['without a payload', '#v1', 'truncated'],
])('says why a link that is %s cannot be opened, and keeps the app usable', async (_, hash, code) => {
  const { opening, paths } = await open(hash, saved());
  expect(opening.getState()).toMatchObject({ loading: false, offered: null, refused: { code } });
  expect(paths()).toEqual([]);
});

it('says of any other fragment that it is no link, and keeps the saved work', async () => {
  const { opening, paths } = await open('#main', saved({ kind: 'drop' }));
  expect(opening.getState().refused).toMatchObject({ code: 'not-a-link' });
  expect(paths()).toEqual(['mine.yaml']);
});

it('opens a link that is put into the address of the open page', async () => {
  const { session, opening, paths } = await open('', saved());
  await onHashChange(session, opening, LINK);
  expect(paths()).toEqual(['theirs.yaml']);
});
