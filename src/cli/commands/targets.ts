import type { TargetsView } from '../../engine/api.ts';
import { type Places, placesOf } from '../../engine/export/index.ts';
import { withParts } from '../../engine/scrape/index.ts';
import { targetsOf } from '../../engine/targets.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../io.ts';
import { load } from '../load.ts';
import { noChainText, onlyOf } from '../named.ts';
import { targetsText } from '../text/targets.ts';
import { verdict } from '../verdict.ts';

/** `linkchain targets`: what Prometheus would discover for one chain, keep, and drop by which rule. */
export const targets: Command = {
  name: 'targets',
  formats: ['text', 'json'],
  help: 'help.targets',
  ofChain: true,
  async run(context) {
    const { io, words, format, quiet } = context;
    const { analysis, unusable } = await load(context);
    if (analysis.ingested.objectCount === 0) return EXIT.unusable;
    const chain = analysis.chains.find((c) => c.id === context.chain);
    if (!chain) {
      io.err(`linkchain: ${noChainText(analysis, context.chain, words)}\n`);
      return EXIT.unusable;
    }
    const view = await withParts(() => targetsOf(analysis, chain.id));
    const places = placesOf(analysis.ingested);
    if (view === null && !quiet) io.err(`${words('targets', 'no-job')}\n`);
    if (format === 'json') io.out(`${JSON.stringify(view && withPlaces(view, places), null, 2)}\n`);
    else if (view !== null) io.out(targetsText(view, places, words, io.colour));
    return unusable ? EXIT.unusable : verdict(onlyOf(analysis, chain));
  },
};

/** The machine's view, with lines of files in place of the engine's own positions. Only ever extended by adding. */
function withPlaces({ rules, ...view }: TargetsView, places: Places) {
  const placed = rules.map(({ at, ...rule }) => {
    const place = at && places.at(at);
    return { ...rule, at: place && { file: place.file, line: place.line, column: place.column } };
  });
  return { version: 1, ...view, rules: placed };
}
