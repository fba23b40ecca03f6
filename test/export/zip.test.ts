import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { safePath, uniquePaths, zipFiles } from '../../src/engine/export/index.ts';

describe('zipFiles', () => {
  it('keeps paths and text', () => {
    const files = [
      { path: 'manifests/a.yaml', text: 'a: é\r\n' },
      { path: 'manifests/setup/b.yaml', text: '' },
    ];
    const back = unzipSync(zipFiles(files));
    expect(Object.entries(back).map(([path, bytes]) => ({ path, text: strFromU8(bytes) }))).toEqual(files);
  });

  it('gives the same bytes at any time', () => {
    const files = [{ path: 'a.yaml', text: 'a: 1\n' }];
    expect(zipFiles(files)).toEqual(zipFiles(files));
  });

  it('loses no file, whatever the paths', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string(), fc.constantFrom('__proto__', '../a', '/a', 'A', 'a', 'a/', 'b.yaml', './b.yaml'))),
        (paths) => {
          const texts = paths.map((_, i) => `${i}`);
          const back = unzipSync(zipFiles(paths.map((path, i) => ({ path, text: texts[i] as string }))));
          expect(
            Object.values(back)
              .map((bytes) => strFromU8(bytes))
              .sort(),
          ).toEqual([...texts].sort());
        },
      ),
    );
  });
});

describe('safePath', () => {
  it.each([
    ['a/b.yaml', 'a/b.yaml'],
    ['./a//b.yaml', 'a/b.yaml'],
    ['/etc/passwd', 'etc/passwd'],
    ['../../x', 'x'],
    ['C:\\tmp\\x.yaml', 'tmp/x.yaml'],
    ['a\nb', 'a_b'],
    ['..', 'file'],
    ['', 'file'],
  ])('%j is written as %j', (path, safe) => {
    expect(safePath(path)).toBe(safe);
  });

  it('numbers what would fall on the same file', () => {
    expect(uniquePaths(['a.yaml', '/a.yaml', 'A.yaml', 'x/a', './x/a'])).toEqual(['a.yaml', 'a-2.yaml', 'A-3.yaml', 'x/a', 'x/a-2']);
  });
});
