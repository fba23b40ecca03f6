import { type Places, placesOf } from '../../engine/export/index.ts';
import { withParts } from '../../engine/scrape/index.ts';
import { type Refusal, refusals, scrapeConfigs } from '../../engine/targets.ts';
import type { Words } from '../../words/index.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../io.ts';
import { load } from '../load.ts';
import { placeText } from '../text/place.ts';
import { verdict } from '../verdict.ts';

/** `linkchain scrape-config`: what the operator would write for every Prometheus, and what it would leave out. */
export const scrapeConfig: Command = {
  name: 'scrape-config',
  formats: ['yaml'],
  help: 'help.scrape-config',
  async run(context) {
    const { io, words, quiet } = context;
    const { analysis, unusable } = await load(context);
    const { yaml, refused } = await withParts(() => ({ yaml: scrapeConfigs(analysis), refused: refusals(analysis) }));
    io.out(yaml);
    if (!quiet) {
      const places = placesOf(analysis.ingested);
      for (const one of refused) io.err(`${refusalText(one, places, words)}\n`);
      if (analysis.cluster.prometheuses.length === 0 && analysis.ingested.objectCount > 0) io.err(`${words('cli', 'no-prometheus')}\n`);
    }
    if (unusable) return EXIT.unusable;
    return refused.some((one) => one.object === one.prometheus) ? EXIT.wrong : verdict(analysis);
  },
};

function refusalText({ object, prometheus, verdict }: Refusal, places: Places, words: Words): string {
  const { code, params, field, at } = verdict;
  const why = words.code('rejections', code, { field, ...params });
  const key = object === prometheus ? 'refused.prometheus' : 'refused';
  return words('cli', key, { object, prometheus, field, why }) + placeText(places.at(at));
}
