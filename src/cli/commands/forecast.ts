import { placesOf } from '../../engine/export/index.ts';
import { forecastOf } from '../../engine/forecast/index.ts';
import { withParts } from '../../engine/scrape/index.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../io.ts';
import { load } from '../load.ts';
import { noChainText, onlyOf } from '../named.ts';
import { forecastText } from '../text/forecast.ts';
import { forecastJson } from '../text/forecastJson.ts';
import { verdict } from '../verdict.ts';

/** `linkchain forecast`: what each vantage point will see of one chain. */
export const forecast: Command = {
  name: 'forecast',
  formats: ['text', 'json'],
  help: 'help.forecast',
  ofChain: true,
  async run(context) {
    const { io, words, format } = context;
    const { analysis, unusable } = await load(context);
    if (analysis.ingested.objectCount === 0) return EXIT.unusable;
    const chain = analysis.chains.find((c) => c.id === context.chain);
    const view = chain ? await withParts(() => forecastOf(analysis, chain.id)) : null;
    if (!chain || view === null) {
      io.err(`linkchain: ${noChainText(analysis, context.chain, words)}\n`);
      return EXIT.unusable;
    }
    if (format === 'json') io.out(`${JSON.stringify(forecastJson(view, placesOf(analysis.ingested), words), null, 2)}\n`);
    else io.out(forecastText(view, words, io.colour));
    return unusable ? EXIT.unusable : verdict(onlyOf(analysis, chain));
  },
};
