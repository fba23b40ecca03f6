import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { ChangedFile } from '../../src/engine/export/index.ts';
import { unifiedDiff } from '../../src/engine/export/index.ts';
import { fileChange, replaceIn } from './edits.ts';

const service = 'kind: Service\nspec:\n  ports:\n  - name: https\n    port: 9100\n';
const removed = (path: string, before: string): ChangedFile => ({ path, before, after: null, hunks: [] });

describe('unifiedDiff', () => {
  it('reads like git diff', () => {
    expect(unifiedDiff([fileChange('app/service.yaml', service, replaceIn(service, 'https', 'http'))])).toBe(
      [
        'diff --git a/app/service.yaml b/app/service.yaml',
        '--- a/app/service.yaml',
        '+++ b/app/service.yaml',
        '@@ -1,5 +1,5 @@',
        ' kind: Service',
        ' spec:',
        '   ports:',
        '-  - name: https',
        '+  - name: http',
        '     port: 9100',
        '',
      ].join('\n'),
    );
  });

  it('marks a last line without a line break, on the side that lacks it', () => {
    const diff = unifiedDiff([fileChange('a.yaml', 'a: 1', { start: 4, end: 4, text: '\n' })]);
    expect(diff.split('\n').slice(3)).toEqual(['@@ -1 +1 @@', '-a: 1', '\\ No newline at end of file', '+a: 1', '']);
  });

  it('sends a removed file to /dev/null', () => {
    expect(unifiedDiff([removed('old role.yaml', 'kind: Role\n')])).toBe(
      'diff --git a/old role.yaml b/old role.yaml\ndeleted file mode 100644\n--- a/old role.yaml\t\n+++ /dev/null\n@@ -1 +0,0 @@\n-kind: Role\n',
    );
  });

  it('is empty when nothing changed', () => {
    expect(unifiedDiff([fileChange('a.yaml', service), fileChange('b.yaml', '')])).toBe('');
  });

  it('keeps a hostile path inside the folder', () => {
    expect(unifiedDiff([fileChange('/../../etc/x\n+y', 'a\n', replaceIn('a\n', 'a', 'b'))])).toContain('--- a/etc/x_+y\n+++ b/etc/x_+y\n');
  });
});

describe('what patch tools make of it', () => {
  const folders: string[] = [];
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  });

  const crlf = 'kind: Service\r\nspec:\r\n  clusterIP: None\r\n';
  const changes: ChangedFile[] = [
    fileChange('app/service.yaml', service, replaceIn(service, 'https', 'http'), replaceIn(service, '9100', '9101')),
    fileChange('with blank "and" quote.yaml', 'a: 1\nb: 2', replaceIn('a: 1\nb: 2', '2', '3')),
    fileChange('windows.yaml', crlf, replaceIn(crlf, 'None', '""')),
    fileChange('名称.yaml', 'a: 1\n', { start: 5, end: 5, text: 'b: 2' }),
    fileChange('emptied.yaml', 'a: 1\n', replaceIn('a: 1\n', 'a: 1\n', '')),
    fileChange('new/role.yaml', '', { start: 0, end: 0, text: 'kind: Role\n' }),
    removed('gone.yaml', 'kind: Role\nrules: []'),
  ];

  const tools = {
    'git apply': ['git', 'apply', '--whitespace=nowarn', 'change.diff'],
    'patch -p1': ['patch', '--binary', '-s', '-p1', '-i', 'change.diff'],
  };
  const installed = (tool: string): boolean => {
    try {
      execFileSync(tool, ['--version'], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  };

  for (const [name, [tool = '', ...args]] of Object.entries(tools)) {
    it.runIf(installed(tool))(`${name} gives the files after, byte for byte`, () => {
      const folder = mkdtempSync(join(tmpdir(), 'linkchain-diff-'));
      folders.push(folder);
      for (const { path, before } of changes.filter((change) => change.before !== '')) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), before);
      }
      writeFileSync(join(folder, 'change.diff'), unifiedDiff(changes));
      // A folder inside a checkout would make git apply skip files it does not track.
      execFileSync(tool, args, { cwd: folder, env: { ...process.env, GIT_CEILING_DIRECTORIES: tmpdir() }, stdio: 'pipe' });
      for (const { path, after } of changes) {
        const found = existsSync(join(folder, path)) ? readFileSync(join(folder, path), 'utf8') : null;
        // `patch` takes a file that came out empty for a removed one.
        expect([path, found ?? (after === '' ? '' : null)]).toEqual([path, after]);
      }
    });
  }
});
