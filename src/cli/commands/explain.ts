import { analyze } from '../../engine/analyze.ts';
import { diagnose } from '../../engine/diagnose/index.ts';
import { explain as explainChain } from '../../engine/explain/index.ts';
import { placesOf } from '../../engine/export/index.ts';
import { withParts } from '../../engine/scrape/index.ts';
import type { Command, Context } from '../command.ts';
import { EXIT, type Exit } from '../io.ts';
import { load } from '../load.ts';
import { noChainText, onlyOf } from '../named.ts';
import { diagnosisText } from '../text/diagnosis.ts';
import { explanationText } from '../text/explanation.ts';
import { verdict } from '../verdict.ts';

/** `linkchain explain`: one chain in words, or what a pasted error means. */
export const explain: Command = {
  name: 'explain',
  formats: ['text'],
  help: 'help.explain',
  ofChain: true,
  ofError: true,
  run: (context) => (context.error === null ? ofChain(context) : ofError(context, context.error)),
};

async function ofChain(context: Context): Promise<Exit> {
  const { io, words } = context;
  const { analysis, unusable } = await load(context);
  if (analysis.ingested.objectCount === 0) return EXIT.unusable;
  const chain = analysis.chains.find((c) => c.id === context.chain);
  const told = chain ? await withParts(() => explainChain(analysis, chain.id)) : null;
  if (!chain || told === null) {
    io.err(`linkchain: ${noChainText(analysis, context.chain, words)}\n`);
    return EXIT.unusable;
  }
  io.out(explanationText(told, placesOf(analysis.ingested), words, io.colour));
  return unusable ? EXIT.unusable : verdict(onlyOf(analysis, chain));
}

/** Exit status 1 where nothing of the text is known, so that a script can tell. */
async function ofError(context: Context, error: string): Promise<Exit> {
  const { io, words, paths, chain } = context;
  const text = error === '-' ? new TextDecoder().decode(await io.stdin()) : error;
  const loaded = paths.length > 0 ? await load(context) : null;
  const analysis = loaded?.analysis ?? null;
  const found = await withParts(() => diagnose(analysis ?? analyze([], { defaultNamespace: 'default' }), text, chain));
  if (found.length === 0) {
    io.err(`${words('diagnose', 'unknown')}\n`);
    return EXIT.wrong;
  }
  io.out(diagnosisText(found, words, analysis !== null));
  return loaded?.unusable ? EXIT.unusable : EXIT.fine;
}
