import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { deflateSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { encodeWith } from '../../src/engine/share/codec.ts';
import { DICTIONARY_1 } from '../../src/engine/share/codecs/dictionary1.ts';
import { CODECS } from '../../src/engine/share/codecs/index.ts';
import { seal } from '../../src/engine/share/envelope.ts';
import { decodeState, encodeState, SHARE_LIMITS } from '../../src/engine/share/index.ts';
import { anyState, sample } from './states.ts';

/** Links as they were written once, one of each codec; they must open for ever. */
const GOLDEN = {
  d: 'v1.d.AAAA5wXnv1aNkEFOxDAMRa8SmW1hqMSG3AEWINhQFibx0GhSJ0rcimo0dydpitjOLrHft__3GWSNBBq845MZ0TF0sFDKLjDovoOj85RBf5whoowFzGOIh0xpcYbuVpx8EQj9SGlhdO9NqtXSD3xybLV6bezAEwlaFNQDK8U4kVbivB84RzJbMYYkeXspdbsjRZWcya3YEK0e-_5hYLh8dmDpiLOX5wLniKZmqRaLq--AvllvwTTsVp4COwnpsEWpFm7ud7wwo0gV1-VFDOLsWr6JprDQG8-Z7MsXGtCSZqr7r5qdyZOR7aZ_4D8Bl18',
  f: 'v1.f.AAAAxeQzcFONzjtOxEAMBmDqOcXItIEQiQbfAQoQNIjCTAyxmJfGTqTVau-Oho0EJZ31-_NDl1JH5bZJ4OsDpeioygs3lZLRb5P7kjyjfzoLl9hoJiN03mdKjN4kRqeVQ49qaaa98P5q7ye2JkF_sjNAfzdNt-7iCDN_0BrtgRJrpcCAoEupMMBnoaiAr0cIC0kGhP2D-5LFShu7G_vty5udA8Ji1of7YQUEk_kAAzROZePnvCrPj-8UAK2tfHob_rdbOXIwKX_gr4DTNw',
  k1: 'v1.k1.AAAAUC7VU5Mrzsgv0EcxlOgJDejCxcycHKRdOkiTU9AJQ5TVuLBhcUMTLoZqbBsYQe6BbqBE3auJtokR7G6Q3coGOPdb4t25CdpuSZTZyHsyoQoRKpRqAQ',
};

const link = encodeState(sample);
/** The code of the refusal, or the state. */
const outcome = (fragment: string, limits = SHARE_LIMITS) => {
  const decoded = decodeState(fragment, limits);
  return decoded.ok ? decoded.state : decoded.code;
};
const wrap = (document: unknown): string => `v1.d.${seal(deflateSync(new TextEncoder().encode(JSON.stringify(document))))}`;

describe('permalink', () => {
  it.each(Object.entries(GOLDEN))('opens the first link of codec %s', (id, golden) => {
    expect(golden.split('.')[1]).toBe(id);
    expect(outcome(golden)).toEqual(sample);
  });

  it('has a first link of every codec', () => {
    expect(CODECS.map((c) => c.id)).toEqual(Object.keys(GOLDEN));
  });

  it('knows the dictionary that links were written with, to the letter', () => {
    expect(createHash('sha256').update(DICTIONARY_1).digest('hex')).toBe(
      'afb688cf87ecd6b86c1491225d6a1fd8dbc5a1db323af98c543ee759c8160cfd',
    );
  });

  it('gives back any state, whichever codec writes it', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        for (const codec of CODECS) expect(outcome(encodeWith(codec, state)), codec.id).toEqual(state);
      }),
      { numRuns: 1000 },
    );
  });

  it('uses letters only that every chat and mail leaves alone', () => {
    expect(link).toMatch(/^v1\.(f|k1)\.[A-Za-z0-9_-]+$/);
  });

  it.each([
    ['with its #', `#${link}`],
    ['as a whole address', `https://example.org/chain/?a=1#${link}`],
    ['percent-encoded', `%23${link.replaceAll('.', '%2E').replaceAll('_', '%5F').replaceAll('-', '%2D')}`],
    ['percent-encoded twice', `%2523${link.replaceAll('.', '%252e')}`],
    ['before a full stop', `${link}.`],
    ['in brackets', `${link}),`],
    ['in italics', `${link}_`],
    ['before Chinese text', `${link}，请看 issue #5`],
    ['before more words', `${link} and tell me 100% of it #now`],
    ['broken over lines', link.replace(/.{60}/g, '$&\r\n ')],
  ])('opens %s', (_, fragment) => {
    expect(outcome(fragment)).toEqual(sample);
  });

  it.each([
    ['nothing', '', 'not-a-link'],
    ['a lone #', '#', 'not-a-link'],
    ['an anchor', '#top', 'not-a-link'],
    ['a version there never was', 'v0.d.AAAA', 'not-a-link'],
    ['a version and no more', 'v1', 'truncated'],
    ['no codec', 'v1.', 'truncated'],
    ['no payload', 'v1.d', 'truncated'],
    ['an empty payload', 'v1.d.', 'truncated'],
    ['a cut in the header', link.slice(0, 12), 'truncated'],
    ['one letter less', link.slice(0, -1), 'truncated'],
    ['a foreign character', `${link.slice(0, 60)}~${link.slice(61)}`, 'damaged'],
    ['another letter', link.slice(0, 60) + (link[60] === 'A' ? 'B' : 'A') + link.slice(61), 'damaged'],
    ['a newer format', link.replace('v1', 'v2'), 'newer'],
    ['an unknown codec', link.replace(/\.(f|k1)\./, '.q.'), 'unknown-codec'],
    ['a newer document', wrap({ ...sample, version: 2 }), 'newer'],
    ['what does not inflate', `v1.d.${seal(new Uint8Array([1, 2, 3]))}`, 'damaged'],
    ['what is no JSON', `v1.d.${seal(deflateSync(new TextEncoder().encode('{"type":')))}`, 'damaged'],
  ])('refuses %s', (_, fragment, code) => {
    expect(outcome(fragment)).toBe(code);
  });

  it('says which version or codec it lacks', () => {
    expect(decodeState('v7.d.AA')).toEqual({ ok: false, code: 'newer', params: { version: 7 } });
    expect(decodeState('v1.zz.AA')).toEqual({ ok: false, code: 'unknown-codec', params: { codec: 'zz' } });
  });

  it('never throws and never opens something else, however a link is cut or altered', () => {
    const change = fc.record({ at: fc.nat(link.length), cut: fc.nat(3), put: fc.string({ unit: 'grapheme', maxLength: 3 }) });
    fc.assert(
      fc.property(change, ({ at, cut, put }) => {
        const found = outcome(link.slice(0, at) + put + link.slice(at + cut));
        if (typeof found !== 'string') expect(found).toEqual(sample);
      }),
      { numRuns: 1000 },
    );
    for (let length = 0; length < link.length; length++) expect(typeof outcome(link.slice(0, length))).toBe('string');
  });

  it('notices another letter even where the result could be read', () => {
    const stored = seal(deflateSync(new TextEncoder().encode(JSON.stringify(sample)), { level: 0 }));
    const at = stored.length - 40;
    for (const letter of 'ABCD') {
      const altered = stored.slice(0, at) + letter + stored.slice(at + 1);
      expect(outcome(`v1.d.${altered}`)).toEqual(altered === stored ? sample : 'damaged');
    }
  });

  it('never throws on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(typeof outcome(`v1.d.${text}`)).toBe('string');
      }),
    );
  });
});

describe('hostile links', () => {
  it.each(CODECS.map((c) => c.id))(
    'stops inflating at the limit, codec %s',
    (id) => {
      const bomb = deflateRawSync(new Uint8Array(200 * 1024 * 1024));
      const fragment = `v1.${id}.${seal(bomb)}`;
      const start = performance.now();
      expect(decodeState(fragment)).toEqual({ ok: false, code: 'too-large', params: { megabytes: 8 } });
      expect(performance.now() - start).toBeLessThan(2000);
    },
    30_000,
  );

  it('refuses a fragment that is too long before reading it', () => {
    expect(outcome(link, { ...SHARE_LIMITS, fragment: 20 })).toBe('too-large');
  });

  it('survives deep nesting', () => {
    expect(outcome(`v1.d.${seal(deflateSync(new TextEncoder().encode('['.repeat(1e6))))}`)).toBe('damaged');
  });

  it.each<[string, unknown]>([
    ['.', null],
    ['.', [sample]],
    ['type', { ...sample, type: 'excalidraw' }],
    ['version', { ...sample, version: '1' }],
    ['files', { ...sample, files: 'all' }],
    ['files', { ...sample, files: Array(SHARE_LIMITS.files + 1).fill(sample.files[0]) }],
    ['files', { ...sample, files: [sample.files[0], sample.files[0]] }],
    ['files[0]', { ...sample, files: ['a.yaml'] }],
    ['files[0].path', { ...sample, files: [{ path: 'a\nb', text: '' }] }],
    ['files[0].path', { ...sample, files: [{ path: 'a'.repeat(5000), text: '' }] }],
    ['files[0].text', { ...sample, files: [{ path: 'a', text: { toString: 'x' } }] }],
    ['goals[0].goal', { ...sample, goals: [{ ...sample.goals[0], goal: 'format-disk' }] }],
    ['goals[0].names', { ...sample, goals: [{ ...sample.goals[0], names: 1 }] }],
    ['goals[0].removeUnusedRbac', { ...sample, goals: [{ ...sample.goals[0], removeUnusedRbac: 'no' }] }],
    ['chain', { ...sample, chain: 3 }],
    ['selection', { ...sample, selection: [] }],
    ['view', { ...sample, view: {} }],
  ])('names what does not fit: %s', (field, document) => {
    expect(decodeState(wrap(document))).toEqual({ ok: false, code: 'wrong-shape', params: { field } });
  });

  it('leaves unknown fields and prototypes behind', () => {
    const hostile = JSON.parse('{"__proto__": {"polluted": 1}, "later": true}') as object;
    const decoded = decodeState(wrap({ ...hostile, ...sample }));
    expect(decoded).toEqual({ ok: true, state: sample });
    expect(Object.hasOwn({}, 'polluted') || 'polluted' in {}).toBe(false);
  });
});
