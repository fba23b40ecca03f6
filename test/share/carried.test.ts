import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeState, encodeState, fragmentIn, pageWith, pngWith, stateJson } from '../../src/engine/share/index.ts';
import { anyState, sample } from './states.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
/** One transparent pixel. */
const PIXEL = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='),
  (c) => c.charCodeAt(0),
);
const PAGE = '<!doctype html><html><head><title>a</title></head><body></body></html>';
const link = encodeState(sample);

describe('a file carries the state it was made from', () => {
  it('a PNG, which stays a PNG', () => {
    const png = pngWith(PIXEL, link);
    expect(fragmentIn('a.png', png)).toBe(link);
    expect([...png.subarray(0, 8)]).toEqual([...PIXEL.subarray(0, 8)]);
    expect([...png.subarray(-12)]).toEqual([...PIXEL.subarray(-12)]);
  });

  it('a page', () => {
    expect(fragmentIn('a.html', bytes(pageWith(PAGE, link)))).toBe(link);
  });

  it('JSON, any state', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const fragment = fragmentIn('a.json', bytes(stateJson(state)));
        const opened = fragment === null ? null : decodeState(fragment);
        expect(opened).toEqual({ ok: true, state });
      }),
    );
  });
});

describe('a file of somebody else carries nothing', () => {
  it.each<[string, Uint8Array]>([
    ['a.png', PIXEL],
    ['a.png', pngWith(PIXEL, link).subarray(0, 60)],
    ['a.png', bytes('no png')],
    ['a.svg', bytes('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a.html', bytes(PAGE)],
    ['a.json', bytes('{"kind":"Service"}')],
    ['a.json', bytes('{"type":"linkchain","version":1}')],
    ['a.json', bytes('{"type":"linkchain"')],
    ['a.yaml', bytes(stateJson(sample))],
  ])('%s', (name, content) => {
    expect(fragmentIn(name, content)).toBeNull();
  });

  it('nothing throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.constantFrom('a.png', 'a.svg', 'a.html', 'a.json'), fc.uint8Array({ maxLength: 200 }), (name, content) => {
        const found = fragmentIn(name, content);
        expect(found === null || typeof found === 'string').toBe(true);
        const within = new Uint8Array([...PIXEL.subarray(0, 33), ...content]);
        expect(() => fragmentIn('a.png', within)).not.toThrow();
      }),
    );
  });

  it('a page is given a link and nothing else', () => {
    expect(pageWith(PAGE, '"</script><script>alert(1)</script>')).not.toContain('alert(1)');
  });
});
