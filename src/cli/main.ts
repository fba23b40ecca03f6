import { parseArgs } from 'node:util';
import { parseRelease } from '../engine/cluster/index.ts';
import { english, LANGS, type Lang, loadWords, type Params } from '../words/index.ts';
import { type Command, OWN_OPTIONS } from './command.ts';
import { COMMANDS } from './commands/index.ts';
import { EXIT, type Exit, type Io } from './io.ts';

const OPTIONS = {
  format: { type: 'string' },
  'default-namespace': { type: 'string', default: 'default' },
  'operator-version': { type: 'string' },
  chain: { type: 'string' },
  all: { type: 'boolean', default: false },
  error: { type: 'string' },
  goal: { type: 'string', multiple: true },
  strategy: { type: 'string' },
  secret: { type: 'string' },
  names: { type: 'string' },
  'remove-rights': { type: 'boolean' },
  out: { type: 'string' },
  write: { type: 'boolean' },
  theme: { type: 'string' },
  lang: { type: 'string', default: 'en' },
  quiet: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

/** `linkchain ARGS…`: finds the command, checks what it is given, runs it. Never throws on any arguments. */
export async function run(argv: readonly string[], io: Io): Promise<Exit> {
  const parsed = parse(argv);
  const [name, ...paths] = parsed.positionals;
  const { values } = parsed;
  const lang = LANGS.find((l): l is Lang => l === values.lang);
  const words = lang === undefined ? english : await loadWords(lang);
  const command = COMMANDS.find((c) => c.name === name);

  const refuse = (
    key:
      | 'unknown-command'
      | 'bad-arguments'
      | 'takes-no-chain'
      | 'takes-no-all'
      | 'takes-no-error'
      | 'takes-no-option'
      | 'bad-format'
      | 'bad-lang'
      | 'bad-version'
      | 'no-path',
    params: Params = {},
  ): Exit => {
    io.err(`linkchain: ${words('cli', key, params)}\n`);
    io.err(command ? `${words('cli', 'see-help', { command: command.name })}\n` : `\n${words('cli', 'usage')}`);
    return EXIT.unusable;
  };

  if (values.help && (command || name === undefined)) {
    io.out(words('cli', command?.help ?? 'usage'));
    return EXIT.fine;
  }
  if (name === undefined && parsed.error === null) {
    io.err(words('cli', 'usage'));
    return EXIT.unusable;
  }
  if (name !== undefined && !command) return refuse('unknown-command', { command: name });
  if (parsed.error !== null || !command) return refuse('bad-arguments', { detail: parsed.error ?? '' });
  if (lang === undefined) return refuse('bad-lang', { value: values.lang, choices: LANGS.join(', ') });
  if (values.chain !== undefined && !command.ofChain) return refuse('takes-no-chain', { command: command.name });
  if (values.error !== undefined && !command.ofError) return refuse('takes-no-error', { command: command.name });
  if (values.all && !command.all) return refuse('takes-no-all', { command: command.name });
  const own = Object.fromEntries(OWN_OPTIONS.filter((o) => values[o] !== undefined).map((o) => [o, values[o]]));
  const strange = OWN_OPTIONS.find((o) => Object.hasOwn(own, o) && !command.takes?.includes(o));
  if (strange) return refuse('takes-no-option', { command: command.name, option: `--${strange}` });
  const format = formatOf(command, values.format);
  if (format === undefined) return refuse('bad-format', { value: values.format ?? '', choices: command.formats.join(', ') });
  const wanted = values['operator-version'];
  if (wanted !== undefined && parseRelease(wanted) === null) return refuse('bad-version', { value: wanted });
  const operatorVersion = wanted ?? null;
  if (paths.length === 0 && values.error === undefined) return refuse('no-path');
  const { chain = null, error = null, quiet, all, 'default-namespace': defaultNamespace } = values;
  const formatGiven = values.format !== undefined;
  return command.run({ io, words, paths, defaultNamespace, operatorVersion, format, formatGiven, chain, quiet, all, error, own });
}

const formatOf = (command: Command, wanted: string | undefined): string | undefined =>
  wanted === undefined ? command.formats[0] : command.formats.find((f) => f === wanted);

/** What could be understood, and what could not: a wrong option still leaves the command and the language known. */
function parse(argv: readonly string[]) {
  const config = { args: [...argv], options: OPTIONS, allowPositionals: true } as const;
  try {
    return { ...parseArgs(config), error: null };
  } catch (error) {
    const { values, positionals } = parseArgs({ ...config, strict: false });
    const text = (value: unknown, otherwise: string) => (typeof value === 'string' ? value : otherwise);
    const known = {
      format: undefined,
      'operator-version': undefined,
      chain: undefined,
      error: undefined,
      goal: undefined,
      strategy: undefined,
      secret: undefined,
      names: undefined,
      'remove-rights': undefined,
      out: undefined,
      write: undefined,
      theme: undefined,
      lang: text(values.lang, 'en'),
      'default-namespace': text(values['default-namespace'], 'default'),
      quiet: values.quiet === true,
      all: values.all === true,
      help: values.help === true,
    };
    return { values: known, positionals, error: firstSentence(error) };
  }
}

/** Node adds advice on `--` after its first sentence, which does not fit here. */
const firstSentence = (error: unknown): string => (error instanceof Error ? error.message : String(error)).replace(/\. .*$/s, '.');
