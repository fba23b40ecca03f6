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
  own: Own;
  /** `--format` was given. */
  formatGiven: boolean;
}

/** Options that some commands take, beside those of all. */
export const OWN_OPTIONS = ['goal', 'strategy', 'secret', 'names', 'remove-rights', 'out', 'write', 'theme'] as const;
export type OwnOption = (typeof OWN_OPTIONS)[number];
/** As they were given; absent where they were not. */
export interface Own {
  goal?: string[] | undefined;
  strategy?: string | undefined;
  secret?: string | undefined;
  names?: string | undefined;
  'remove-rights'?: boolean | undefined;
  out?: string | undefined;
  write?: boolean | undefined;
  theme?: string | undefined;
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
  /** Of the options that not all take, those it takes. */
  takes?: readonly OwnOption[];
  run(context: Context): Promise<Exit>;
}
