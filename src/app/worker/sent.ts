import type { Engine, Exported } from '../../engine/api.ts';
import { dotOf, mermaidOf, svgOf, type Theme } from '../../engine/draw/index.ts';
import { createEngine } from '../../engine/engine.ts';
import { withParts } from '../../engine/scrape/index.ts';
import type { ShareContent, ShareRequest, ShareState } from '../../engine/share/index.ts';
import { type Lang, loadWords } from '../../words/index.ts';
import { captionOf, overviewCaption, sceneSay } from '../../words/scene.ts';
import { bundleText } from './bundle.ts';
import { report } from './report.ts';

export type PictureFormat = 'svg' | 'mermaid' | 'dot';
/** How something that leaves is to look, and the address at which links open. */
export interface Manner {
  theme: Theme;
  lang: Lang;
  base: string;
}

/**
 * What leaves is made from what would be sent and from nothing else: an engine of its own reads the state, so that no name
 * that was masked or withheld can find its way into a picture or a bundle.
 */
async function opened(state: ShareState): Promise<{ there: Engine; release: string }> {
  const engine = createEngine();
  const { files, defaultNamespace, operatorVersion = null } = state;
  const { operator } = await withParts(() => engine.setFiles({ clear: true, put: files, defaultNamespace, operatorVersion }));
  return { there: engine, release: operator.release };
}

const sentBy = (engine: Engine, request: ShareRequest): Promise<ShareContent & { fragment: string }> =>
  withParts(() => engine.share(request));

/** A picture of the chosen chain, or of all of them; an SVG carries the link, so that it opens as what it shows. */
export async function picture(engine: Engine, request: ShareRequest, format: PictureFormat, { theme, lang }: Manner): Promise<string> {
  const { state, fragment } = await sentBy(engine, request);
  const { there } = await opened(state);
  const words = await loadWords(lang);
  const chain = state.chain === null ? null : await withParts(() => there.chain(state.chain ?? ''));
  const after = chain && state.goals.length > 0 ? await withParts(() => there.preview(state.goals, chain.chain.id)) : null;
  const all = chain === null || request.view === 'all';
  const scene = all ? there.overview() : (after?.scene ?? chain.scene);
  const caption = all ? overviewCaption(words, scene) : captionOf(words, after?.chain ?? chain.chain);
  const say = sceneSay(words);
  if (format === 'mermaid') return mermaidOf(scene, { say, caption });
  if (format === 'dot') return dotOf(scene, { say, caption });
  return svgOf(scene, { say, caption, theme, lang, state: fragment });
}

/** The JSON report of what would be sent, with its sentences. */
export async function sentReport(engine: Engine, request: ShareRequest, lang: Lang): Promise<Exported | { refused: string }> {
  const { state } = await sentBy(engine, request);
  const { there } = await opened(state);
  return report(there, state.goals, lang, []);
}

/** The chain for an issue tracker, as Markdown. */
export async function bundle(engine: Engine, request: ShareRequest, { lang, base }: Manner): Promise<string> {
  const { state, fragment, withheld } = await sentBy(engine, request);
  const { there, release } = await opened(state);
  return bundleText(there, { state, withheld, release, link: `${base}#${fragment}` }, await loadWords(lang));
}
