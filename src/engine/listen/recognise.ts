import type { Invocation } from './types.ts';

/** Tools that run in place of an image's program: the image then says nothing about what listens. */
const TOOLS = new Set(
  'true false sleep cat tail cp mv rm ln ls mkdir chown chmod echo printf touch test tar curl wget kubectl promtool amtool sysctl nsenter'.split(
    ' ',
  ),
);

/** By the command's name, else by the last part of the image's repository. */
export function named(run: Invocation, ...names: readonly string[]): boolean {
  if (run.program !== null) {
    if (names.includes(run.program)) return true;
    if (TOOLS.has(run.program)) return false;
  }
  return names.includes(run.repository.slice(run.repository.lastIndexOf('/') + 1));
}
