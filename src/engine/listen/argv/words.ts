import type { Arg } from '../../objects/index.ts';
import type { At } from '../../yaml/index.ts';
import { expand, type Variables } from './expand.ts';
import { mainCommand } from './shell.ts';

export interface Word {
  text: string;
  at: At;
}
export interface CommandLine {
  /** Base name of the program, when the manifest names one; the image's entrypoint otherwise. */
  program: string | null;
  words: Word[];
}

const SHELLS = new Set(['sh', 'bash', 'ash', 'dash']);
const WRAPPERS = new Set(['tini', 'dumb-init', 'exec', 'env', 'nice']);
const base = (path: string) => path.slice(path.lastIndexOf('/') + 1);

/** Command and args as the process sees them: expanded, wrappers and `sh -c` taken off. */
export function commandLine(argv: readonly Arg[], variables: Variables): CommandLine {
  const expanded = argv.map((a) => ({ text: expand(a.text, variables), at: a.at }));
  return unwrap(expanded, argv[0]?.isArg === false, variables);
}

function unwrap(words: Word[], hasProgram: boolean, variables: Variables): CommandLine {
  const [first, ...rest] = words;
  if (!first) return { program: null, words: [] };
  const name = base(first.text);
  if (hasProgram && SHELLS.has(name)) return shell(rest, variables) ?? { program: name, words: rest };
  if (!hasProgram) return (SHELLS.has(name) ? shell(rest, variables) : null) ?? { program: null, words };
  if (WRAPPERS.has(name)) {
    const next = rest.findIndex((w) => !w.text.startsWith('-') && !/^\w+=/.test(w.text));
    if (next >= 0) return unwrap(rest.slice(next), true, variables);
  }
  return { program: name, words: rest };
}

function shell(words: Word[], variables: Variables): CommandLine | null {
  const option = words.findIndex((w) => /^-[a-z]*c[a-z]*$/.test(w.text));
  const script = option < 0 ? undefined : words[option + 1];
  if (!script) return null;
  const inner = mainCommand(script.text, variables).map((text) => ({ text, at: script.at }));
  const positional = words.slice(option + 3);
  const all = inner.flatMap((w) => (w.text === '$@' || w.text === '$*' ? positional : [w]));
  return unwrap(all, true, variables);
}
