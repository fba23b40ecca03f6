import { dotOf, mermaidOf, svgOf, type Theme } from '../../engine/draw/index.ts';
import { pictureOf } from '../../engine/pictures.ts';
import { overviewScene } from '../../engine/scene/index.ts';
import { captionOf, overviewCaption, sceneSay } from '../../words/scene.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../io.ts';
import { load } from '../load.ts';
import { noChainText } from '../named.ts';

const THEMES: readonly Theme[] = ['light', 'dark'];

/** `linkchain draw`: the picture of one chain, or of all, on standard output. */
export const draw: Command = {
  name: 'draw',
  formats: ['svg', 'mermaid', 'dot'],
  help: 'help.draw',
  ofChain: true,
  takes: ['theme'],
  async run(context) {
    const { io, words, format, own } = context;
    const theme = own.theme === undefined ? 'light' : THEMES.find((t) => t === own.theme);
    if (theme === undefined) {
      io.err(`linkchain: ${words('cli', 'bad-theme', { value: own.theme ?? '', choices: THEMES.join(', ') })}\n`);
      return EXIT.unusable;
    }
    const { analysis, unusable } = await load(context);
    if (analysis.ingested.objectCount === 0) return EXIT.unusable;
    const chain = analysis.chains.find((c) => c.id === context.chain);
    if (context.chain !== null && !chain) {
      io.err(`linkchain: ${noChainText(analysis, context.chain, words)}\n`);
      return EXIT.unusable;
    }
    const scene = chain ? pictureOf(analysis, chain) : overviewScene(analysis);
    const caption = chain ? captionOf(words, chain) : overviewCaption(words, scene);
    const say = sceneSay(words);
    if (format === 'mermaid') io.out(mermaidOf(scene, { say, caption }));
    else if (format === 'dot') io.out(dotOf(scene, { say, caption }));
    else io.out(svgOf(scene, { say, caption, theme, lang: words.lang }));
    return unusable ? EXIT.unusable : EXIT.fine;
  },
};
