import type { Arg } from '../../objects/index.ts';
import type { At } from '../../yaml/index.ts';
import { expand, type Variables } from './expand.ts';
import { readScript } from './shell.ts';

export interface Word {
  text: string;
  at: At;
}
export interface CommandLine {
  /** Base name of the program, when the manifest names one; the image's entrypoint otherwise. */
  program: string | null;
  words: Word[];
}

/** What a container may run, the likeliest first. */
export interface CommandLines {
  all: CommandLine[];
  /** The commands exclude each other: if several are recognised, which one runs is not known. */
  either: boolean;
}

const SHELLS = new Set(['sh', 'bash', 'ash', 'dash']);
const WRAPPERS = new Set(['tini', 'dumb-init', 'exec', 'env', 'nice', 'nohup', 'docker-entrypoint.sh', 'entrypoint.sh']);
const base = (path: string) => path.slice(path.lastIndexOf('/') + 1);

/** Command and args as the process sees them: expanded, wrappers taken off, a `sh -c` script cut into its commands. */
export function commandLines(argv: readonly Arg[], variables: Variables): CommandLines {
  const expanded = argv.map((a) => ({ text: expand(a.text, variables), at: a.at }));
  const [first] = expanded;
  // Arguments that begin with a path or a shell stand in for the whole command of an image without an entrypoint.
  const named = argv[0]?.isArg === false || first?.text.startsWith('/') === true || SHELLS.has(first?.text ?? '');
  return named ? unwrap(expanded, variables) : { all: [{ program: null, words: expanded }], either: false };
}

function unwrap(words: Word[], variables: Variables): CommandLines {
  const [first, ...rest] = words;
  if (!first) return { all: [], either: false };
  const name = base(first.text);
  const plain: CommandLines = { all: [{ program: name, words: rest }], either: false };
  if (SHELLS.has(name)) {
    const script = shell(rest, variables);
    return script && script.all.length > 0 ? script : plain;
  }
  if (WRAPPERS.has(name)) {
    const next = rest.findIndex((w) => !w.text.startsWith('-') && !/^\w+=/.test(w.text));
    if (next >= 0) return unwrap(rest.slice(next), variables);
  }
  return plain;
}

function shell(words: Word[], variables: Variables): CommandLines | null {
  const option = words.findIndex((w) => /^-[a-z]*c[a-z]*$/.test(w.text));
  const script = option < 0 ? undefined : words[option + 1];
  if (!script) return null;
  const positional = words.slice(option + 3);
  const { commands, either } = readScript(script.text, variables);
  const inner = commands.map((command) => {
    const all = command.flatMap((text) => (text === '$@' || text === '$*' ? positional : [{ text, at: script.at }]));
    return unwrap(all, variables);
  });
  return { all: inner.flatMap((c) => c.all), either: either || inner.some((c) => c.either) };
}
