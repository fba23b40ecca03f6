import type { ShareRequest } from '../../engine/share/index.ts';
import type { PictureFormat } from '../worker/sent.ts';
import { copyText, saveAs } from './download.ts';
import { making } from './making.ts';
import { notify } from './notify.ts';
import type { Session } from './session.ts';
import { settings } from './settings.ts';

/** Where links are to open: as the sender set it, else as the host of the page says, else where the page itself is. */
export function publicBase(): string {
  const own = settings.getState().base;
  const said = document.querySelector<HTMLMetaElement>('meta[name="linkchain-base"]')?.content ?? '';
  return (own || said || `${location.origin === 'null' ? 'file://' : location.origin}${location.pathname}`).replace(/#.*$/, '');
}

/** Whether others can open an address: not a file, not this machine. */
export function isPublic(base: string): boolean {
  try {
    const { protocol, hostname } = new URL(base);
    return /^https?:$/.test(protocol) && !/^(?:localhost|.*\.localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[::1?\])$/.test(hostname);
  } catch {
    return false;
  }
}

/** Masks are the same in everything that leaves while the page is open, and others when it is opened again. */
export const MASK_KEY = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

const nameOf = (request: ShareRequest): string =>
  request.chain === null || request.all ? 'linkchain' : request.chain.replace(/[^\w.-]+/g, '-').replace(/-0$/, '');

const manner = () => {
  const theme = document.documentElement.dataset['mantineColorScheme'] === 'dark' ? 'dark' : 'light';
  return { theme, lang: settings.getState().words.lang, base: publicBase() } as const;
};

const TYPES: Record<PictureFormat, { ending: string; mime: string }> = {
  svg: { ending: 'svg', mime: 'image/svg+xml' },
  mermaid: { ending: 'mmd', mime: 'text/plain' },
  dot: { ending: 'dot', mime: 'text/vnd.graphviz' },
};

export const savePicture = (session: Session, request: ShareRequest, format: PictureFormat): Promise<void> =>
  making(session, async () => {
    const text = await session.client.ask('picture', [request, format, manner()]);
    saveAs(`${nameOf(request)}.${TYPES[format].ending}`, TYPES[format].mime, text);
  });

export const copyPicture = (session: Session, request: ShareRequest, format: PictureFormat): Promise<void> =>
  making(session, async () => {
    const text = await session.client.ask('picture', [request, format, manner()]);
    await copyText(format === 'mermaid' ? `\`\`\`mermaid\n${text}\`\`\`\n` : text);
  });

/** The picture in pixels, `scale` of them a side of each of its own, with the state in it. */
async function png(session: Session, request: ShareRequest, scale: number): Promise<Blob> {
  const { raster } = await import('./raster.ts');
  return raster(await session.client.ask('picture', [request, 'svg', manner()]), scale);
}

export const savePng = (session: Session, request: ShareRequest, scale: number): Promise<void> =>
  making(session, async () => {
    const blob = await png(session, request, scale);
    saveAs(`${nameOf(request)}.png`, 'image/png', new Uint8Array(await blob.arrayBuffer()));
  });

export const copyPng = (session: Session, request: ShareRequest, scale: number): Promise<void> =>
  making(session, async () => {
    // Safari wants the promise, not its outcome: the click must not be over when the clipboard is asked for.
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': png(session, request, scale) })]);
    notify(settings.getState().words('app', 'copied'));
  });

export const copyBundle = (session: Session, request: ShareRequest): Promise<void> =>
  making(session, async () => copyText(await session.client.ask('bundle', [request, manner()])));

export const saveBundle = (session: Session, request: ShareRequest): Promise<void> =>
  making(session, async () => saveAs(`${nameOf(request)}.md`, 'text/markdown', await session.client.ask('bundle', [request, manner()])));

export const saveReport = (session: Session, request: ShareRequest): Promise<void> =>
  making(session, async () => {
    const out = await session.client.ask('sentReport', [request, settings.getState().words.lang]);
    if ('refused' in out) throw new Error(out.refused);
    saveAs(`${nameOf(request)}.report.json`, out.mime, out.bytes);
  });

export const saveJson = (session: Session, request: ShareRequest): Promise<void> =>
  making(session, async () => {
    const { stateJson } = await import('../../engine/share/index.ts');
    const { state } = await session.client.ask('share', [request]);
    saveAs(`${nameOf(request)}.linkchain.json`, 'application/json', stateJson(state));
  });

/** The whole app and the state in one file, for whoever has no way to the app. */
export const savePage = (session: Session, request: ShareRequest): Promise<void> =>
  making(session, async () => {
    const { pageWith } = await import('../../engine/share/index.ts');
    const { offlinePage } = await import('./offline.ts');
    const { fragment } = await session.client.ask('share', [request]);
    saveAs(`${nameOf(request)}.html`, 'text/html', pageWith(await offlinePage(), fragment));
  });
