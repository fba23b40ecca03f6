import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands/index.ts';

const root = resolve(import.meta.dirname, '../..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

/** Examples of code begin with a line that names their file. */
const snippets = [...readme.matchAll(/```ts\n\/\/ (\S+)\n([\s\S]*?)```/g)].map(([, file = '', code = '']) => ({ file, code }));
const files = [...new Set(readme.match(/\b(?:src|test)\/[\w/.-]+\.tsx?\b/g) ?? [])];

describe('README.md', () => {
  it('has examples', () => {
    expect(snippets.length).toBeGreaterThan(5);
  });

  it.each(snippets)('shows $file as it is', ({ file, code }) => {
    expect(readFileSync(join(root, file), 'utf8')).toContain(code);
  });

  it.each(files)('names %s, which exists', (file) => {
    expect(existsSync(join(root, file))).toBe(true);
  });

  it.each(COMMANDS.map((c) => c.name))('shows the command %s', (name) => {
    expect(readme).toContain(`npx linkchain ${name}`);
  });

  it('names contract tests that exist', () => {
    const named = [...readme.matchAll(/`(\w+\.test\.ts)`/g)].map(([, file = '']) => file);
    expect(named.length).toBeGreaterThan(5);
    for (const file of named) expect([file, existsSync(join(root, 'test', 'contract', file))]).toEqual([file, true]);
  });
});
