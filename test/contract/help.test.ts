import { describe, expect, it } from 'vitest';
import { REASONS, WARNINGS } from '../../src/engine/chain/index.ts';
import { ACROSS, REMARKS } from '../../src/engine/checks/index.ts';
import { loadHelp } from '../../src/words/help.ts';
import { LANGS } from '../../src/words/index.ts';

const RULES = ['rule-unfed', 'rule-not-selected', 'rule-invalid'];
const CODES = [...REASONS, ...WARNINGS, ...REMARKS, ...ACROSS, ...RULES];

const ENDS = { en: '.', 'zh-CN': '。' };

describe.each(LANGS)('help in %s', async (lang) => {
  const help = await loadHelp(lang);

  it.each(CODES)('%s: why, symptom and fix in whole sentences, and a source', (code) => {
    const found = help(code);
    for (const text of [found?.why, found?.symptom, found?.fix]) {
      expect(text?.at(-1)).toBe(ENDS[lang]);
      // Nobody fills placeholders in.
      expect(text).not.toMatch(/\{\w+\}/);
    }
    expect(found?.source).toMatch(/\w{3}/);
  });

  it('knows nothing of other codes', () => {
    for (const code of ['no-such-code', 'toString', '__proto__', '']) expect(help(code)).toBe(null);
  });
});

it('does not say the same of two codes', async () => {
  for (const lang of LANGS) {
    const help = await loadHelp(lang);
    const texts = CODES.map((code) => help(code)?.why);
    expect(new Set(texts).size).toBe(CODES.length);
  }
});

it('is no translation that was forgotten', async () => {
  const [english, chinese] = await Promise.all([loadHelp('en'), loadHelp('zh-CN')]);
  for (const code of CODES) expect(chinese(code)?.why).not.toBe(english(code)?.why);
});
