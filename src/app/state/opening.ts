import { createStore } from 'zustand/vanilla';
import type { Client } from '../worker/client.ts';
import type { LinkState } from '../worker/protocol.ts';
import { adopt, isOwnWork } from './actions.ts';
import { load, type Storage } from './persist.ts';
import type { Session } from './session.ts';

/** How the page starts: with nothing, with the saved work, or with a link. */
export interface Opening {
  /** Nothing is decided yet: neither the first screen nor the work is shown. */
  loading: boolean;
  /** A link that waits for an answer, because opening it would replace own work. */
  offered: LinkState | null;
  /** A link that could not be opened: a key of words/share.ts. */
  refused: { code: string; params: Record<string, string | number> } | null;
}
export const createOpeningStore = () => createStore<Opening>()(() => ({ loading: true, offered: null, refused: null }));
export type OpeningStore = ReturnType<typeof createOpeningStore>;

/** The page has no anchors: whatever stands in the fragment was meant as a link, and is told to be none where it is not. */
const isLink = (hash: string): boolean => hash.length > 1;
/** The link is opened once: from then on the work is saved here, and a reload must not fetch the old state back. */
const forgetHash = () => history.replaceState(null, '', `${location.pathname}${location.search}`);

async function decode(client: Client, hash: string): Promise<LinkState | Opening['refused']> {
  const opened = await client.ask('decode', [hash.slice(1)]);
  return 'state' in opened ? opened.state : { code: opened.problem, params: opened.params };
}

/** Reads the address and the memory, and shows one of them; never replaces own work unasked. */
export async function openPage(session: Session, storage: Storage, opening: OpeningStore, hash: string): Promise<void> {
  const saved = load(storage);
  if (isLink(hash)) await openLink(session, opening, hash, saved);
  else {
    const state = await saved;
    if (state) adopt(session, state);
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
  if (!isLink(hash)) return;
  const got = await decode(session.client, hash);
  forgetHash();
  if (got === null || 'code' in got) opening.setState({ refused: got });
  else if (isOwnWork(session.input.getState().files)) opening.setState({ offered: got });
  else adopt(session, got);
}
