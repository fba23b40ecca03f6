import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { type Analysis, analyze } from '../../engine/analyze.ts';
import { FORMS, type Form, type FormFile, formFiles, multiDocument, uniquePaths } from '../../engine/export/index.ts';
import { besideOf } from '../../engine/exported.ts';
import { createReadCache, type SourceFile } from '../../engine/ingest/index.ts';
import { applyGoals, type Goal, type GoalName, isGoalName, type Preview, previewGoals, STRATEGIES } from '../../engine/patch/index.ts';
import { type CutRow, cutOff, rowOf, rulesView } from '../../engine/queries/index.ts';
import { withParts } from '../../engine/scrape/index.ts';
import { pullRequestText } from '../../words/pullRequest.ts';
import type { Command, Context } from '../command.ts';
import { EXIT } from '../io.ts';
import { load } from '../load.ts';
import { noChainText } from '../named.ts';
import { patchText } from '../text/patch.ts';

/** `linkchain patch`: reaches goals for one chain and hands the change over in the form that is applied. */
export const patch: Command = {
  name: 'patch',
  formats: ['diff', 'files', 'json6902', 'kustomize', 'kubectl', 'rollback', 'values', 'jsonnet', 'markdown'],
  help: 'help.patch',
  ofChain: true,
  takes: ['goal', 'strategy', 'secret', 'names', 'remove-rights', 'out', 'write'],
  async run(context) {
    const { io, words, own } = context;
    const unusable = badOptions(context);
    if (unusable !== null) {
      io.err(`linkchain: ${unusable}\n${words('cli', 'see-help', { command: 'patch' })}\n`);
      return EXIT.unusable;
    }
    const { analysis, places, unusable: unread } = await load(context);
    if (analysis.ingested.objectCount === 0) return EXIT.unusable;
    const chain = analysis.chains.find((c) => c.id === context.chain);
    if (!chain) {
      io.err(`linkchain: ${noChainText(analysis, context.chain, words)}\n`);
      return EXIT.unusable;
    }
    const goals = (own.goal ?? []).map((goal): Goal => goalOf(context, chain.id, goal as GoalName));
    const { preview, after, cut } = await withParts(() => reached(analysis, goals));
    const refused = preview.refusals.some((r) => r !== null);
    if (!context.quiet || refused) io.err(patchText(preview, cut, words, { colour: io.colour, refusalsOnly: context.quiet }));
    if (refused) return EXIT.wrong;
    const failed = deliver(context, { analysis, preview, after, places });
    if (failed !== null) {
      io.err(`linkchain: ${failed}\n`);
      return EXIT.unusable;
    }
    return unread ? EXIT.unusable : EXIT.fine;
  },
};

const NAMES = ['keep', 'tidy'] as const;
/** DNS-1123 subdomain. */
const OBJECT_NAME = /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/;

/** What cannot be meant, as a sentence. */
function badOptions({ words, own, format }: Context): string | null {
  if (!own.goal || own.goal.length === 0) return words('cli', 'goal-missing');
  const wrong = own.goal.find((goal) => !isGoalName(goal));
  if (wrong !== undefined) return words('cli', 'bad-goal', { value: wrong });
  if (own.names !== undefined && !NAMES.some((n) => n === own.names)) return words('cli', 'bad-names', { value: own.names });
  if (own.secret !== undefined && !OBJECT_NAME.test(own.secret)) return words('cli', 'bad-secret', { value: own.secret });
  if (own.write && own.out !== undefined) return words('cli', 'write-or-out');
  return own.write && format !== 'files' && format !== 'diff' ? words('cli', 'write-files') : null;
}

function goalOf(context: Context, chain: string, goal: GoalName): Goal {
  const { own } = context;
  return {
    ...{ chain, goal },
    names: own.names === 'tidy' ? 'tidy' : 'keep',
    removeUnusedRbac: own['remove-rights'] === true,
    ...wayTo(context, goal),
    ...(own.secret === undefined ? {} : { secret: own.secret }),
  };
}

/** Of several goals, a way is taken to those that it leads to; where it leads to none of them, all are refused. */
function wayTo({ own: { strategy, goal: goals = [] } }: Context, goal: GoalName): Pick<Goal, 'strategy'> {
  if (strategy === undefined) return {};
  const kinds: readonly string[] = STRATEGIES.find((s) => s.id === strategy)?.goals ?? [];
  const leads = (to: string): boolean => kinds.includes(to.startsWith('fix:') ? 'fix' : to);
  return leads(goal) || !goals.some(leads) ? { strategy } : {};
}

/** `cut`: rules and panels that lose their series. */
function reached(analysis: Analysis, goals: Goal[]): { preview: Preview; after: SourceFile[]; cut: CutRow[] } {
  const cache = createReadCache();
  const run = (files: readonly SourceFile[]): Analysis => analyze(files, analysis.options, cache);
  const preview = previewGoals(analysis.files, goals, run);
  const after = applyGoals(analysis.files, goals, run);
  if (preview.changes.length === 0) return { preview, after, cut: [] };
  const lost = cutOff(rulesView(analysis), rulesView(run(after)));
  const cut = lost.filter((c) => c.verdict !== 'fed').map(({ before, lost, verdict }) => ({ row: rowOf(before), lost, verdict }));
  return { preview, after, cut };
}

interface Made {
  analysis: Analysis;
  preview: Preview;
  after: readonly SourceFile[];
  places: ReadonlyMap<string, string>;
}

/** Writes or prints the change; a sentence where that cannot be done. */
function deliver(context: Context, made: Made): string | null {
  const { own, io, words } = context;
  if (own.write) return writeBack(context, made);
  const format = own.out !== undefined && !context.formatGiven ? 'files' : context.format;
  const files = outputOf(format, context, made);
  if (files.length === 0 && made.preview.changes.length > 0) return words('cli', 'origin-unknown', { format });
  if (own.out !== undefined) return writeBelow(own.out, files, context);
  if (format === 'files') io.out(multiDocument(files));
  else for (const { path, text } of files) io.out(files.length === 1 ? text : `# ${path}\n${text}`);
  return null;
}

function outputOf(format: string, { words, own }: Context, { analysis, preview, after }: Made): FormFile[] {
  const form = FORMS.find((f): f is Form => f === format);
  if (form) return formFiles(form, preview.changes, besideOf(analysis));
  if (format === 'markdown') return [{ path: 'pull-request.md', text: pullRequestText(preview, words) }];
  const changed = new Set(preview.changes.map((c) => c.path));
  // A folder gets the whole set, changed and unchanged alike; a terminal what changed.
  return after.filter((f) => !f.binary && (own.out !== undefined || changed.has(f.path))).map(({ path, text }) => ({ path, text }));
}

function writeBelow(out: string, files: readonly FormFile[], { io, words, quiet }: Context): string | null {
  const paths = uniquePaths(files.map((f) => f.path));
  try {
    for (const [i, { text }] of files.entries()) {
      const place = resolve(out, paths[i] as string);
      if (!place.startsWith(resolve(out) + sep)) continue;
      mkdirSync(dirname(place), { recursive: true });
      writeFileSync(place, text);
    }
  } catch (error) {
    return words('cli', 'cannot-write', { path: out, detail: error instanceof Error ? error.message : String(error) });
  }
  if (!quiet) io.err(`${words('cli', 'written', { count: files.length, path: out })}\n`);
  return null;
}

/** Changed files take the place of the user's own; new ones stand beside them. */
function writeBack({ io, words, quiet }: Context, { preview, places }: Made): string | null {
  const inside = preview.changes.find((c) => c.before !== '' && !places.has(c.path));
  if (inside) return words('cli', 'not-on-disk', { path: inside.path });
  try {
    for (const { path, after } of preview.changes) {
      const place = places.get(path) ?? besideKnown(path, places);
      if (after === null) rmSync(place);
      else writeFileSync(place, after);
    }
  } catch (error) {
    return words('cli', 'cannot-write', { path: '.', detail: error instanceof Error ? error.message : String(error) });
  }
  if (!quiet) io.err(`${words('cli', 'written-back', { count: preview.changes.length })}\n`);
  return null;
}

/** A new file lies in the folder of the files that share its folder in the input. */
function besideKnown(path: string, places: ReadonlyMap<string, string>): string {
  const folder = dirname(path);
  for (const [known, place] of places)
    if (dirname(known) === folder) return join(dirname(place), path.slice(folder === '.' ? 0 : folder.length + 1));
  return path;
}
