import { createStore } from 'zustand/vanilla';
import { takeInbox } from '../load/inbox.ts';
import { type Plan, planOf, sourceOf } from '../load/plan.ts';
import type { Client } from '../worker/client.ts';
import type { LinkState } from '../worker/protocol.ts';
import { addFiles, adopt, isOwnWork } from './actions.ts';
import { load, type Storage } from './persist.ts';
import type { Session } from './session.ts';

/** How the page starts: with nothing, with the saved work, or with a link. */
export interface Opening {
  /** Nothing is decided yet: neither the first screen nor the work is shown. */
  loading: boolean;
  /** A link that waits for an answer, because opening it would replace own work. */
  offered: LinkState | null;
  /** An address that waits for an answer, because loading from it asks somebody else's server. */
  source: Plan | null;
  /** A link that could not be opened: a key of words/share.ts. */
  refused: { code: string; params: Record<string, string | number> } | null;
}
export const createOpeningStore = () => createStore<Opening>()(() => ({ loading: true, offered: null, source: null, refused: null }));
export type OpeningStore = ReturnType<typeof createOpeningStore>;

/** Where the loading page comes back to. */
const INBOX = '#inbox';

/** The page has no anchors: whatever stands in the fragment was meant as a link, and is told to be none where it is not. */
const isLink = (hash: string): boolean => hash.length > 1;
/** The link is opened once: from then on the work is saved here, and a reload must not fetch the old state back. */
const forgetHash = () => history.replaceState(null, '', `${location.pathname}${location.search}`);

async function decode(client: Client, hash: string): Promise<LinkState | Opening['refused']> {
  const opened = await client.ask('decode', [hash.slice(1)]);
  return 'state' in opened ? opened.state : { code: opened.problem, params: opened.params };
}

/** `#src=`: nothing is fetched before somebody agrees. */
function offerSource(opening: OpeningStore, hash: string): boolean {
  const url = sourceOf(hash);
  if (url === null) return false;
  const plan = planOf(url);
  forgetHash();
  opening.setState(plan ? { source: plan } : { refused: { code: 'src-bad-url', params: { url } } });
  return true;
}

/** What the loading page brought, or why it brought nothing. */
async function unpackInbox(session: Session, opening: OpeningStore): Promise<void> {
  const inbox = await takeInbox();
  forgetHash();
  if (inbox === null) return;
  if ('failed' in inbox)
    return opening.setState({ refused: { code: `src-${inbox.failed}`, params: { url: inbox.url, detail: inbox.detail } } });
  await addFiles(
    session,
    inbox.parcels.map(({ name, bytes }) =>
      Object.assign(new File([bytes as Uint8Array<ArrayBuffer>], name.split('/').at(-1) ?? name), { path: name }),
    ),
  );
}

/** Reads the address and the memory, and shows one of them; never replaces own work unasked. */
export async function openPage(session: Session, storage: Storage, opening: OpeningStore, hash: string): Promise<void> {
  const saved = load(storage);
  if (isLink(hash) && sourceOf(hash) === null && hash !== INBOX) await openLink(session, opening, hash, saved);
  else {
    const state = await saved;
    if (state) adopt(session, state);
    if (hash === INBOX) await unpackInbox(session, opening);
    else offerSource(opening, hash);
  }
  session.input.temporal.getState().clear();
  opening.setState({ loading: false });
}

async function openLink(session: Session, opening: OpeningStore, hash: string, saved: Promise<LinkState | null>): Promise<void> {
  const mine = await saved;
  const got = await decode(session.client, hash);
  forgetHash();
  if (got === null || 'code' in got) {
    // A bad link costs nobody their work.
    if (mine) adopt(session, mine);
    return opening.setState({ refused: got });
  }
  if (mine && isOwnWork(mine.files)) {
    adopt(session, mine);
    return opening.setState({ offered: got });
  }
  adopt(session, got);
}

/** A link pasted into the address bar of the open page. */
export async function onHashChange(session: Session, opening: OpeningStore, hash: string): Promise<void> {
  if (!isLink(hash) || offerSource(opening, hash)) return;
  const got = await decode(session.client, hash);
  forgetHash();
  if (got === null || 'code' in got) opening.setState({ refused: got });
  else if (isOwnWork(session.input.getState().files)) opening.setState({ offered: got });
  else adopt(session, got);
}
