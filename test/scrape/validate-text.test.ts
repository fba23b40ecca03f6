import { expect, test } from 'vitest';
import { parseDuration } from '../../src/engine/scrape/validate/text/duration.ts';
import { isProberUrl } from '../../src/engine/scrape/validate/text/host.ts';
import { isLabelKey, isLabelValue } from '../../src/engine/scrape/validate/text/labelValue.ts';
import { isFieldSelector, isLabelSelector } from '../../src/engine/scrape/validate/text/selectorText.ts';
import { parseGoUrl } from '../../src/engine/scrape/validate/text/url.ts';
import { atLeast, parseVersion, versionText } from '../../src/engine/scrape/version.ts';

test.each([
  ['0', 0],
  ['1h30m', 5_400_000],
  ['1y2w3d4h5m6s7ms', 33_019_506_007],
  ['00s', 0],
  ['', null],
  ['1', null],
  ['1m1h', null],
  ['-1s', null],
  ['1.5s', null],
  ['30 s', null],
  ['300y', null],
] as const)('the duration %j is %j ms', (text, expected) => {
  expect(parseDuration(text)).toBe(expected);
});

test.each([
  ['http://a.example:80/x?y#z', 'http a.example:80'],
  ['HTTPS://u:p@a', 'https a'],
  ['http://[::1]:80', 'http [::1]:80'],
  ['http://[fe80::1%25eth0]', 'http [fe80::1%25eth0]'],
  ['http://ä/', 'http ä'],
  ['unix:///var/run/x.sock', 'unix '],
  ['mailto:x', 'mailto '],
  ['//a/b', ' a'],
  ['a/b:c', ' '],
  ['', ' '],
  ['*', ' '],
  ['http://a b', null],
  ['http://a{b}', null],
  ['http://a:b', null],
  ['http://[::1', null],
  ['http://[::1]a', null],
  ['http://a%20b', null],
  ['http://a/%zz', null],
  ['http://a/#%zz', null],
  ['http://u^@a', null],
  ['http://a\n', null],
  [':a', null],
  ['a:80:90', 'a '],
  ['1a:b', null],
] as const)('Go reads the URL %j as %j', (text, expected) => {
  const url = parseGoUrl(text);
  expect(url && `${url.scheme} ${url.host}`).toBe(expected);
});

test.each([
  ['p', true],
  ['p.example.com.', true],
  ['_p', true],
  ['p-', true],
  ['-p', false],
  ['p..q', false],
  ['p:80', true],
  ['p:080', true],
  ['p:0', false],
  ['p:80:90', false],
  ['1.2.3.4', true],
  ['1.2.3.4.5', true],
  ['::', true],
  ['::ffff:1.2.3.4', true],
  ['1::2::3', false],
  ['fe80::1%eth0', false],
  ['[::1]', false],
  ['[::1]:80', true],
  ['[p]:80', true],
  ['::1]:80', false],
  ['', false],
] as const)('the prober %j is taken: %j', (url, expected) => {
  expect(isProberUrl(url, 93)).toBe(expected);
});

test.each([
  ['', true],
  ['a', true],
  ['!a', true],
  ['a=b, c == d ,e!=f', true],
  ['a=', true],
  ['a in (b,c), d notin ()', true],
  ['a in (in, notin)', true],
  ['a > 1, b<-2', true],
  ['a > b', false],
  ['a in b', false],
  ['a in (b c)', false],
  ['a=b,', false],
  [',a', false],
  ['a=b=c', false],
  ['!a=b', false],
  ['a b', false],
  ['a/b/c=d', false],
  ['a="b"', false],
] as const)('the label selector %j can be read: %j', (text, expected) => {
  expect(isLabelSelector(text)).toBe(expected);
});

test.each([
  ['', true],
  ['a=b,c!=d,e==f', true],
  ['a=', true],
  ['a=b,', true],
  [String.raw`a=b\,c\=d\\`, true],
  [String.raw`a=b\c`, false],
  ['a=b=c', false],
  ['a', false],
] as const)('the field selector %j can be read: %j', (text, expected) => {
  expect(isFieldSelector(text)).toBe(expected);
});

test('label keys and values are as long as Kubernetes allows', () => {
  const long = 'x'.repeat(63);
  expect([isLabelKey(long), isLabelKey(`${long}x`), isLabelKey(`a.b/${long}`), isLabelKey('A/b'), isLabelKey('')]).toEqual([
    true,
    false,
    true,
    false,
    false,
  ]);
  expect([isLabelValue(''), isLabelValue(long), isLabelValue(`${long}x`), isLabelValue('a-')]).toEqual([true, true, false, false]);
});

test.each([
  ['v2.36.0', '2.36.0', true],
  ['2.36', '2.36.0', true],
  ['v2.35.9', '2.36.0', false],
  ['3.0.0-rc.1', '3.0.0', false],
  ['3.0.0-rc.1', '2.55.0', true],
  [' v03.1+build ', '3.1.0', true],
] as const)('version %j is at least %s: %j', (text, release, expected) => {
  const version = parseVersion(text);
  expect(version && atLeast(version, release)).toBe(expected);
});

test('a version that is none cannot be read, and one that is, is written back', () => {
  for (const text of ['latest', '', '1.2.3.4', 'v']) expect(parseVersion(text)).toBe(null);
  expect(versionText(parseVersion('v3.0.0-rc.1') ?? { numbers: [0, 0, 0], pre: '' })).toBe('3.0.0-rc.1');
});
