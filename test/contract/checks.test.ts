import { describe, expect, it } from 'vitest';
import { ACROSS } from '../../src/engine/checks/index.ts';
import { CHECKS } from '../../src/engine/checks/rules/index.ts';
import { findingAdvice, findingText } from '../../src/words/findings.ts';
import { LANGS, loadWords } from '../../src/words/index.ts';
import { analyzeText, edit, SHOP } from '../fixtures/shop.ts';
import { FIRES } from './fires.ts';

const quiet = analyzeText(SHOP);

it('gives every check a code of its own', () => {
  expect(new Set(CHECKS.map((c) => c.code)).size).toBe(CHECKS.length);
});

it('finds nothing in the shop as it is', () => {
  expect(quiet.chains.map((c) => c.status)).toEqual(['ok']);
  expect(quiet.findings).toEqual([]);
});

const ALL = [...CHECKS, ...ACROSS.map((code) => ({ code, kind: 'across' as const }))];

describe.each(ALL.map((check) => [check.code, check] as const))('%s', (code, check) => {
  const { findings, ingested, chains } = analyzeText(edit(SHOP, ...FIRES[code]));
  const own = findings.filter((f) => f.code === code);

  it('fires', () => {
    expect(findings.map((f) => f.code)).toContain(code);
    if (check.kind === 'reason') expect(chains.flatMap((c) => c.reasons)).toContain(code);
    if (check.kind === 'warning') expect(chains.flatMap((c) => c.warnings)).toContain(code);
  });

  it('shows where', () => {
    for (const finding of own) {
      expect(finding.evidence.length).toBeGreaterThan(0);
      for (const at of finding.evidence) expect(ingested.docs.has(at.doc), at.doc).toBe(true);
    }
  });

  it.each(LANGS)('is a whole sentence in %s, with every placeholder filled', async (lang) => {
    const words = await loadWords(lang);
    for (const { params } of own) {
      const text = findingText(words, code, params);
      expect(text).not.toBe(code);
      expect(text).not.toMatch(/\{\w+\}|undefined|null/);
      expect(findingAdvice(words, code, params) ?? '').not.toMatch(/\{\w+\}|undefined|null/);
    }
  });
});
