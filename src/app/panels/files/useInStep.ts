import type { EditorView } from '@codemirror/view';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { Scene } from '../../../engine/scene/index.ts';
import type { TieMark } from '../../../engine/text/index.ts';
import { NOWHERE, type Pointed } from '../../diagram/pointed.ts';
import { useSession } from '../../state/hooks.ts';
import { useMiddle } from '../../ui/useNarrow.ts';
import { pointAt } from './codeMirror.ts';
import { type Drawn, drawnAt, tiesDrawn } from './drawn.ts';

/** What the text stands beside. */
export interface BesidePicture {
  scene: Scene;
  chain: string;
  drawn: readonly Drawn[];
  /** What stands in the place of the file's name. */
  choice: ReactNode;
  select: (id: string) => void;
}

/** Text and picture point at each other; returns what the hand in the text does. */
export function useInStep(view: EditorView | null, path: string, picture: BesidePicture | undefined, ties: readonly TieMark[]) {
  const session = useSession();
  const middle = useMiddle();
  const drawn = useMemo(() => picture && [...picture.drawn, ...tiesDrawn(picture.scene, picture.drawn, path, ties)], [picture, path, ties]);
  const latest = useRef({ picture, drawn, path, middle });
  useEffect(() => {
    latest.current = { picture, drawn, path, middle };
  });
  useEffect(() => {
    if (!view || !drawn) return;
    const show = ({ id }: Pointed) => pointAt(view, id === null ? [] : drawn.filter((d) => d.id === id && d.file === path && !d.whole));
    show(session.pointed.getState());
    return session.pointed.subscribe(show);
  }, [view, drawn, path, session]);
  // A text that goes points at nothing.
  useEffect(() => () => session.pointed.setState(NOWHERE), [session]);
  const [hand] = useState(() => ({
    onPoint(line: number | null) {
      const now = latest.current;
      const id = line === null ? null : drawnAt(now.drawn ?? [], now.path, line);
      if (id === session.pointed.getState().id) return;
      session.pointed.setState(id === null || !now.picture ? NOWHERE : { id, chains: [now.picture.chain] });
    },
    onPlace(line: number) {
      const { picture, drawn, path, middle } = latest.current;
      const id = drawnAt(drawn ?? [], path, line);
      hand.onPoint(line);
      // There the details would lie over the picture.
      if (id !== null && !middle) picture?.select(id);
    },
  }));
  return hand;
}
