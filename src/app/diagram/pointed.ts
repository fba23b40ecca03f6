import { createStore, type StoreApi } from 'zustand';

/** What the pointer rests on: shared by pictures, stories and lists, so that each marks what the others point at. */
export interface Pointed {
  /** A node, row or edge of the picture. */
  id: string | null;
  /** Chains it belongs to, where that is known. */
  chains: readonly string[];
}
export type PointedStore = StoreApi<Pointed>;

export const NOWHERE: Pointed = { id: null, chains: [] };
export const createPointed = (): PointedStore => createStore<Pointed>(() => NOWHERE);
