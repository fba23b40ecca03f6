import { describe, expect, it } from 'vitest';
import { en } from '../../src/words/en/index.ts';
import { type AreaName, bindWords, english, LANGS } from '../../src/words/index.ts';
import type { Message } from '../../src/words/types.ts';
import { zhCN } from '../../src/words/zh-CN/index.ts';

const AREAS = Object.keys(en) as AreaName[];
const texts = (message: Message): string[] => (typeof message === 'string' ? [message] : Object.values(message));
const placeholders = (message: Message): string[] => [...new Set(texts(message).flatMap((t) => t.match(/\{\w+\}/g) ?? []))].sort();

describe.each(AREAS)('words: %s', (area) => {
  const source: Readonly<Record<string, Message>> = en[area];
  const target: Readonly<Record<string, Message>> = zhCN[area];

  it('has the same keys in both languages', () => {
    expect(Object.keys(target).sort()).toEqual(Object.keys(source).sort());
  });

  it('fills the same placeholders in both languages', () => {
    for (const key of Object.keys(source))
      expect({ key, uses: placeholders(target[key] ?? '') }).toEqual({ key, uses: placeholders(source[key] ?? '') });
  });

  it('says something everywhere', () => {
    for (const entries of [source, target])
      for (const [key, message] of Object.entries(entries))
        for (const text of texts(message)) expect(text.trim(), `${area}: ${key}`).not.toBe('');
  });
});

describe('words', () => {
  it('covers every language it offers', () => {
    expect(LANGS).toEqual(['en', 'zh-CN']);
  });

  it('falls back to the code it does not know, own properties only', () => {
    for (const code of ['no-such-code', 'toString', '__proto__', 'constructor']) expect(english.code('checks', code)).toBe(code);
  });

  it('picks plural forms by count and leaves unknown placeholders alone', () => {
    const words = bindWords('en', { ...zhCN, cli: { ...zhCN.cli, probe: { one: '{count} file', other: '{count} files' } } } as typeof zhCN);
    expect(words.code('cli', 'probe', { count: 1 })).toBe('1 file');
    expect(words.code('cli', 'probe', { count: 1200 })).toBe('1,200 files');
    expect(words.code('cli', 'probe')).toBe('{count} files');
  });
});
