import type { Variables } from './expand.ts';

/** Words after which the shell goes on with a command of its own. */
const LEADING = new Set(['if', 'then', 'elif', 'else', 'while', 'until', 'do', 'time', '!', '{', '(']);

export interface Script {
  /** Simple commands, the likeliest main command first: what the script `exec`s, else its last one, then the others from the end. */
  commands: string[][];
  /** The script chooses between commands, so that none of several is sure to run. */
  either: boolean;
}

/** A plain reading of quotes, continuations, comments, redirections and `$NAME`; substitutions and conditions stay as text. */
export function readScript(script: string, variables: Variables): Script {
  const commands = simpleCommands(script, variables)
    .map(bare)
    .filter((words) => words.length > 0)
    .reverse();
  const replaces = (words: string[]) => words[0] === 'exec' && words.length > 1;
  const execs = commands.filter(replaces).map((words) => words.slice(words[1] === '-a' ? 3 : 1));
  // Nothing runs after an exec: the second one stands for another case.
  const either = execs.length > 1 || /(^|[\s;])(else|elif|esac)([\s;]|$)/.test(script);
  return { commands: [...execs, ...commands.filter((words) => !replaces(words))], either };
}

/** Words of the script, cut at `;`, `&`, `|` and line ends. */
function simpleCommands(script: string, variables: Variables): string[][] {
  const commands: string[][] = [[]];
  let word: string | null = null;
  let redirected = false;
  const flush = () => {
    if (word === null) return;
    if (!redirected) commands.at(-1)?.push(word);
    redirected = false;
    word = null;
  };
  // One token: redirection, continuation, escape, single-quoted, double-quoted, separator, blank, variable, plain text.
  const token =
    /(&>{1,2}|[<>]{1,2}&?)|(\\\r?\n)|\\([\s\S])|'([^']*)'|"((?:\\[\s\S]|[^"\\])*)"|([;&|\r\n]+)|([ \t]+)|\$(?:\{(\w+)\}|(\w+))|(#[^\n]*)|([^\\'";&|<>\s$#]+|[\s\S])/g;
  for (const [, redirection, continuation, escaped, single, double, separator, blank, braced, named, comment, plain] of script.matchAll(
    token,
  )) {
    if (continuation !== undefined) continue;
    if (redirection !== undefined) {
      // `2>` names a descriptor; what follows is a file, not an argument.
      if (word !== null && /^\d+$/.test(word)) word = null;
      flush();
      redirected = true;
      continue;
    }
    if (separator !== undefined) {
      flush();
      redirected = false;
      commands.push([]);
    } else if (blank !== undefined) flush();
    else if (comment !== undefined) word = word === null ? null : word + comment;
    else {
      const name = braced ?? named;
      const text = escaped ?? single ?? (double === undefined ? undefined : inDoubleQuotes(double, variables));
      word = (word ?? '') + (text ?? (name === undefined ? (plain ?? '') : (variables(name) ?? `$${name}`)));
    }
  }
  flush();
  return commands;
}

const inDoubleQuotes = (text: string, variables: Variables): string =>
  text
    .replace(/\\\r?\n/g, '')
    .replace(/\\(["\\$`])|\$(?:\{(\w+)\}|(\w+))/g, (whole, escaped: string | undefined, braced?: string, named?: string) =>
      escaped !== undefined ? escaped : (variables(braced ?? named ?? '') ?? whole),
    );

/** Without what stands before the command's name: keywords, a `case` pattern, assignments. */
const bare = (words: string[]): string[] => {
  const first = words.findIndex((w) => !LEADING.has(w) && !/^\w+=/.test(w) && !/^\(?[^()]*\)$/.test(w));
  return first < 0 ? [] : words.slice(first);
};
