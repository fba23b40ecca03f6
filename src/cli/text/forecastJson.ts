import type { Said } from '../../engine/chain/index.ts';
import type { Places } from '../../engine/export/index.ts';
import type { Forecast, Outcome } from '../../engine/forecast/index.ts';
import type { Words } from '../../words/index.ts';

/** The machine's view of a forecast, with lines of files in place of the engine's own positions. Only ever extended by adding. */
export function forecastJson({ chain, subjects }: Forecast, places: Places, words: Words) {
  const sentence = ({ code, params, at }: Said) => ({
    code,
    params,
    message: words.code('forecast', code, params),
    evidence: at.flatMap((one) => {
      const place = places.at(one);
      return place ? [{ file: place.file, line: place.line, column: place.column, text: place.text }] : [];
    }),
  });
  const outcome = ({ why, when, ...rest }: Outcome) => ({ ...rest, when: when && sentence(when), why: why.map(sentence) });
  return {
    version: 1,
    chain,
    subjects: subjects.map(({ rows, ...subject }) => ({
      ...subject,
      rows: rows.map(({ cells, ...row }) => ({
        ...row,
        cells: cells.map(({ outcomes, ...cell }) => ({ ...cell, outcomes: outcomes.map(outcome) })),
      })),
    })),
  };
}
