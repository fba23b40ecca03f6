import { ActionIcon } from '@mantine/core';
import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from 'react';
import { useStore } from 'zustand';
import { FIRST_SPLIT, setSplit, settings } from '../state/settings.ts';
import { Icon } from './Icon.tsx';
import css from './Split.module.css';

const STEP = 5;
/** Nearer to an edge than this, the smaller part is hidden: a sliver serves nobody. */
const SLIVER = 12;

const snapped = (percent: number): number => (percent < SLIVER ? 0 : percent > 100 - SLIVER ? 100 : Math.round(percent));

interface Props {
  top: ReactNode;
  /** Without it the first part has all the room. */
  bottom: ReactNode | false;
  labels: { separator: string; showTop: string; hideTop: string; showBottom: string; hideBottom: string };
}

/** Two parts, one over the other, with a bar between that is dragged or moved with the arrow keys; either part can be hidden. */
export function Split({ top, bottom, labels }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const percent = useStore(settings, (s) => s.split);
  // A hidden part comes back as it was before.
  const shared = useRef(FIRST_SPLIT);
  const set = (to: number) => {
    const next = snapped(Math.min(100, Math.max(0, to)));
    if (next > 0 && next < 100) shared.current = next;
    setSplit(next);
  };
  const drag = (event: PointerEvent) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId) || !root.current) return;
    const { top: from, height } = root.current.getBoundingClientRect();
    set((100 * (event.clientY - from)) / height);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const to = { ArrowUp: percent - STEP, ArrowDown: percent + STEP, Home: 0, End: 100, Enter: FIRST_SPLIT }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    // A step away from an edge must not fall back to it.
    const out = (percent === 0 && to > 0) || (percent === 100 && to < 100);
    set(out && event.key.startsWith('Arrow') ? (percent === 0 ? SLIVER : 100 - SLIVER) : to);
  };
  const hidden = (part: 'top' | 'bottom') => percent === (part === 'top' ? 0 : 100);
  const toggle = (part: 'top' | 'bottom') => set(hidden(part) ? shared.current : part === 'top' ? 0 : 100);

  return (
    <div ref={root} className={css['split']}>
      <div className={css['part']} style={{ flexGrow: bottom === false ? 1 : percent }} hidden={bottom !== false && hidden('top')}>
        {top}
      </div>
      {bottom !== false && (
        <>
          <div className={css['bar']}>
            {/* biome-ignore lint/a11y/useSemanticElements: an hr cannot be moved */}
            <div
              role="separator"
              tabIndex={0}
              className={css['handle']}
              aria-orientation="horizontal"
              aria-label={labels.separator}
              aria-valuenow={percent}
              aria-valuemin={0}
              aria-valuemax={100}
              onKeyDown={onKeyDown}
              onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
              onPointerMove={drag}
              onDoubleClick={() => set(FIRST_SPLIT)}
            />
            <Fold hidden={hidden('top')} away="up" show={labels.showTop} hide={labels.hideTop} onToggle={() => toggle('top')} />
            <Fold
              hidden={hidden('bottom')}
              away="down"
              show={labels.showBottom}
              hide={labels.hideBottom}
              onToggle={() => toggle('bottom')}
            />
          </div>
          <div className={css['part']} style={{ flexGrow: 100 - percent }} hidden={hidden('bottom')}>
            {bottom}
          </div>
        </>
      )}
    </div>
  );
}

interface FoldProps {
  hidden: boolean;
  /** Where the part goes when it is hidden. */
  away: 'up' | 'down';
  show: string;
  hide: string;
  onToggle: () => void;
}

function Fold({ hidden, away, show, hide, onToggle }: FoldProps) {
  const label = hidden ? show : hide;
  const back = away === 'up' ? 'down' : 'up';
  return (
    <ActionIcon size={24} variant="subtle" color="gray" aria-label={label} title={label} onClick={onToggle}>
      <Icon name={hidden ? back : away} size={13} />
    </ActionIcon>
  );
}
