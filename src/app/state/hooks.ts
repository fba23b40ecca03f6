import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Words } from '../../words/index.ts';
import type { Pointed } from '../diagram/pointed.ts';
import type { Answers } from './answers.ts';
import type { Input } from './input.ts';
import type { Session } from './session.ts';
import { settings } from './settings.ts';
import type { View } from './view.ts';

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('no session above this component');
  return session;
}
/** Narrow reads: a component renders when what it picked changes. */
export const useInput = <T>(pick: (input: Input) => T): T => useStore(useSession().input, pick);
export const useView = <T>(pick: (view: View) => T): T => useStore(useSession().view, pick);
export const useAnswers = <T>(pick: (answers: Answers) => T): T => useStore(useSession().answers, pick);
export const usePointed = <T>(pick: (pointed: Pointed) => T): T => useStore(useSession().pointed, pick);
export const useWords = (): Words => useStore(settings, (s) => s.words);
