import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach } from 'vitest';
import { run } from '../../src/cli/main.ts';

const samples = resolve(import.meta.dirname, '../../src/app/samples');
const made: string[] = [];
afterEach(() => {
  for (const dir of made.splice(0)) rmSync(dir, { recursive: true, force: true });
});

/** An empty folder that is gone after the test. */
export function folder(files: Record<string, string | Uint8Array> = {}): string {
  const dir = mkdtempSync(join(tmpdir(), 'linkchain-cli-'));
  made.push(dir);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), content);
  }
  return dir;
}

/** A built-in sample as a user has it on disk. */
export function sample(...parts: ('base' | 'shipped' | 'obvious-edit' | 'repaired' | 'proxy-rights')[]): string {
  const dir = folder();
  for (const part of parts) cpSync(join(samples, part), dir, { recursive: true });
  return dir;
}

export interface Outcome {
  exit: number;
  out: string;
  err: string;
}

/** `linkchain ARGS…` as a shell would run it. */
export async function linkchain(
  args: string[],
  { stdin = '', colour = false }: { stdin?: string; colour?: boolean } = {},
): Promise<Outcome> {
  const said = { out: '', err: '' };
  const exit = await run(args, {
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
    stdin: async () => new TextEncoder().encode(stdin),
    colour,
  });
  return { exit, ...said };
}
