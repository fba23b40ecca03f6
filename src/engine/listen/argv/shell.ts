import type { Variables } from './expand.ts';

/**
 * The words of a script's main command: what it `exec`s, else its last simple command. A plain reading of quotes,
 * continuations, comments and `$NAME`; substitutions and control flow stay as text.
 */
export function mainCommand(script: string, variables: Variables): string[] {
  const commands = simpleCommands(script, variables)
    .map(dropAssignments)
    .filter((words) => words.length > 0);
  const exec = commands.findLast((words) => words[0] === 'exec');
  return exec ? exec.slice(exec[1] === '-a' ? 3 : 1) : (commands.at(-1) ?? []);
}

/** Words of the script, cut at `;`, `&`, `|` and line ends. */
function simpleCommands(script: string, variables: Variables): string[][] {
  const commands: string[][] = [[]];
  let word: string | null = null;
  const flush = () => {
    if (word !== null) commands.at(-1)?.push(word);
    word = null;
  };
  // One token: comment, continuation, escape, single-quoted, double-quoted, separator, blank, variable, plain text.
  const token =
    /(\\\r?\n)|\\([\s\S])|'([^']*)'|"((?:\\[\s\S]|[^"\\])*)"|([;&|\r\n]+)|([ \t]+)|\$(?:\{(\w+)\}|(\w+))|(#[^\n]*)|([^\\'";&|\s$#]+|[\s\S])/g;
  for (const [, continuation, escaped, single, double, separator, blank, braced, named, comment, plain] of script.matchAll(token)) {
    if (continuation !== undefined) continue;
    if (separator !== undefined) {
      flush();
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

const dropAssignments = (words: string[]): string[] => {
  const first = words.findIndex((w) => !/^\w+=/.test(w));
  return first < 0 ? [] : words.slice(first);
};
