import { createStore, del, get, set } from 'idb-keyval';
import type { Parcel } from '../worker/protocol.ts';

/** What the page that may connect hands to the page that may not: files, or why there are none. */
export type Inbox = { url: string; parcels: Parcel[] } | { url: string; failed: string; detail: string };

const KEY = 'inbox';
/** Set by whoever confirmed an address, for this tab alone. */
const CONFIRMED = 'linkchain.src';
const store = () => createStore('linkchain-inbox', 'inbox');

export const putInbox = (inbox: Inbox): Promise<void> => set(KEY, inbox, store());

/** Once: what was taken is gone. */
export async function takeInbox(): Promise<Inbox | null> {
  try {
    const found = await get<Inbox>(KEY, store());
    if (found) await del(KEY, store());
    return found ?? null;
  } catch {
    return null;
  }
}

export const confirm = (url: string): void => sessionStorage.setItem(CONFIRMED, url);
/** Whether somebody in this tab agreed to this address; asked once. */
export function takeConfirmed(url: string): boolean {
  const is = sessionStorage.getItem(CONFIRMED) === url;
  sessionStorage.removeItem(CONFIRMED);
  return is;
}
