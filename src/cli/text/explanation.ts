import type { Said } from '../../engine/chain/index.ts';
import type { Explanation } from '../../engine/explain/index.ts';
import type { Places } from '../../engine/export/index.ts';
import { explainedText } from '../../words/explained.ts';
import type { Words } from '../../words/index.ts';
import { type Paint, painter } from './colour.ts';
import { width } from './width.ts';

/** Columns of a line to read. */
const COLUMNS = 96;

/** A chain in words, paragraph by paragraph, each sentence with where it is written; then the ways to read it from outside. */
export function explanationText({ paragraphs, ways }: Explanation, places: Places, words: Words, colour: boolean): string {
  const paint = painter(colour);
  const lines = paragraphs.flatMap(({ title, sentences }) => [
    paint('bold', words.code('explain', `title.${title}`)),
    ...sentences.flatMap((one) => sentenceLines(one, places, words, paint)),
    '',
  ]);
  if (ways.length === 0) return `${lines.join('\n').trimEnd()}\n`;
  const told = ways.flatMap(({ id, fits, steps, consequences }) => [
    `- ${words.code('explain', `way.${id}`)}${fits ? '' : ` (${words('explain', 'ui.not')})`}`,
    ...[...steps, ...consequences].flatMap((one) => sentenceLines(one, places, words, paint)),
  ]);
  return `${[...lines, paint('bold', words('explain', 'title.ways')), ...told].join('\n')}\n`;
}

function sentenceLines(said: Said, places: Places, words: Words, paint: Paint): string[] {
  const [first] = said.at;
  const place = first ? places.at(first) : null;
  return [...wrapped(explainedText(words, said)), ...(place ? [paint('dim', `    (${place.file}:${place.line})`)] : [])];
}

/** Broken at spaces, or anywhere in a text that has none. */
function wrapped(text: string): string[] {
  const lines: string[] = [];
  let line = ' ';
  for (const word of text.split(' ')) {
    if (width(line) + width(word) + 1 > COLUMNS && line.trim() !== '') {
      lines.push(line);
      line = ' ';
    }
    line += ` ${word}`;
  }
  return [...lines, line];
}
