import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readPaths } from '../../src/cli/input.ts';
import { analyze } from '../../src/engine/analyze.ts';
import { explain } from '../../src/engine/explain/index.ts';
import { forecastOf } from '../../src/engine/forecast/index.ts';
import { explainedText } from '../../src/words/explained.ts';
import { LANGS, loadWords } from '../../src/words/index.ts';
import { SHARED } from './root.ts';

const SETS = readdirSync(join(SHARED, 'corpus', 'sets'));

it.each(SETS)('tells and forecasts every chain of %s in whole sentences', async (set) => {
  const { files } = await readPaths([join(SHARED, 'corpus', 'sets', set)], { stdin: async () => new Uint8Array() });
  const analysis = analyze(files, { defaultNamespace: 'default' });
  const catalogues = await Promise.all(LANGS.map(loadWords));
  for (const { id } of analysis.chains) {
    const told = explain(analysis, id);
    expect(told?.paragraphs.map((p) => p.title)).toContain('verdict');
    const sentences = [
      ...(told?.paragraphs ?? []).flatMap((p) => p.sentences),
      ...(told?.ways ?? []).flatMap((w) => [...w.steps, ...w.consequences]),
    ];
    for (const words of catalogues) {
      for (const said of sentences) expect(explainedText(words, said)).not.toMatch(/(?<!\$)\{\w+\}|undefined| {2}|^[a-z]+\.[a-z.-]+$/);
      for (const { rows } of forecastOf(analysis, id)?.subjects ?? [])
        for (const { why, when } of rows.flatMap((r) => r.cells).flatMap((c) => c.outcomes))
          for (const { code, params } of when ? [...why, when] : why)
            expect(words.code('forecast', code, params)).not.toMatch(/\{\w+\}|undefined|^[a-z]+\.[a-z.-]+$/);
    }
  }
});
