import fc from 'fast-check';
import { gzipSync, strToU8, zipSync } from 'fflate';
import { createTar } from 'nanotar';
import { describe, expect, it } from 'vitest';
import { LIMITS, pathUnique, unpack } from '../../src/engine/ingest/index.ts';

const SERVICE = 'kind: Service\n';
const paths = (name: string, bytes: Uint8Array, limits = LIMITS) => unpack(name, bytes, limits).files.map((f) => f.path);
const codes = (name: string, bytes: Uint8Array, limits = LIMITS) => unpack(name, bytes, limits).problems.map((p) => p.code);
const zip = (files: Record<string, string | Uint8Array>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([path, data]) => [path, typeof data === 'string' ? strToU8(data) : data])));
const tar = (files: Record<string, string>) => createTar(Object.entries(files).map(([name, data]) => ({ name, data })));

describe('what bytes are, whatever their name', () => {
  it.each([
    ['a.yaml', strToU8(SERVICE), ['a.yaml']],
    ['a.yaml', zip({ 'x/service.yaml': SERVICE }), ['x/service.yaml']],
    ['a.zip', strToU8(SERVICE), ['a.zip']],
    ['service.yaml.gz', gzipSync(strToU8(SERVICE)), ['service.yaml']],
    ['a.tar', tar({ 'x/service.yaml': SERVICE }), ['x/service.yaml']],
    ['a.tgz', gzipSync(tar({ 'x/service.yaml': SERVICE })), ['x/service.yaml']],
    ['in/a.zip', zip({ 'service.yaml': SERVICE }), ['in/service.yaml']],
    ['a.zip', zip({ 'in/b.tar.gz': gzipSync(tar({ 'service.yaml': SERVICE })) }), ['in/service.yaml']],
    ['empty.zip', zip({}), []],
    ['a.zip', zip({ 'x/': '', '__MACOSX/x/._a': 'x', 'x/.DS_Store': 'x', 'x/._b.yaml': 'x', 'x/a.yaml': SERVICE }), ['x/a.yaml']],
  ])('%s', (name, bytes, expected) => {
    expect(paths(name, bytes)).toEqual(expected);
    expect(codes(name, bytes)).toEqual([]);
  });

  it('lists what is not text, without its bytes', () => {
    const { files, problems } = unpack('logo.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 2]), LIMITS);
    expect(files).toEqual([{ path: 'logo.png', text: '', origin: { kind: 'drop' }, binary: true }]);
    expect(problems).toEqual([]);
  });

  it('keeps a text that is padded with NULs', () => {
    expect(unpack('a.yaml', strToU8(`${SERVICE}\0\0\0\0`), LIMITS).files[0]).toMatchObject({ text: `${SERVICE}\0\0\0\0` });
  });

  it('names formats it does not open', () => {
    const { problems } = unpack('a.tar.xz', new Uint8Array([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0, 0]), LIMITS);
    expect(problems).toMatchObject([{ code: 'archive-unreadable', params: { detail: 'xz' }, file: 'a.tar.xz' }]);
  });
});

describe('text', () => {
  const text = (bytes: number[]) => unpack('a.yaml', new Uint8Array(bytes), LIMITS).files[0]?.text;
  it('keeps a byte order mark, so that edits keep every byte', () => expect(text([0xef, 0xbb, 0xbf, 0x61])).toBe('\uFEFFa'));
  it('reads UTF-16 by its mark', () => {
    expect(text([0xff, 0xfe, 0x61, 0, 0x62, 0])).toBe('\uFEFFab');
    expect(text([0xfe, 0xff, 0, 0x61, 0, 0x62])).toBe('\uFEFFab');
  });
  it('says where bytes are not UTF-8, and goes on', () => {
    const { files, problems } = unpack('a.yaml', new Uint8Array([...strToU8('a: b\nname: x'), 0xff, ...strToU8('\nc: d\n')]), LIMITS);
    expect(files[0]?.text).toBe('a: b\nname: x\uFFFD\nc: d\n');
    expect(problems).toEqual([{ code: 'not-text', params: {}, severity: 'warning', file: 'a.yaml', line: 2, column: 8 }]);
  });
});

describe('paths', () => {
  it('stay inside', () => {
    const { files, problems } = unpack(
      'a.zip',
      zip({ '../../etc/x.yaml': 'a', '/y.yaml': 'b', 'C:\\z\\z.yaml': 'c', './w.yaml': 'd' }),
      LIMITS,
    );
    expect(files.map((f) => f.path)).toEqual(['etc/x.yaml', 'y.yaml', 'z/z.yaml', 'w.yaml']);
    expect(problems.map((p) => [p.code, p.severity, p.params['path']])).toEqual([
      ['archive-path', 'warning', '../../etc/x.yaml'],
      ['archive-path', 'warning', '/y.yaml'],
      ['archive-path', 'warning', 'C:\\z\\z.yaml'],
    ]);
    expect(codes('a.tar', tar({ '../x.yaml': 'a' }))).toEqual(['archive-path']);
  });

  it('of a tar are whole: long ones in the prefix field, and those of PAX headers with blanks', () => {
    const long = `${'d'.repeat(80)}/${'e'.repeat(60)}`;
    const prefixed = tar({ [long.slice(81)]: SERVICE });
    prefixed.set(strToU8('ustar\0'), 257);
    prefixed.set(strToU8(long.slice(0, 80)), 345);
    expect(paths('a.tar', prefixed)).toEqual([long]);

    const record = '26 path=my set/service.yaml\n';
    const pax = tar({ PaxHeader: record, 'service.yaml': SERVICE });
    pax.set(strToU8('x'), 156);
    expect(paths('a.tar', pax)).toEqual(['my set/service.yaml']);
  });

  it('get a number when they are taken', () => {
    const taken = new Set(['a/b.yaml', 'a/b (2).yaml', 'LICENSE', '.env']);
    expect(['c.yaml', 'a/b.yaml', 'LICENSE', '.env'].map((p) => pathUnique(taken, p))).toEqual([
      'c.yaml',
      'a/b (3).yaml',
      'LICENSE (2)',
      '.env (2)',
    ]);
  });

  it('are unique among nested archives; the same text twice is one file', () => {
    const inner = (text: string) => zip({ 'service.yaml': text });
    expect(paths('a.zip', zip({ '1.zip': inner('a'), '2.zip': inner('b'), '3.zip': inner('a') }))).toEqual([
      'service.yaml',
      'service (2).yaml',
    ]);
  });
});

describe('limits', () => {
  const bomb = gzipSync(new Uint8Array(120 * 2 ** 20));
  it('stops a gzip bomb early', () => {
    const start = performance.now();
    expect(unpack('bomb.gz', bomb, LIMITS)).toMatchObject({ files: [], problems: [{ code: 'archive-too-large', params: { limit: 64 } }] });
    expect(performance.now() - start).toBeLessThan(2000);
  });

  it.each([
    [
      'a zip of more than may be taken in',
      zip({ 'a.yaml': 'x'.repeat(600), 'b.yaml': 'y'.repeat(600) }),
      { totalBytes: 1000 },
      'archive-too-large',
    ],
    [
      'a tar of more than may be taken in',
      tar({ 'a.yaml': 'x'.repeat(600), 'b.yaml': 'y'.repeat(600) }),
      { totalBytes: 1000 },
      'archive-too-large',
    ],
    ['a file too large', strToU8('x'.repeat(600)), { fileBytes: 500 }, 'file-too-large'],
    ['a file too large in a zip', zip({ 'a.yaml': 'x'.repeat(600) }), { fileBytes: 500 }, 'file-too-large'],
    ['too many files', zip({ a: '1', b: '2', c: '3' }), { files: 2 }, 'too-many-files'],
    ['archives in archives in archives', zip({ a: zip({ b: zip({ c: zip({ d: 'x' }) }) }) }), {}, 'archive-nested'],
  ] as const)('%s', (_, bytes, limits, code) => expect(codes('a', bytes, { ...LIMITS, ...limits })).toEqual([code]));

  it('never throws on broken archives', () => {
    const whole = [zip({ 'a.yaml': SERVICE }), gzipSync(strToU8(SERVICE)), tar({ 'a.yaml': SERVICE })];
    fc.assert(
      fc.property(fc.constantFrom(...whole), fc.nat(2000), fc.nat(2000), fc.nat(255), (bytes, cut, at, byte) => {
        const broken = bytes.slice(0, Math.max(1, bytes.length - (cut % bytes.length)));
        broken[at % broken.length] = byte;
        unpack('a', broken, LIMITS);
      }),
      { numRuns: 300 },
    );
  });
});
