import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesPath } from '../../src/engine/listen/pathMatch.ts';

describe('a path against a Go pattern', () => {
  it.each<[string, string, boolean]>([
    ['/metrics', '/metrics', true],
    ['/metrics', '/metrics/', false],
    ['/*', '/metrics', true],
    ['/*', '/metrics/slis', false],
    ['/*/slis', '/metrics/slis', true],
    ['/metric?', '/metrics', true],
    ['/metrics?', '/metrics/', false],
    ['/[l-n]etrics', '/metrics', true],
    ['/[^l-n]etrics', '/metrics', false],
    ['/a[^b]c', '/a/c', true],
    ['/*[^b]*c', '/a/c', true],
    ['/**', '/metrics', true],
    ['/[\\]]', '/]', true],
    ['/m.trics', '/metrics', false],
    ['/\\*', '/*', true],
    ['/\\*', '/x', false],
    ['/[', '/[', false],
    ['/(a', '/(a', true],
  ])('%s %s: %s', (pattern, path, expected) => {
    expect(matchesPath(pattern, path)).toBe(expected);
  });

  it('takes no longer for many stars', () => {
    expect(matchesPath(`${'*a'.repeat(200)}b`, 'a'.repeat(900))).toBe(false);
  });

  it('never throws, and a plain path matches itself alone', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (pattern, path) => typeof matchesPath(pattern, path) === 'boolean'));
    const plain = fc.stringMatching(/^\/[a-z0-9/._-]*$/);
    fc.assert(fc.property(plain, plain, (a, b) => matchesPath(a, b) === (a === b)));
  });
});
