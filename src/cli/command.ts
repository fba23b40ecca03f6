import type { Key, Words } from '../words/index.ts';
import type { Exit, Io } from './io.ts';

export interface Context {
  io: Io;
  words: Words;
  paths: string[];
  defaultNamespace: string;
  /** As `--operator-version` sets it. */
  operatorVersion: string | null;
  /** The chosen format; one of the command's `formats`. */
  format: string;
  /** As `--chain` names it; null where it was not given. */
  chain: string | null;
  quiet: boolean;
  /** Bodies of kinds that play no part are read too. */
  all: boolean;
  /** As `--error` gives it; null where it was not given. */
  error: string | null;
}

/** One command of `linkchain`: a file of `commands/` and a line in its index. */
export interface Command {
  name: string;
  /** First is the default. */
  formats: readonly [string, ...string[]];
  /** Key of words/cli.ts. */
  help: Extract<Key<'cli'>, `help.${string}`>;
  /** It answers for one chain, which `--chain` names. */
  ofChain?: true;
  /** It takes `--error`, and with it needs no PATH. */
  ofError?: true;
  /** It takes `--all`. */
  all?: true;
  run(context: Context): Promise<Exit>;
}
