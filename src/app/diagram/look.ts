import { createContext, useContext } from 'react';
import { createStore, type StoreApi, useStore } from 'zustand';
import type { Words } from '../../words/index.ts';
import type { Speaker } from '../../words/scene.ts';

/** What changes without the picture changing: hover, selection, the one stop that Tab reaches in large pictures. */
export interface Look {
  /** Ids that stay bright; null: all do. */
  lit: ReadonlySet<string> | null;
  selected: string | null;
  /** What the pointer rests on, here or elsewhere. */
  pointed: string | null;
  /** null: every node is reached by Tab. */
  tabStop: string | null;
}

/** Where the headings of an overview lead. */
export interface Ways {
  /** All chains of a workload (`Kind/namespace/name`) in detail. */
  workload: (id: string) => void;
  namespace: (name: string) => void;
  /** Folds the lanes of a namespace, or unfolds them. */
  fold: (namespace: string) => void;
}

/** Shared by the nodes and edges of one diagram. */
export interface Shared {
  store: StoreApi<Look>;
  ways: Ways | undefined;
  words: Words;
  say: Speaker;
}

export const createLook = (): StoreApi<Look> => createStore<Look>(() => ({ lit: null, selected: null, pointed: null, tabStop: null }));

const SharedContext = createContext<Shared | null>(null);
export const SharedProvider = SharedContext.Provider;

export function useShared(): Shared {
  const shared = useContext(SharedContext);
  if (!shared) throw new Error('a part of the diagram stands outside it');
  return shared;
}

export const useLook = <T>(pick: (look: Look) => T): T => useStore(useShared().store, pick);
export const useDim = (id: string): boolean => useLook((l) => l.lit !== null && !l.lit.has(id));
export const usePointedAt = (id: string): boolean => useLook((l) => l.pointed === id);
export const useSelected = (id: string): boolean => useLook((l) => l.selected === id);
