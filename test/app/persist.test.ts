import fc from 'fast-check';
import { expect, it } from 'vitest';
import { load, migrate } from '../../src/app/state/persist.ts';
import { firstLang } from '../../src/app/state/settings.ts';

const saved = { version: 1, files: [{ path: 'a.yaml', text: 'kind: X' }], goals: [], defaultNamespace: 'ops', chain: 'c' };

it('brings saved work back', () => {
  expect(migrate(saved)).toEqual({ files: saved.files, goals: [], defaultNamespace: 'ops', chain: 'c', selection: null });
});

it('leaves out what it does not understand, and anything of another version', () => {
  expect(migrate({ ...saved, goals: [{ chain: 'c', goal: 'ftp' }, 7] })?.goals).toEqual([]);
  expect(migrate({ ...saved, files: [...saved.files, { path: 1 }] })?.files).toHaveLength(1);
  expect(migrate({ ...saved, version: 2 })).toBeNull();
  expect(migrate({ ...saved, files: [] })).toBeNull();
});

it('takes anything that may stand in a store without throwing', () => {
  fc.assert(fc.property(fc.anything(), (value) => void migrate(value)));
  fc.assert(fc.property(fc.anything(), (value) => void migrate({ version: 1, files: value, goals: value, defaultNamespace: value })));
});

it('goes on without memory where storage is denied', async () => {
  const denied = () => Promise.reject(new Error('denied'));
  expect(await load({ get: denied, set: denied, del: denied })).toBeNull();
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
