import fc from 'fast-check';
import { expect, it } from 'vitest';
import { autosave, load, migrate, type Storage } from '../../src/app/state/persist.ts';
import { createSession } from '../../src/app/state/session.ts';
import { firstLang } from '../../src/app/state/settings.ts';
import { createClient } from '../../src/app/worker/client.ts';

/** A browser's store, as a map that counts what is written. */
function memory() {
  const map = new Map<string, unknown>();
  const written: string[] = [];
  const storage: Storage = {
    get: async (keys) => keys.map((k) => map.get(k)),
    set: async (entries) => {
      for (const [key, value] of entries) {
        written.push(key);
        map.set(key, structuredClone(value));
      }
    },
    del: async (keys) => {
      for (const key of keys) map.delete(key);
    },
    clear: async () => map.clear(),
  };
  return { map, written, storage };
}
const idleSession = () =>
  createSession(
    createClient({
      createWorker: () => {
        throw new Error('no workers');
      },
      loadHost: async () => async () => ({ rows: [], files: [] }) as never,
    }),
  );
const settled = () => new Promise((resolve) => setTimeout(resolve, 30));
const file = (path: string, text = path) => ({ path, text });

it('brings back what was on the screen', async () => {
  const { storage } = memory();
  const session = idleSession();
  autosave(session, storage, 0);
  const goal = { chain: 'c', goal: 'http' as const, names: 'keep' as const, removeUnusedRbac: false };
  session.update(() => ({ files: [file('a'), file('b')], goals: [goal], defaultNamespace: 'ops', operatorVersion: 'v0.80' }));
  await settled();
  expect(await load(storage)).toEqual({
    files: [file('a'), file('b')],
    goals: [goal],
    defaultNamespace: 'ops',
    operatorVersion: 'v0.80',
    chain: null,
    selection: null,
  });
});

it('writes only texts that are new, and forgets those that went', async () => {
  const { storage, written, map } = memory();
  const session = idleSession();
  autosave(session, storage, 0);
  session.update((i) => ({ ...i, files: [file('a'), file('b')] }));
  await settled();
  written.length = 0;
  session.update((i) => ({ ...i, files: [...i.files.slice(1), file('c')] }));
  await settled();
  expect(written.filter((k) => k !== 'work')).toHaveLength(1);
  expect(map.size).toBe(3);
  expect((await load(storage))?.files.map((f) => f.path)).toEqual(['b', 'c']);
});

it('leaves nothing behind when the work is cleared', async () => {
  const { storage, map } = memory();
  const session = idleSession();
  autosave(session, storage, 0);
  session.update((i) => ({ ...i, files: [file('a')] }));
  await settled();
  session.update((i) => ({ ...i, files: [] }));
  await settled();
  expect(map.size).toBe(0);
  expect(await load(storage)).toBeNull();
});

it('leaves out what it does not understand, and anything of another version', () => {
  const saved = { version: 1, files: ['k'], goals: [], defaultNamespace: 'ops', operatorVersion: null, chain: 'c' };
  expect(migrate(saved)).toEqual(saved);
  expect(migrate({ ...saved, goals: [{ chain: 'c', goal: 'ftp' }, 7] })?.goals).toEqual([]);
  expect(migrate({ ...saved, files: ['k', 7] })?.files).toEqual(['k']);
  expect(migrate({ ...saved, version: 2 })).toBeNull();
});

it('takes anything that may stand in a store without throwing', () => {
  fc.assert(fc.property(fc.anything(), (value) => void migrate(value)));
  fc.assert(fc.property(fc.anything(), (value) => void migrate({ version: 1, files: value, goals: value, defaultNamespace: value })));
});

it('goes on without memory where storage is denied', async () => {
  const denied = () => Promise.reject(new Error('denied'));
  expect(await load({ get: denied, set: denied, del: denied, clear: denied })).toBeNull();
});

it.each([
  [['zh-TW', 'en'], null, 'zh-CN'],
  [['de', 'en-GB', 'zh'], null, 'en'],
  [['fr'], null, 'en'],
  [['en'], 'zh-CN', 'zh-CN'],
  [['zh'], 'klingon', 'zh-CN'],
])('speaks, for %s with %s remembered, %s', (preferred, kept, lang) => {
  expect(firstLang(preferred, kept)).toBe(lang);
});
